/** Says a city's own words in another language, as far as they are well known. Below a confidence it says nothing: a wrong translation is worse than none. */
import { halves, inOrder, isAsking, matterOf, plain, withoutCodes } from './phrase-words.ts';
import { parts, type OwnPhrases, type Part, type Phrases } from './phrases.ts';

export interface Translation {
  readonly text: string;
  /** 0 to 1. 1 is the city's own translation, or the very words of the book. */
  readonly confidence: number;
}

export interface Phrasebook {
  /** A text of the city in the other language; nothing for what is not known. */
  phrase(text: string): Translation | undefined;
  /** More words of that language by which residents look for the service with this name. */
  aliases(text: string): readonly string[];
}

/** How sure each way of finding a text is. Measured on the lists of real cities in real-names.node.test.ts. */
const confidence = {
  shown: 1,
  known: 0.95,
  endings: 0.9,
  itself: 0.85,
  anyOrder: 0.8,
  half: 0.9,
  codes: 0.95,
} as const;
/** Too short to be known by other endings. */
const asTheyAre: readonly Part[] = ['answers', 'statuses'];
/** Below it nothing is said. */
const least = 0.75;

interface Found {
  readonly part: Part;
  readonly id: string;
  readonly confidence: number;
}

/**
 * @param from The phrases of the language that the city writes
 * @param to Those of the resident
 * @param own The city's own translations, which win
 */
export function createPhrasebook(from: Phrases, to: Phrases, own: OwnPhrases = new Map()): Phrasebook {
  const find = finder(from);
  const found = new Map<string, Found | undefined>();
  const known = (text: string) => {
    if (!found.has(text)) found.set(text, find(text));
    return found.get(text);
  };
  return {
    phrase(raw) {
      const text = raw.trim();
      const corrected = own.get(text)?.[0];
      if (corrected !== undefined) return { text: corrected, confidence: 1 };
      const match = known(text);
      const said = match && to[match.part][match.id]?.[0];
      return said === undefined ? undefined : { text: said, confidence: match!.confidence };
    },
    aliases(raw) {
      const text = raw.trim();
      const match = known(text);
      const words = match?.part === 'services' ? (to.services[match.id] ?? []) : [];
      return [...new Set([...(own.get(text) ?? []), ...words])];
    },
  };
}

/** Finds what a text stands for; nothing where that is not sure enough. */
function finder(from: Phrases): (text: string) => Found | undefined {
  const byText = new Map<string, Found>();
  const byEndings = new Map<string, Found>();
  const byMatter = new Map<string, Found>();
  const put = (map: Map<string, Found>, key: string, found: Found) => key && (map.has(key) || map.set(key, found));

  for (const shown of [true, false]) {
    for (const part of parts) {
      for (const [id, texts] of Object.entries(from[part])) {
        for (const text of shown ? texts.slice(0, 1) : texts.slice(1)) {
          put(byText, plain(text), { part, id, confidence: shown ? confidence.shown : confidence.known });
          // "Easting" is not "East".
          if (!asTheyAre.includes(part)) put(byEndings, inOrder(text), { part, id, confidence: confidence.endings });
          const { key, isAll, count } = matterOf(text);
          // One word alone is the matter only where the book has it alone: "employee services" are not complaints about them.
          if (part === 'services' && (isAll || count > 1))
            put(byMatter, key, { part, id, confidence: confidence.anyOrder });
        }
      }
    }
  }

  const asItIs = (text: string) => byText.get(plain(text)) ?? byEndings.get(inOrder(text));
  const service = (text: string) => {
    const found = asItIs(text) ?? byMatter.get(matterOf(text).key);
    return found?.part === 'services' ? found : undefined;
  };
  /** "Where is the pothole?" asks where it is. */
  const ofItself = (text: string) => {
    const [, before, thing = '', behind] = /^(.*?)\bthe ((?:\w+ ){0,2}?\w+)((?: located)?\W*)$/i.exec(text) ?? [];
    return service(thing) && surely(asItIs(`${before}it${behind}`), confidence.itself);
  };
  const inAnyOrder = (text: string) => {
    const [group, half] = halves(text) ?? [];
    return (
      byMatter.get(matterOf(text).key) ?? (half && asItIs(group!) ? surely(service(half), confidence.half) : undefined)
    );
  };

  return (text) => {
    const bare = withoutCodes(text);
    const found = isAsking(text)
      ? (asItIs(text) ?? ofItself(text))
      : (asItIs(text) ?? surely(asItIs(bare), confidence.codes) ?? inAnyOrder(bare));
    if (!found || found.confidence < least || (isAsking(text) && found.part !== 'questions')) return undefined;
    return found;
  };
}

function surely(found: Found | undefined, share: number): Found | undefined {
  return found && { ...found, confidence: found.confidence * share };
}
