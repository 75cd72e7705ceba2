import type { Language } from './language.ts';

const smallWords =
  /ですか|でしょうか|ますか|ました|ません|ています|ている|ください|したい|たいです|できますか|できます|できる|いつ|どこ|なぜ|どう|どの|なに|について|という/g;

/** Japanese. Katakana are read as hiragana: people write ゴミ and ごみ. */
export const ja: Language = {
  locale: 'ja',
  stopWords: new Set(),
  stem: (word) => word,
  mend: (text) =>
    text.replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 96)).replace(smallWords, ' '),
};
