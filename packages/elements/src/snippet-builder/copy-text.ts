/** Copies what stands in a field; where the page may not, it is selected, so that the editor can. @returns whether it was copied */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    // Pages without TLS have no clipboard.
    await (navigator.clipboard?.writeText(field.value) ?? Promise.reject(new Error('no clipboard')));
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
