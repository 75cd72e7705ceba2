/** A city's own words in another language. */
export { createPhrasebook, type Phrasebook, type Translation } from './phrasebook/phrasebook.ts';
export { noPhrases, ownPhrases, type OwnPhrases, type Phrases } from './phrasebook/phrases.ts';
export { phrasesIn } from './phrasebook/phrases-in.ts';
export { writtenIn } from './phrasebook/written-in.ts';
