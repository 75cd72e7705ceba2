import type { Language } from './language.ts';

/** Spanish. */
export const es: Language = {
  locale: 'es',
  stopWords: new Set(
    (
      'a al algo alguien algun alguna ante antes aqui asi aun aunque cada como con cual cuales cuando cuanta cuanto de debo del desde donde adonde e el ella ' +
      'ellos en entre era es esa ese eso esta estan estar estas este esto estos estoy fue ha hace hacer hacia han hasta hay he la las le les lo los mas me mi mis ' +
      'muy nada ni no nos nuestra nuestro o para pero por porque puede pueden puedo pues que quien quiero se sea ser si sin sobre son soy su sus tambien tan te ' +
      'tengo tenemos tiene tu tus u un una unas uno unos voy y ya yo'
    ).split(' '),
  ),
  stem(word) {
    if (word.length < 5) return word.replace(/(?<=...)[aoes]$/, '');
    return word
      .replace(/(?:(?<=.{3})(?:ces)|)$/, (end) => (end ? 'z' : ''))
      .replace(/(?<=.{3})(?:melo|selo|me|se|lo|la|le|los|las)(?<=[aei]r.{2,4}|ndo.{2,4})$/, '')
      .replace(
        /(?<=.{3})(?:amientos?|imientos?|aciones|acion|iciones|icion|ciones|cion|adoras?|adores|ador|mente|ando|iendo|aron|ieron|aban|aba|adas?|ados?|idas?|idos?|ar|er|ir|an|en|as|es|os|[aeo]s?)$/,
        '',
      )
      .replace(/(?<=.{3})[ia]$/, '');
  },
};
