/** Brings the field with `id` into view under its question and focuses it; false when there is none. */
export function showField(root: ShadowRoot, id: string): boolean {
  const control = root.getElementById(id);
  if (!control) return false;
  const question =
    control.closest('fieldset')?.querySelector('legend') ?? root.querySelector(`label[for="${CSS.escape(id)}"]`);
  (question ?? control).scrollIntoView({ block: 'nearest' });
  control.focus({ preventScroll: !!question });
  return true;
}
