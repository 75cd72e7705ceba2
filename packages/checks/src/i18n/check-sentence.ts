// One message of a catalogue beside its English: its plurals, its holes, and how it is written.

import { holesIn, sentencesOf, type Message } from './english.ts';
import { isOneNumber, type RulesOfLanguage } from './rules-of-language.ts';

/** What is wrong with one message, in sentences; empty when nothing is. */
export function faultsOfMessage(language: RulesOfLanguage, english: Message, message: Message): readonly string[] {
  if (typeof english === 'string' && typeof message !== 'string') return ['is plural, but its English is not'];
  if (typeof english !== 'string') {
    if (typeof message === 'string') return ['is not plural, but its English is'];
    const categories = Object.keys(message).toSorted();
    if (categories.join() !== language.plurals.join())
      return [`has the plurals ${categories.join(', ')}, and the language has ${language.plurals.join(', ')}`];
  }
  const pattern = typeof english === 'string' ? english : (english['other'] ?? '');
  return sentencesOf(message).flatMap(([category, sentence]) =>
    [...wrongHoles(language, category, pattern, sentence), ...wrongWriting(pattern, sentence)].map((why) =>
      category ? `(${category}) ${why}` : why,
    ),
  );
}

/** Every hole of the English, and no other. The number itself may be left out where it can only be this one. */
function wrongHoles(language: RulesOfLanguage, category: string, english: string, sentence: string): readonly string[] {
  const [wanted, had] = [holesIn(english), holesIn(sentence)];
  const mayLack = category && isOneNumber(language, category) ? ['count'] : [];
  return [
    ...[...wanted].filter((hole) => !had.has(hole) && !mayLack.includes(hole)).map((hole) => `lacks {${hole}}`),
    ...[...had].filter((hole) => !wanted.has(hole)).map((hole) => `has {${hole}}, which is never filled`),
    ...(/[{}]/.test(sentence.replaceAll(/\{\w+\}/g, '')) ? ['has a brace that makes no hole'] : []),
  ];
}

function wrongWriting(english: string, sentence: string): readonly string[] {
  const ends = [endOf(english), endOf(sentence)] as const;
  return [
    ...(sentence.trim() ? [] : ['says nothing']),
    ...(/[<>]|&\w+;/.test(sentence) ? ['has markup'] : []),
    ...(/["']/.test(sentence) ? ['has straight quotes'] : []),
    ...(/\s{2}/.test(sentence) ? ['has two blanks together'] : []),
    ...(sentence === sentence.trim() ? [] : ['has blanks at its ends']),
    ...(sentence === sentence.normalize('NFC') ? [] : ['has letters in pieces (not NFC)']),
    ...(/[\p{Cc}\p{Co}\p{Cn}\uFFFD\u202A-\u202E]/u.test(sentence) ? ['has characters that nobody sees'] : []),
    ...(ends[0] === ends[1] || (ends[0] === 'sentence' && isLabelled(sentence))
      ? []
      : [`ends like a ${ends[1]}, and its English like a ${ends[0]}`]),
  ];
}

type End = 'sentence' | 'question' | 'beginning of something' | 'title';

/** As what it ends, whatever closes after it or stands after it in brackets. An exclamation is a sentence, and a full stop of any script is one. */
function endOf(text: string): End {
  const last = /(\S)[\p{Pe}\p{Pf}\s]*$/u.exec(text.replace(/[\s\u200f]*[(（][^()（）]*[)）]$/, ''))?.[1] ?? '';
  if ('?？؟'.includes(last)) return 'question';
  if (':：'.includes(last)) return 'beginning of something';
  if ('.。．।۔!！…'.includes(last)) return 'sentence';
  return 'title';
}

/** "Expected by: {date}", "For example: 2": a language whose endings hang on the word before cannot put everything into a sentence. */
function isLabelled(sentence: string): boolean {
  return /[:：]\s*[^.。:：]+$/u.test(sentence);
}
