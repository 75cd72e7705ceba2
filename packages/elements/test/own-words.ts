/** What a resident wrote of a report that the city has: without the reference that follows it. */
export const ownWords = (description: string | null | undefined): string =>
  (description ?? '').replace(/\s*\(Reference CD-[0-9A-Z]{4}-[0-9A-Z]{4}\)$/, '');
