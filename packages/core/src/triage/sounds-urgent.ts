/**
 * Whether words might mean danger: a small sieve for everybody who types, so that only those whose words do fetch what judges them (`./urgent`).
 * It lets too much through rather than too little, also what is misspelt.
 */
import { plain } from './urgent/plain.ts';

const sounds =
  /\b(g[ae]*[sz]\b|propan|butan|methan|smel|sm[el]{2}|odou?r|sti?nk|stench|reek|whif|fume|le[ae]k|hising|monox|co2? al|spark|arcing|transform|shock|tingl|electr|f[ier]{2,3}|flam|burn|ablaz|arson|wildf|smo[ek]|smk|expl|blow|blew|bomb|suspic|chem|toxic|acid|amon|chlor|hazard|gun|shot|sho[ot]+i|kn?if|kni[fv]|pistol|rifle|machet|weapon|axe|sword|crowbar|stab|armed|hostage|at+a[ck]|rob|asau|beat|rap(e|ing)|mug|kidn|abduct|strang|br[ea]{2}th|break|broke in|burgl|intrud|prowl|thie|invasion|carj|threat|kil|suic|jump|domest|violen|abus|fight|brawl|scream|uncon|unc?ouns|unres|not|cant|cannot|isnt|wont|stop+ed|pulse|heart|cardi|strok|seiz|overd|od ?ing|pas+ed out|chest|chok|colaps|ble+d|blod|injur|hurt|wound|trapp?|pin+ed|crash|wreck|colis|ambul|paramed|medic|911|drown|swept|emerg|danger|dead|dying|labor|following|stalk|kick|punch|grab|drag|smash|climb|faint|harm|in my|help)|wi[er]+s?\b|wirs|down|lines? |cable|cord|hit by|struck|run over|ran over|(fel|fal|went|slip|drove|rol)\w* .*(river|lake|creek|canal|pond|pol|ice|wel|manhole|sewer|drain|sea|water|dock|ditch|rof|ladder|off)|stuck|strand|float|sink|clinging|strugl|underw|cars? .*hit|alarm|\b((some|any)(one|body)|m[ae]n|wom[ae]n|kids?|child\w*|boy|girl|person|people|baby|babies|tod?ler|workers?|drivers?|swim\w*|husband|wife|mom|dad|mother|father|son|daughter|guys?|he|she|lady|neighb\w*|being|now|imediately|hury|buried|tanker|fuel|gasol\w*|overturned)\b|[^\0-\u024f\u2000-\u206f]/;

/** @param text in English, or in a script of its own */
export const soundsUrgent = (text: string): boolean => sounds.test(plain(text));
