/** How danger is said in Tagalog: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

// Written with a letter that comes three times in a row, as in "naaamoy", already once: only pairs are made one.
const person =
  '(tao|taong|bata|batang|lalaki|lalaking|babae|babaeng|matanda|matandang|sanggol|siklista|kapitbahay|drayber|anak|asawa|ako|siya|kami|sila|may|isang)';
const wire = '(kawad|kable|wire|linya ng kuryente|kawad ng kuryente|poste ng kuryente|poste ng meralco|transformer)';
const water = '(ilog|lawa|tubig|dagat|kanal|pool|sapa|manhole|imburnal|baha)';

export const tl: Phrases = {
  dangers: [
    [
      'gas',
      '(amoy|namoy|nangangamoy|umamoy|nakakamoy|singaw|sumisingaw|tagas|tumatagas|tumagas|may tulo|leak|nagleak)',
      '(gas|lpg|gasul|propane)',
    ],
    ['gas', 'carbon monoxide( \\S+){0,3} (tumunog|tumutunog|alarm)|amoy bulok na itlog'],
    [
      'wires',
      wire,
      'nahulog|bumagsak|natumba|nakalaylay|nakabitin|nakalawit|laglag|nalaglag|putol|naputol|lapag|sa lupa|kumikislap|kislap|nagspark|nag spark|spark|sumabog|nakalabas|nakahandusay|nakalatag|natanggal',
    ],
    ['wires', 'nakuryente|nakukuryente|nakoryente|(may|nag|nagka|nag i)( mga)? ?sparks?'],
    [
      'fire',
      'sunog|nasusunog|nagliliyab|lumiliyab|apoy|amoy nasusunog|(makapal|maitim|itim|maraming|puno) (na |ng )?usok|usok( \\S+){0,3} (lumalabas|makapal|maitim|galing)|umusok( \\S+){0,3} (bahay|bubong|gusali|transformer|poste)|sumabog|sumasabog|pagsabog|bomba',
    ],
    [
      'crime',
      'baril|binabaril|binaril|namamaril|nagbabarilan|barilan|patalim|kutsilyo|itak|balisong|armado|armadong|hostage|holdaper',
    ],
    [
      'crime',
      `hinoholdap|may hold ?up|hold ?up( \\S+){0,2} (tindahan|bangko|ngayon)|hinohold ?up|may nanghoholdap|nanghoholdap|ninanakawan|(magnanakaw|akyat bahay)( \\S+){0,4} (bahay|loob|kapitbahay|bakuran|dito|ngayon)|(nagnanakaw|pumapasok|pumasok|nanlolob|nilolooban)( \\S+){0,4} (bahay|bintana|tindahan|magnanakaw)`,
    ],
    [
      'crime',
      `sinasaksak|sinaksak|nanaksak|binubugbog|sinasaktan|inatake(?! sa puso)( \\S+){0,3} ${person}|kinikidnap|kinidnap|dinudukot|dinukot|ginagahasa|hinahabol( \\S+){0,2} (ako|kami|siya|lalaki)|pinagbabantan|nagbabanta|papatayin (ako|kami|siya|niya|nila|daw)`,
    ],
    [
      'injury',
      'hindi( na)?( \\S+)? (humihinga|makahinga)|walang malay|nawalan( \\S+)? ng malay|hinimatay|dumudugo|nagdurugo|duguan|(inatake|atake) sa puso|na ?stroke|overdose|nag ?overdose|kinukumbulsyon|kinukombulsyon|nangingisay|nabulunan',
    ],
    [
      'injury',
      `sugatan|nasugatan|malubhang|nasagasan|nabundol|(nabangga|naipit|nadaganan)( \\S+){0,3} (tao|bata|lalaki|babae|matanda|siklista)|ambulansya|ambulansiya`,
    ],
    [
      'water',
      `nalulunod|nalunod|nanod|inanod|tinangay( \\S+){0,3} (tubig|baha|agos)|(nahulog|nadulas)( \\S+){0,4} ${water}|(naipit|nakulong|stranded|na ?trap)( \\S+){0,4} baha|biglang (pagbaha|baha)`,
    ],
    [
      'other',
      '(may|isang|ito y|ito ay|meron)( \\S+)? emergency|emergency (ito|po|na)|saklolo|magpakamatay|magpapakamatay|nagpapakamatay|(tatalon|tumatalon|tumalon)( \\S+){0,3} (tulay|gusali|bubong)|kemikal( \\S+){0,3} (tagas|tumagas|natapon|sumisingaw)',
    ],
  ],
  ignore: [
    'bumbero|(istasyon|trak)( \\S+){0,2} bumbero|(fire )?hydrant',
    '(alarma|alarm|detektor|detector)( \\S+){0,2} (sunog|usok|gas)|(smoke|fire) (alarm|detector)',
    'paputok|laruang baril|baril barilan|pellet gun',
    '(pagkatapos|matapos|dahil|mula)( \\S+){0,3} (sunog|pagsabog)',
    '(iwas|panganib|peligro|kaligtasan|insurance|pag iwas|labasan)( \\S+){0,2} (sunog|apoy)',
    'sunog na (gusali|sasakyan|puno|lote|damo|basura)|sunog ang (ilaw|bumbilya)|nagsusunog|sinusunog|nasunog na (gusali|lote)',
    'bomba (ng|sa) (tubig|hangin|gasolina)',
    '(tubo|tubig|gulong|lobo|inidoro|imburnal)( \\S+){0,3} sumabog|sumabog( \\S+){0,3} (tubo|tubig|gulong|imburnal)',
    '(gasolinahan|presyo|bayarin|bill|metro|kumpanya)( \\S+){0,2} gas',
    '(kawad|kable|wire) (ng|sa) (internet|telepono|tv|bakod)',
    '(hayop|aso|pusa|usa|ibon|daga|raccoon|kuting|tuta|kalapati)( \\S+){0,4} (nasagas\\w+|nabundol|sugatan|nasugatan|duguan|patay)',
    '(nasagas\\w+|sugatang?|nabundol|nasugatang?|duguang?|patay)( na)?( \\S+){0,2} (hayop|aso|pusa|usa|ibon|daga|raccoon|kuting|tuta|kalapati)',
    '(puno|sanga|bola|susi|bisikleta|basurahan|cellphone|bakod|takip|bato)( \\S+){0,3} (ilog|lawa|tubig|dagat|kanal|pool|sapa|imburnal)',
    '(nahulog|nahulog na|nahulog ang)( \\S+){0,1} (puno|sanga|bola|susi|bisikleta|basurahan|cellphone|bakod|takip|bato|dahon)( \\S+){0,4}',
    '(halaman|puno|damo)( \\S+){0,3} (nalunod|nalulunod)|nalulunod( \\S+){0,3} (basura|utang|ingay)',
    'makahinga( \\S+){0,4} (amoy|baho|alikabok|polusyon)',
    'pang emergency|emergency (exit|contact|room|lane)|numero (ng|sa) emergency|sunod',
  ],
  unless: [
    [
      'kahapon|kagabi|nakarang (linggo|buwan|taon|araw|gabi)|noong (isang|nakaran|lunes|martes|miyerkules|huwebes|biyernes|sabado|linggo|\\d+)|(linggo|buwan|taon|araw) na ang naka\\w+',
      ['fire', 'crime', 'injury', 'water'],
    ],
    ['(baka|para hindi|bago)( \\S+){0,3} (may )?(nasagasan|nalunod|nasugatan|nabundol)', ['injury', 'water']],
  ],
  not: '(wala|walang|hindi|di|wala naman|hindi naman)( na| pa| ng| ang| naman| po| ito| isang| anumang| mga| kahit)*',
};
