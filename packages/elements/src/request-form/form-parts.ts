/** What of the form is fetched when it is needed, and not before: its screens, and what they do for who wants it. */
import type { LateParts } from '../parts/late-parts.ts';
import type { BesideForm } from './beside.ts';

/** Each part, by what brings it. */
export const formParts = (form: BesideForm) => ({
  what: () => import('./steps/what.ts'),
  where: async () => {
    const where = await import('./steps/where.ts');
    where.keepDrops(form.host);
    return where;
  },
  /** The screens after the second with what sending needs, fetched while the resident still says where it is. */
  later: async () => {
    // With all that keeps and sends a report: a button that sends is never there without it.
    const [later] = await Promise.all([
      import('./steps/later.ts'),
      import('./steps/where.ts'),
      import('../device/outbox.ts'),
      import('@citydesk/open311/send-request'),
      form.city.settings.speech?.rest,
    ]);
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(later.laterStyles.styleSheet!);
    const ahead = () => void later.sendAhead(form.host, form.city, form.view().state.owner).catch(() => {});
    ahead();
    return { ...later, ahead, receipt: new later.ReceiptParts(form.host, form.city) };
  },
  /** Finding an address, the device's location, known assets and the map. */
  place: async () => new (await import('./place/place-part.ts')).PlacePart(form),
  photos: async () => {
    const { PhotosPart, photoAddress } = await import('./photos/photos-part.ts');
    return new PhotosPart({ ...form, addressAt: (point) => photoAddress(form, point) });
  },
  /** Keeps the report while it is written, and offers one that was left. */
  keeping: async () => new (await import('./keeping/keeping-part.ts')).KeepingPart(form),
  /** Reports of earlier visits that wait on this device. */
  cards: async () => new (await import('../outbox/cards-in-form.ts')).CardsInForm(form),
  /** What a link into the form does. */
  link: () => import('./follow-link.ts'),
  /** Whether there is reason to ask the first of the next three. */
  alert: () => import('./triage/alert.ts'),
  /** Is it urgent, is it ours, is it known already? */
  triage: async () => new (await import('./triage/triage-part.ts')).TriagePart(form),
});

export type FormParts = LateParts<ReturnType<typeof formParts>>;
