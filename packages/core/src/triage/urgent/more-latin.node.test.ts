import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDangerCheck, phrasesIn } from '../urgent.ts';

/** Sentences as people may write them to a city: made up for this test, and not yet read by a native speaker. */
const languages = {
  // More of it is in the phrases of `npm run eval:urgent`.
  Spanish: {
    tag: 'es-US',
    dangers: [
      ['un niño fue arrastrado por el agua', 'water'],
      ['una mujer arrastrada por la corriente', 'water'],
      ['hay un cable eléctrico en la calle', 'wires'],
    ],
    harmless: ['no hay cables caídos', 'un hoyo grande en la calle'],
  },
  'Haitian Creole': {
    tag: 'ht',
    dangers: [
      ['Mwen santi gaz nan kay la', 'gas'],
      ['gen yon fwit gaz devan lekòl la', 'gas'],
      ['Gaz la ap koule nan lari a', 'gas'],
      ['fil kouran tonbe nan lari a', 'wires'],
      ['Poto elektrik la tonbe sou yon machin', 'wires'],
      ['gen etensèl k ap soti nan transfòmatè a', 'wires'],
      ['Gen dife nan kay vwazen an', 'fire'],
      ['kay la ap boule', 'fire'],
      ['anpil lafimen ap soti nan bilding nan', 'fire'],
      ['yon mesye ki gen zam devan magazen an', 'crime'],
      ['Y ap tire sou moun', 'crime'],
      ['gen yon vòlè anndan kay la', 'crime'],
      ['Yon gason ap bat yon fanm nan pak la', 'crime'],
      ['li pa ka respire', 'injury'],
      ['gen yon moun san konesans sou twotwa a', 'injury'],
      ['yon machin frape yon timoun', 'injury'],
      ['yon timoun ap nwaye', 'water'],
      ['yon moun tonbe nan larivyè a', 'water'],
      ['Se yon ijans!', 'other'],
      ['nou kole nan machin nan akoz dlo a', 'water'],
      ['Anmwe!', 'other'],
    ],
    harmless: [
      ...['gwo twou nan lari a', 'yo pa ranmase fatra a', 'limyè lari a pa limen', 'ponp dife a ap koule dlo'],
      ...['pa gen dife', 'detektè lafimen mwen an pa mache', 'gen yon chen blese nan lari a', 'pri gaz la monte'],
      ...['fil telefòn nan tonbe', 'yè swa te gen dife nan kay sa a', 'fey mouri nan lakou a', 'se pa yon ijans'],
      ...[
        'yon pyebwa tonbe nan larivyè a',
        'zwazo ap vole toupatou',
        'machin abandone devan lakay mwen',
        'dlo nan lari a',
      ],
      ...['ki lè yo ranmase branch bwa', 'gen sant fatra nan katye a', 'timoun yo ka blese nan pak la'],
    ],
  },
  Portuguese: {
    tag: 'pt-BR',
    dangers: [
      ['Estou sentindo cheiro de gás', 'gas'],
      ['vazamento de gás na rua', 'gas'],
      ['o gás está vazando no prédio', 'gas'],
      ['fio de energia caído na calçada', 'wires'],
      ['Caiu um poste com os fios', 'wires'],
      ['o transformador está soltando faíscas', 'wires'],
      ['A casa do vizinho está pegando fogo', 'fire'],
      ['incêndio no galpão', 'fire'],
      ['muita fumaça preta saindo do telhado', 'fire'],
      ['tem um homem com uma arma de fogo', 'crime'],
      ['um homem com faca na praça', 'crime'],
      ['Ouvi tiros na esquina', 'crime'],
      ['tem um ladrão dentro de casa', 'crime'],
      ['estão arrombando a porta da loja agora', 'crime'],
      ['ele não consegue respirar', 'injury'],
      ['Uma mulher foi atropelada', 'injury'],
      ['tem uma pessoa desmaiada na calçada', 'injury'],
      ['há dois feridos no carro', 'injury'],
      ['Tem uma criança se afogando', 'water'],
      ['um menino foi arrastado pela correnteza', 'water'],
      ['Isto é uma emergência', 'other'],
      ['socorro', 'other'],
    ],
    harmless: [
      ...[
        'buraco grande na rua',
        'o lixo não foi recolhido',
        'lâmpada do poste queimada',
        'o hidrante de incêndio vaza',
      ],
      ...['não é uma emergência', 'sem fogo', 'detector de fumaça com defeito', 'cachorro ferido na estrada'],
      ...[
        'conta de gás muito alta',
        'fogos de artifício toda noite',
        'a fachada do prédio está suja',
        'feriado sem coleta',
      ],
      ...[
        'Peço que a prefeitura faça algo',
        'eu tiro o lixo na terça',
        'ontem houve um incêndio aqui',
        'bomba de água parada',
      ],
      ...[
        'alguém pode ser atropelado aqui',
        'um galho caiu no rio',
        'estão atirando lixo no terreno',
        'semáforo queimado',
      ],
      ...['a árvore ameaça cair', 'onde fica o pronto-socorro'],
    ],
  },
  Tagalog: {
    tag: 'tl',
    dangers: [
      ['Nakakaamoy ako ng gas', 'gas'],
      ['amoy gas sa kalye namin', 'gas'],
      ['may tagas ng gas sa gusali', 'gas'],
      ['nahulog ang kawad ng kuryente', 'wires'],
      ['Natumba ang poste ng kuryente sa kalsada', 'wires'],
      ['may nakuryente sa tabi ng poste', 'wires'],
      ['May sunog sa kapitbahay!', 'fire'],
      ['nasusunog ang bahay', 'fire'],
      ['makapal na usok mula sa bubong', 'fire'],
      ['may lalaking may baril', 'crime'],
      ['may kutsilyo ang lalaki', 'crime'],
      ['may magnanakaw sa loob ng bahay', 'crime'],
      ['binubugbog niya ang babae', 'crime'],
      ['Hindi siya humihinga', 'injury'],
      ['hindi ako makahinga', 'injury'],
      ['walang malay ang matanda sa bangketa', 'injury'],
      ['nasagasaan ang bata', 'injury'],
      ['inatake sa puso ang lalaki', 'injury'],
      ['may nalulunod sa ilog', 'water'],
      ['Nahulog ang bata sa ilog', 'water'],
      ['Emergency ito!', 'other'],
      ['may hold-up sa tindahan', 'crime'],
      ['may gustong magpakamatay', 'other'],
      ['may tumatalon sa tulay', 'other'],
      ['Saklolo!', 'other'],
    ],
    harmless: [
      ...[
        'malaking butas sa kalsada',
        'hindi kinuha ang basura',
        'patay ang ilaw sa kalye',
        'tumutulo ang fire hydrant',
      ],
      ...[
        'walang sunog',
        'hindi ito emergency',
        'sira ang smoke detector',
        'patay na aso sa kalsada',
        'paputok gabi-gabi',
      ],
      ...['walang kuryente sa kalye namin', 'naputol ang kuryente kagabi', 'nagsusunog ng basura ang kapitbahay'],
      ...['may sunog dito noong isang linggo', 'nahulog ang sanga sa ilog', 'kable ng internet na nakalaylay'],
      ...['baka may masagasaan dito', 'mabaho ang amoy ng imburnal', 'sugatang pusa sa parke', 'mahal ang bill sa gas'],
      ...['kailan ang susunod na kuha ng basura', 'sumabog na tubo ng tubig'],
    ],
  },
} as const;

for (const [name, { tag, dangers, harmless }] of Object.entries(languages)) {
  describe(`danger in ${name}`, async () => {
    for (const known of [[tag], ['en', tag]]) {
      const check = createDangerCheck({}, await phrasesIn(known));
      const beside = known.length > 1 ? ', beside English,' : '';

      it(`is known by its kind${beside} with and without accents`, () => {
        for (const [words, danger] of dangers) {
          for (const written of [words, words.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()])
            assert.equal(check(written), danger, written);
        }
      });

      it(`is not found${beside} in what only sounds like it`, () => {
        for (const words of harmless) assert.equal(check(words), undefined, words);
      });
    }
  });
}
