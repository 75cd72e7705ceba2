/** How danger is said in German: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

export const de: Phrases = {
  dangers: [
    [
      'gas',
      'riecht( \\S+){0,3} gas|gas(geruch|leck|austritt|alarm)|gasleitung( \\S+){0,3} (beschadigt|kaput|undicht|getrofen)|stinkt( \\S+){0,2} gas',
    ],
    [
      'wires',
      '(strom|hochspanungs|ober)?(leitung|kabel|mast)\\w*( \\S+){0,5} (liegt|liegen|gerisen|herunter|runter|umgesturzt|funken|hangt|hangen|offen|strase)|funken|stromschlag',
    ],
    [
      'fire',
      'brent|brennt|feuer|in flamen|rauch (aus|dringt|im|steigt)|starker rauch|explosion|explodiert|bombe|\\w*brand',
    ],
    [
      'crime',
      '(messer|waffe|pistole|bewaffnet\\w*|axt|schusse|schiest|schieserei)|einbrecher|(bricht|brechen)( \\S+){0,4} ein|uberfal\\w*|(schlagt|verprugelt|greift|bedroht|vergewaltigt|ersticht)( \\S+){0,3}',
    ],
    [
      'injury',
      'atmet nicht\\w*|keine luft|bewustlos\\w*|blutet|herzinfarkt|schlaganfal|uberdosis|schwer verletzt|verletzte|selbstmord|umbringen|eingeklemt|angefahren',
    ],
    ['water', 'ertrinkt|ertrinken|sturzflut|(ins|im) (wasser|eis|flus)( \\S+){0,2} (gefalen|eingebrochen)'],
    ['other', '(ist|ein) (ein )?notfal'],
  ],
  ignore: [
    'feuer(wehr|loscher|werk|stelle|schale|holz|melder|schutz)\\w*',
    'lagerfeuer',
    '(rauch|gas|brand)(melder|warnmelder|schutz|meldeanlage)\\w*',
    'brent (das licht|die lampe|nicht)',
    '(lampe|laterne|licht|strasenlaterne)\\w*( \\S+){0,3} brent',
    'wafelei?s?',
    'gasrechnung',
    'gaslaterne',
    'telefonkabel',
    'internetkabel',
    'wasserleitung',
    '(tier|reh|vogel|katze|hund)( \\S+){0,3} verletzt\\w*',
    'nach dem brand',
  ],
  unless: [
    [
      'gestern|letzte[nrs]? (woche|monat|jahr|nacht)|vor( \\S+) (tagen|wochen|monaten|jahren)',
      ['fire', 'crime', 'injury'],
    ],
  ],
  not: '(kein|keine|keinen|nicht|ohne)( ein| eine| echter)*',
};
