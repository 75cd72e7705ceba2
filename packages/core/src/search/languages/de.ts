import type { Language } from './language.ts';

/** German. */
export const de: Language = {
  locale: 'de',
  stopWords: new Set(
    (
      'aber ab alle als also am an auch auf aus bei beim bin bis bist da damit dann darf das dass dem den der des die dies diese dieser dir doch durfen du ein eine ' +
      'einem einen einer eines er es etwas fur gibt gern hab habe haben habt hat hatte hier ich ihr im immer in ins ist ja jemand jetzt kann kein keine keinen ' +
      'keiner konnen man mehr mein meine meinem meinen meiner mich mir mit mochte muss mussen nach nicht noch nun nur ob oder ohne schon sein seit sich sie sind so ' +
      'sonst soll sollte uber um und uns unser unsere unserem unserer unter viel vom von vor wann warum was welche welcher wenn wer werde werden wie wieso wir wird wo ' +
      'wohin worden wurde zu zum zur'
    ).split(' '),
  ),
  stem(word) {
    const plain = word.replace(/ß/g, 'ss').replace(/(?<![aeq])([aou])e/g, '$1');
    if (plain.length < 4) return plain;
    return plain
      .replace(/^ge(?=.{3,}(?:t|en)$)/, '')
      .replace(/(?<=.{3})(?:ern|em|en|er|es|e|s|n|st|t)$/, '')
      .replace(/(?<=.{3})(?:ungs?|keit|heit|lich|isch|ig|end|er|en|t)$/, '');
  },
};
