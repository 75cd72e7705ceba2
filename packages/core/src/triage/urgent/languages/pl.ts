/** How danger is said in Polish: the core of it. No native speaker has read it yet. `plain` text has no accents, but keeps the ł. */
import type { Phrases } from '../../urgent.ts';

const someone =
  '(ktos|kogos|komus|człowiek|osob|ludzi|ludzie|kobiet|mezczyzn|dzieck|dzieci|dziewczyn|chłop|sasiad|zon|maz|meza|matk|ojca|ojciec|syn|cork|mnie|nas|pieszego|rowerzyst|robotnik|staruszk|kierowc)\\S*';
const animal =
  '(psa|pies|psy|kot|kota|koty|kotek|ptak|ptaka|sarn|sarna|jelen|jelenia|dzik|jeza|jez|zwierz|goleb|wiewiork|lis)\\S*';
const thing =
  '(drzew|gałaz|gałez|konar|piłk|telefon|rower|kosz|wozek|smieci|klucz|znak|czapk|lisc|latarni|słup|barier|hulajnog)\\S*';

export const pl: Phrases = {
  dangers: [
    [
      'gas',
      '(czuc|czuje|smierdzi|pachnie|zapach|won|ulatnia|wyciek|ucieka|syczy|nieszczeln|uszkodz|przebit|pekł|pekn)\\S*',
      'gaz(u|em|ow\\S+)?',
    ],
    ['gas', '(czad|czadu|czadem|tlenek wegla|tlenku wegla)', '(piszcz|wyje|alarm|ulatnia|czuc|zatru|właczył)\\S*'],
    [
      'wires',
      '(przewod|kabel|kabl|drut|transformator|lini\\S+ (energ|wysok|elektr))\\S*',
      '(lez|zerwa|urwa|zwis|wisi|wisz|iskrz|spad|opad|odsłon|pali|płon|dymi)\\S*|goł\\S+|na (ziemi|jezdni|chodniku|drodze|aucie|ulicy|płocie)',
    ],
    [
      'wires',
      'iskrz\\S*|(kopn|porazi|poraz)\\S* ~prad\\S*|prad\\S* (porazi|kopn|kopi)\\S*|pod napieciem|słup\\S* energ\\S* ~(przewroc|upad|lez|złama)\\S*',
    ],
    [
      'fire',
      'pozar(u|y|em|ze)?|pal(i|a) sie|płon(ie|a|ał\\S*|ac\\S+)|w płomieniach|płomien\\S*|w ogniu|(czarn|gest|kłeb|duzo|mnostwo)\\S* ~dym(u|em)?|dym (leci|wydobywa|unosi|idzie|wali|z)|wybuch\\S*|eksplo\\S*|bomb(a|e|y)|podpal\\S*',
    ],
    [
      'crime',
      '(z|ma|wymachuje|grozi|trzyma|wyciagn\\S+) ~(nozem|noz|pistolet(em)?|bron|bronia|siekier\\S+|maczet\\S+|karabin\\S*)|uzbrojon\\S*|strzela|strzelaj\\S*|strzały|strzał|strzelanin\\S*|właman(ie|ia) (do|trwa|teraz|w toku)|włamuj(e|a) sie|sie włamuj(e|a)|włamał\\S* sie|napad|napad(li|ł|ła) na|rabuj(e|a)|obrabow\\S*|gwałc\\S*|zgwałc\\S*|przemoc\\S* domow\\S*',
    ],
    [
      'crime',
      '(bije|bija|pobił|pobili|dusi|duszą|atakuj|zaatakow|napadł|porywa|porwał|porwali|dzga|dzgn|katuj)\\S*',
      someone,
    ],
    [
      'injury',
      'nie oddycha\\S*|przestał\\S* oddychac|nie (moze|moge) (oddychac|złapac)|nieprzytomn\\S*|stracił\\S* przytomnosc|zemdlał\\S*|krwawi\\S*|krwotok\\S*|(duzo|kałuz\\S+) krwi|zawał(u|em)?|udar(u|em)? mozgu|ma udar|atak serca|przedawkow\\S*|samoboj\\S*|chce (sie zabic|skoczyc)|(skacze|skoczył\\S*|skoczyc) z (mostu|dachu|okna|balkonu)|(ciezko|powaznie) rann\\S*|(jest|lezy|sa) rann(y|a|i|e)|rann(ych|ego|y|i) (człowiek|osob|mezczyzn|ludzi)\\S*|karetk\\S*|wezwac pogotowi\\S*|dusi sie|umiera|drgawk\\S*',
    ],
    ['injury', '(potracił|potracon|przygniotł|przygnieci|przejechał|uwiezion|zasypa|zakleszcz)\\S*', someone],
    [
      'water',
      `tonie|toneł\\S*|utonał|${someone} ~(topi sie|tona)|(wpadł|porwał|zabrał|zniosł)\\S* ~(wod|rzek|jezior|staw|kanał|studn|studzien|prad|basen|nurt|morz)\\S*|(załamał|pod lod)\\S* ~(lod|wpadł|wod)\\S*|nagł\\S+ powodz`,
    ],
    ['other', '(to|jest|mam|mamy) ~(nagły wypadek|stan zagrozenia zycia)|zagrozenie zycia|ratunku|na pomoc'],
  ],
  ignore: [
    'przeciwpozar\\S*|straz\\S* pozarn\\S*|pozarow\\S*|po pozarze',
    '(lamp|latarni|swiatł|zarowk|neon|ognisk|grill|znicz|swiec|kontrolk)\\S* ~pal(i|a) sie|pal(i|a) sie ~(lamp|latarni|swiatł|zarowk|neon|ognisk|znicz|swiec|kontrolk)\\S*',
    '(wybuch|strzel|strzał)\\S* ~(petard|fajerwerk|rac)\\S*|(petard|fajerwerk)\\S* ~(wybuch|strzel)\\S*|strzela (drzwi|bram)\\S*',
    'za gaz|licznik\\S* gaz\\S*|gaz\\S* spalinow\\S*|kuchenk\\S* gazow\\S*|lamp\\S* gazow\\S*|gazet\\S*',
    '(darmow\\S+|bezpłatn\\S+|montaz|wymian\\S+|zainstalowac|kupic|bateri\\S+) ~czujnik\\S*( \\S+){0,2}',
    'przewodni\\S*',
    '(internet|telefon|telewiz|swiatłowod)\\S* (kabel|kabl|przewod)\\S*|(kabel|kabl|przewod)\\S* (od |z )?(internet|telefon|telewiz)\\S*',
    `${animal} ~(rann|potrac|krwaw|przygniec|tonie|umiera|wpadł|uwiez|nie oddycha|zemdl|przejech)\\S*|(rann|potrac|przejech|uwiezion|porwał|porwan)\\S* ~${animal}`,
    `${thing} ~(wpadł|porwał|zabrał|potrac|zniosł|przygn)\\S*|(wpadł|porwał|potrac|zabrał)\\S* ~${thing}`,
    'ton(ie|a) w (smiec|błoc|sniegu|ciemn|lisc|korku)\\S*|(ulic|drog|park|podwork|piwnic|chodnik|osiedl)\\S* tonie',
    'snieg\\S* ~napad\\S*|napad\\S* ~sniegu|napad(y|ow)? (kaszlu|smiechu)',
  ],
  unless: [
    [
      'wczoraj|przedwczoraj|w zeszł(ym|y|ej) \\S+|zeszłej nocy|ostatniej nocy|w nocy był\\S*|(dni|tygodni\\S*|tydzien|miesiac\\S*|miesiec\\S*|lat|lata|rok|godzin\\S*) temu|dawno|ugaszon\\S*|ugasili|cwiczeni\\S*',
      ['fire', 'crime', 'injury', 'water', 'gas'],
    ],
    [
      'moze (sie |kogos |ktos )?(zapalic|utonac|spasc|wpasc|wybuchnac|zostac|dojsc|spowodowac|zabic|przygniesc)|zanim ~ktos|boje sie|obawiam sie|gdyby|w razie|(ryzyko|zagrozenie|grozba) ~(pozar|wybuch)\\S*|grozi (pozarem|wybuchem)|kurs\\S*|jak (zdobyc|dostac|załozyc|zamontowac)',
      ['fire', 'injury', 'water'],
    ],
  ],
  not: '(nie|bez|zaden|zadnego|zadnej|nikt)( ma| było| jest| czuc| zadnego| zadnej| tu| juz| widac| nie)*',
};
