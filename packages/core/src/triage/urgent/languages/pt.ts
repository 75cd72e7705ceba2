/** How danger is said in Portuguese as in Brazil: the core of it. No native speaker has read it yet. */
import type { Phrases } from '../../urgent.ts';

const person =
  '(pessoas?|alguem|homem|mulher|menino|menina|crianca|criancas|bebe|idoso|idosa|rapaz|moca|pedestre|ciclista|motoqueiro|vizinho|vizinha|filho|filha|esposa|marido|namorada|gente|mim|ele|ela)';
const wire =
  '(fios?|cabos?|cabeamento|fiacao|rede eletrica|linha de energia|poste de (luz|energia)|postes?|transformador)';
const water = '(rio|lago|lagoa|agua|correnteza|corrego|represa|piscina|canal|bueiro|enchente|enxurrada|mar|gelo)';

export const pt: Phrases = {
  dangers: [
    [
      'gas',
      '(cheiro|cheirando|cheira|fedor|fedendo|vazamento|vazando|vazou|vaza|escapando|fuga|sinto|sentindo)',
      '(gas|propano)',
    ],
    ['gas', 'botijao( \\S+){0,4} (vazando|vazou|explodiu)|monoxido|cheiro de ovos? pod\\w+'],
    [
      'wires',
      wire,
      'caido|caidos|caida|caiu|cairam|caindo|soltos?|pendurado|pendurados|pendendo|faiscas?|faiscando|desencapado|desencapados|no chao|na rua|na calcada|partido|partidos|arebentado|arebentou|rompeu|rompido|rompidos|estourou|explodiu|dando choque',
    ],
    ['wires', 'faiscas?|faiscando|choque eletrico|levou( um)? choque|dando choque|eletrocut\\w+|alta tensao no chao'],
    [
      'fire',
      'incendio|em chamas|(?<!armas? de )fogo|queimando|cheiro de queimado|(muita|tem|saindo|vejo) ~fumaca|fumaca( \\S+){0,2} (preta|saindo|escura|grossa|densa|sai)|explosao|explodiu|explodindo|bomba',
    ],
    [
      'crime',
      'armas?|armado|armada|armados|pistola|revolver|espingarda|fuzil|metralhadora|(com|uma|puxou|tem|segurando) (uma )?faca|faca na mao|facada\\w*|esfaque\\w+|facao|canivete',
    ],
    [
      'crime',
      'tiroteio|tiros|(um|levou|a|de|som de) tiro|disparos|baleado|baleada|atirador|atirando(?! (o |a |os |as |um |uma )?(lixo|entulho|sacos?|moveis|comida|coisas|papel|pedras?|bitucas?))',
    ],
    [
      'crime',
      'assaltando|sendo (assaltado|assaltada|roubado|roubada|agredido|agredida|atacado|atacada)|assalto( \\S+){0,3} (agora|andamento|acontecendo)|assaltantes?|sequestr\\w+|estupr\\w+|espancando|estrangul\\w+|refem',
    ],
    [
      'crime',
      `(roubando|invadindo|arrombando|assaltar|invadir|arrombar)( \\S+){0,4} (casa|loja|banco|apartamento|porta|janela|predio|carro|${person})|(ladrao|ladroes|bandidos?|invasor|intruso)( \\S+){0,4} (casa|dentro|quintal|apartamento|loja|vizinho|vizinha)|(batendo|agredindo|atacando|ameacando|ameaca|ameacou)( \\S+){0,3} (${person}|matar|me)|me (ameacou|ameacando|seguindo|atacou)|vai (me|nos) matar`,
    ],
    [
      'injury',
      'nao (consegue |esta |ta |consigo |estou )?(respirar|respira|respirando|conseguindo respirar)|sem respirar|parou de respirar|inconsciente|desacordado|desacordada|desmaiou|desmaiado|desmaiada|sangrando|ataque cardiaco|infarto|infartando|avc|derrame cerebral|teve um derrame|overdose|convuls\\w+|engasgado|engasgada|engasgando',
    ],
    [
      'injury',
      `feridos?|feridas?|${person}( \\S+){0,3} (machucado|machucada|caido|caida|morrendo|passando mal)|(preciso|precisa|precisamos|chame|chamem|chama|mande|mandem|envie)( \\S+){0,3} ambulancia|atropelou|atropelado|atropelada|atropelamento|preso nas ferragens|presa nas ferragens`,
    ],
    [
      'water',
      `afogando|afogou|afogado|afogada|afogamento|enchente relampago|(caiu|cairam|arrastado|arrastada|arrastados|arrastando|levado|levada|levando|preso|presa|presos)( \\S+){0,4} ${water}`,
    ],
    [
      'other',
      '(e|eh|ha|tenho|tem|temos) uma emergencia|socorro|suicid\\w+|se matar|(pular|jogar)( \\S+){0,3} (ponte|predio|viaduto|janela|trilhos)|(vazamento|vazando|derramamento|vazou)( \\S+){0,3} (quimico|quimicos|toxico|amonia|cloro|acido)',
    ],
  ],
  ignore: [
    'hidrantes?( \\S+){0,2} incendio',
    'contra incendios?',
    'corpo de bombeiros|bombeiros?',
    '(alarme|alarmes|detector|detectores|saida|porta|extintor|extintores|seguro|risco|prevencao|perigo)( \\S+){0,2} (fumaca|incendios?|fogo|gas)',
    'fogos( de artificio)?',
    'bombas? (de|da|dagua|d agua)( \\S+)?|bombas? dagua',
    '(lixo|folhas|mato|galhos) queimando|queimando (o |as |os )?(lixo|folhas|mato|galhos|lenha)',
    '(lampada|poste|luz|semaforo|sinal|fusivel)( \\S+){0,3} (queimado|queimada|queimou|queimando)|queimado|queimada',
    'armas? de brinquedo',
    '(fios?|cabos?) (de|da) (internet|telefone|tv|televisao|telefonia)|fio dental',
    '(animal|animais|cachorro|cao|gato|passaro|veado|ave|bicho|cavalo|pombo|gamba)( \\S+){0,3} (feridos?|feridas?|atropelado|atropelada|sangrando|machucado|machucada|afogado|caido)',
    '(arvore|muro|galho|poste|parede|predio|telhado|placa)( \\S+){0,3} ameaca',
    '(arvore|galho|bicicleta|celular|placa|lixo|lixeira|carrinho|chaves?|bola|tampa|pedra|cerca|barranco|muro)( \\S+){0,3} (caiu|cairam|caido|caida)( \\S+){0,3} (rio|lago|lagoa|agua|corrego|canal|bueiro|mar)',
    '(carro|motor)( \\S+){0,2} (afogado|afogou)',
    '(depois|apos|desde|causa)( \\S+){0,2} (incendio|fogo|explosao|tiroteio|atropelamento)',
    'prevencao (de|ao)( \\S+){1,2}',
    'pronto socorro|conta de gas|posto de gasolina|medidor de gas',
    'feriado|feriados|fachada|fachadas|amado|arado|farmacia',
  ],
  unless: [
    [
      'ontem|anteontem|(semana|noite) passada|(mes|ano|sabado|domingo) passado|(ha|faz)( \\S+){1,2} (dias?|semanas?|mes|meses|anos?)|(dias?|semanas?|mes|meses|anos?) atras|no passado|antigamente',
      ['fire', 'crime', 'injury', 'water'],
    ],
    [
      '(pode|podem|poderia|podia|quase|risco de|perigo de|medo de|antes que)( \\S+){0,5} (atropelado|atropelada|atropelamento|feridos?|feridas?|machucado|machucada|afogado|afogada|afogamento|caido|caida|atropelou)',
      ['injury', 'water'],
    ],
    ['(pode|podem|poderia|podia) (pegar|causar|provocar|comecar)( \\S+){0,2} (fogo|incendio)', ['fire']],
  ],
  not: '(nao e|nao ha|nao tem|nao|sem|nenhum|nenhuma|nunca)( um| uma| o| a| nenhum| nenhuma| mais)*',
};
