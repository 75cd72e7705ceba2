/** How danger is said in Spanish: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

export const es: Phrases = {
  dangers: [
    ['gas', '(olor|huele\\w*|fuga|escape|peste)( \\S+){0,3} gas'],
    [
      'wires',
      '(cables?|lineas?|alambres?|transformador)( \\S+){0,4} (caidos?|caidas?|cayo|cayeron|chispas?|electricos?|electricas?|pelados?|colgando|suelo|electrocut\\w*)|chispas',
    ],
    [
      'fire',
      'incendio|en llamas|fuego|se esta quemando|quemandose|mucho humo|humo (saliendo|negro|sale)|explosion|exploto|bomba',
    ],
    [
      'crime',
      '(pistola|cuchillo|arma|armado|armados|navaja)|(robando|asaltando|atacando|golpeando|secuestr\\w+|apunal\\w+|violando|amenaza\\w*)|(entrando|entrar|metiendose) a robar|tirote\\w*|disparos?|balacera|ladron( \\S+){0,3} (casa|dentro)',
    ],
    [
      'injury',
      'no (puede )?respira\\w*|inconsciente|sangrando|infarto|ataque al corazon|sobredosis|convulsion\\w*|heridos?|herida grave|ambulancia|suicid\\w+|atropell\\w+',
    ],
    [
      'water',
      'ahogando\\w*|se ahoga|inundacion repentina|(cayo|arrastrado|arrastrada)( \\S+){0,2} (rio|lago|agua|corriente)',
    ],
    ['other', '(es|hay|tengo) una emergencia'],
  ],
  ignore: [
    'hidrantes?( \\S+){0,2} incendios?',
    'contra incendios',
    '(estacion|camion|cuerpo|departamento|hidrante)( de)? (bomberos|incendios?)',
    'fuegos artificiales',
    '(detector|alarma)\\w* de (humo|incendios?)',
    'armas? de juguete',
    'cables? de (internet|telefono|television)',
    '(pozo|juego) de fuego',
    'animal\\w* heridos?',
    'despues del incendio',
    'prevencion de( \\S+){1,2}',
  ],
  unless: [
    [
      'ayer|anoche|la semana pasada|el (ano|mes) pasado|hace( \\S+){1,2} (dias?|semanas?|meses|anos?)',
      ['fire', 'crime', 'injury'],
    ],
  ],
  not: '(no es|no|sin|ningun|no hay|no es)( un| una| el| la)*',
};
