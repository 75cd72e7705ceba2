/** How danger is said in French: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

export const fr: Phrases = {
  dangers: [
    ['gas', '(sent|odeur|fuite|pue)( \\S+){0,3} (gaz|du gaz)'],
    [
      'wires',
      '(cables?|lignes?|fils?|poteau|transformateur)( \\S+){0,5} (tombes?|tombe|arraches?|sol|etincel\\w*|denudes?|pend\\w*|terre)|etincel\\w*|electrocut\\w*',
    ],
    [
      'fire',
      'en feu|au feu|incendie|en flames|flammes|brule|fume (noire|sort|epaisse)|fumee( \\S+){0,2} (noire|sort|epaisse|sortir)|explosion|explose|bombe',
    ],
    [
      'crime',
      '(arme|armes|couteau|pistolet|fusil|coups de feu|fusilade)|(agresse|attaque|braque|menace|frappe|viole|poignarde|enleve)\\w*( \\S+){0,3} (personne|femme|homme|fille|enfant|moi|gens|quelquun|voisin\\w*)|cambriol\\w+ (en cours|chez)|(cambrioleur|voleur|intrus)( \\S+){0,3} (maison|chez|dans)',
    ],
    [
      'injury',
      'ne respire( \\S+)?|respire (plus|pas)|inconscient\\w*|saigne\\w*|crise cardiaque|infarctus|surdose|overdose|blesse\\w* grave\\w*|grievement|suicid\\w+|renverse( \\S+){0,2} (pieton|enfant|cycliste)|ambulance',
    ],
    ['water', 'se noi\\w+|noyade|crue soudaine|(tombe|emporte)\\w*( \\S+){0,3} (riviere|lac|eau|canal|courant)'],
    ['other', '(est|cest) une urgence'],
  ],
  ignore: [
    'bornes? (a |d)?incendie',
    'feux? (rouges?|verts?|tricolores?|dartifice|de circulation|de signalisation|de camp)',
    'detecteurs? de (fume|fumee|gaz)',
    '(facture|station|compteur) (de |du )?gaz',
    'alarme incendie',
    '(porte|securite|sortie|bouche) (d)?incendie',
    'pompiers',
    'cables? (internet|telephonique)',
    'fils? de fer',
    'apres lincendie',
    'animal blesse',
  ],
  unless: [
    [
      'hier|la semaine derniere|le mois dernier|lan(ne|nee)? dernier\\w*|il y a( \\S+) (jours?|semaines?|mois|ans?)',
      ['fire', 'crime', 'injury'],
    ],
  ],
  not: '(pas|sans|aucun|aucune|plus|nest pas)( de| d| une| un)*',
};
