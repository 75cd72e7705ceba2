/** How danger is said in Haitian Creole: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

const person = '(moun|timoun|ti moun|fanm|gason|nonm|bebe|granmoun|mesye|msye|madanm|fi|tifi|tigason|vwazen|chofe)';
const wire = '(fil|fil kouran|fil elektrik|liy kouran|kab kouran|kab elektrik|poto kouran|poto elektrik|transfomate)';
const water = '(dlo|larivye|rivye|lak|kanal|lanme|pisin|ravin|twou egou)';

export const ht: Phrases = {
  dangers: [
    ['gas', '(santi|sant|pran sant|ode|koule|fwit|chape|pete|gaye|pouse)', '(gaz|pwopan)'],
    ['gas', 'monoksid'],
    [
      'wires',
      wire,
      'tonbe|ate|pandye|pan|etensel|koupe|kase|rache|toutouni|sou (machin|kay|twotwa|lari)|nan lari|fe dife|pran dife|eksploze',
    ],
    ['wires', 'etensel|elektwokite|kouran( \\S+){0,2} (pran|frape|choke|touye)( \\S+){0,1} (moun|timoun|li|mwen|m)'],
    [
      'fire',
      '(gen|mete|pran|yon|gwo|limen) dife|dife( \\S+){0,3} (nan|sou|pran|ap|kay|boule|pete)|^dife( |$)|ap boule|an flanm|flanm dife',
    ],
    [
      'fire',
      '(anpil|gwo|nwa|epe) lafimen|lafimen( \\S+){0,3} (nwa|epe|soti|ap soti|toupatou|plen)|eksplozyon|eksploze|bonm',
    ],
    ['crime', '(zam|pistole|revolve|fizi|mitrayet|kouto|manchet)'],
    [
      'crime',
      `(y|yo|moun|neg|nonm|msye) ap tire( sou| nan|$)|(tande|kout) (zam|fizi|bal|tire|kout)|tire sou ${person}|pran( yon)? bal`,
    ],
    [
      'crime',
      `(ap|y ap|vin|vle) (atake|bat|vyole|kidnape|pwanyade|touye|menase|trangle|vole|agrese)( \\S+){0,3} (${person}|mwen|m|li|nou|yo|kay|magazen)|kidnap\\w+|pwanyade`,
    ],
    [
      'crime',
      '(vole|bandi|enkoni|kanbriyole)( \\S+){0,4} (anndan|nan kay|lakay|nan lakou|nan chanm)|(ap|vle) (kase|defonse|fose)( \\S+){0,2} (pot|fenet|kay)|menase( \\S+){0,3} (touye|mwen)|touye (mwen|m|li|nou)',
    ],
    [
      'injury',
      `pa( ka| kapab)? (respire|pran souf|reveye)|san konesans|pedi konesans|endispoze|ap senyen|senyen anpil|${person}( \\S+){0,3} (ap mouri|blese|senyen|toufe|tonbe san)|blese grav|blese( \\S+){0,2} moun`,
    ],
    [
      'injury',
      `kriz kadyak|kriz ke|atak kadyak|konvilsyon|malkadi|ovedoz|overdoz|machin( \\S+){0,3} (frape|kraze|pase sou)( \\S+){0,2} ${person}|(voye|bezwen|rele)( \\S+){0,2} anbilans`,
    ],
    [
      'water',
      `nwaye|${person}( \\S+){0,4} tonbe( \\S+){0,2} ${water}|tonbe nan ${water}|dlo( \\S+){0,3} (pote|bwote|trennen)( \\S+){0,2} (${person}|machin|ale)|(${person}|machin|nou|mwen)( \\S+){0,3} (kole|bloke|pran)( \\S+){0,5} dlo`,
    ],
    [
      'other',
      '(se|gen) yon (ijans|dijans)|gen ijans|anmwe|touye tet (li|mwen|m)|swisid\\w*|sote( \\S+){0,3} (pon|twati|bilding)|pwodwi chimik( \\S+){0,3} (koule|tonbe|gaye)',
    ],
  ],
  ignore: [
    'ponp dife|ponpye',
    '(bon|tiyo|priz|idran)( \\S+){0,2} dife',
    'fedatifis|fe datifis',
    '(alam|detekte|aparey|sonet)( \\S+){0,2} (lafimen|dife|gaz|monoksid)',
    '(estasyon|pri|fakti|bodwo|konte|resi|konpayi|recho|founo) (gaz|pwopan)',
    'zam (jwet|plastik)',
    'fil (telefon|entenet|televizyon|fe|bable)',
    'kouto (plastik|kizin)',
    '(chen|chat|bet|zwazo|zannimo|bichet)( \\S+){0,4} (blese|senyen|mouri|nwaye)',
    '(zwazo|moustik|mouch|myel|fey)( \\S+){0,3} vole',
    '(apre|depi|akoz)( \\S+){0,2} dife( a)?',
    '(risk|prevansyon|kont|sekirite)( \\S+){0,2} dife',
    'ap boule (fatra|fey|bwa|chabon)|limye( \\S+){0,2} (boule|brile)',
    '(pyebwa|branch|boul|foto|telefon|bisiklet|fatra|kle)( \\S+){0,3} tonbe( \\S+){0,2} (dlo|larivye|rivye|lak|kanal|lanme|ravin)',
    'premye sekou|senye|boul|ijan',
  ],
  // "Yè", yesterday, is the same letters as "ye", to be: it counts only where the rest is past, too.
  unless: [
    [
      'ye (swa|maten|apremidi|midi)|avanye|(semen|mwa|ane|lane|samdi|dimanch|lendi|madi|mekredi|jedi|vandredi) pase|lot jou|te gen( \\S+){1,5} ye$|gen( \\S+){1,2} (jou|semen|mwa|ane|lane)( de sa| pase)?$',
      ['fire', 'crime', 'injury', 'water'],
    ],
    [
      `(ka|kapab|ta ka|pou pa|riske|pe pou|anvan)( \\S+){0,4} (blese|nwaye|frape|tonbe|mouri|kraze)`,
      ['injury', 'water'],
    ],
  ],
  not: '(pa gen|pa te gen|pa t gen|pa|san|okenn|pa se)( yon| okenn| pyes)*',
};
