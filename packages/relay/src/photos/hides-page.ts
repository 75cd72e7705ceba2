/**
 * Finds pictures whose very pixels spell a piece of a web page. Metadata can be taken out of a file, pixels cannot without decoding them, so such a
 * picture is not taken. What a camera compresses looks like chance, and chance writes no tag with an event: in ten million bytes less than once in a
 * thousand photos.
 */

/** What makes a tag do something: a call on an event, an event, an address that is a script. */
const deeds = /(\bon[a-z]{4,24}\s{0,8}=\s{0,8}["']?\w{1,24}\s{0,8}\()|\bon[a-z]{4,24}\s{0,8}=|javascript:/gi;
const anyTag = /<[a-z]/i;
const knownTag = /<(?:svg|img|body|html|iframe|video|audio|details|input|math|object|embed|a)[^a-z]/i;
/** Characters between a tag and what it does. */
const reach = 512;
/** No picture has so many by chance. */
const most = 1000;

/** @param bytes of a picture without metadata */
export function hidesPage(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  if (/<script[\s/>]/i.test(text)) return true;
  // From what is rare back to the tag before it, so that a file made for it cannot keep this busy.
  let found = 0;
  for (const { index, 1: call } of text.matchAll(deeds)) {
    const before = text.slice(Math.max(0, index - reach), index);
    if ((call ? anyTag : knownTag).test(before) || ++found > most) return true;
  }
  return false;
}
