import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDangerCheck, phrasesIn } from '../urgent.ts';
import type { Danger } from '../stop.ts';

/** What people write, with the danger that is meant; and what only sounds like it. */
const said: Readonly<
  Record<string, { readonly stop: readonly (readonly [string, Danger])[]; readonly go: readonly string[] }>
> = {
  pl: {
    stop: [
      ['Czuć gaz na klatce schodowej', 'gas'],
      ['Na ulicy śmierdzi gazem', 'gas'],
      ['Ulatnia się gaz, rura jest przebita', 'gas'],
      ['Zerwany kabel leży na chodniku', 'wires'],
      ['Przewód elektryczny zwisa nad jezdnią', 'wires'],
      ['Iskrzy na słupie', 'wires'],
      ['Pali się dom sąsiada', 'fire'],
      ['Pożar w piwnicy!', 'fire'],
      ['Z dachu leci czarny dym', 'fire'],
      ['Mężczyzna z nożem chodzi po parku', 'crime'],
      ['Ktoś włamuje się do mieszkania', 'crime'],
      ['Dwóch ludzi bije kobietę', 'crime'],
      ['Człowiek leży i nie oddycha', 'injury'],
      ['Samochód potrącił dziecko', 'injury'],
      ['Starsza pani jest nieprzytomna', 'injury'],
      ['Napadli na starszego pana', 'crime'],
      ['Ktoś tonie w rzece', 'water'],
      ['Dziecko wpadło do studzienki', 'water'],
      ['Ratunku', 'other'],
    ],
    go: [
      'Dziura w jezdni przed biblioteką',
      'Nie pali się latarnia na rogu',
      'Latarnia pali się cały dzień',
      'Cieknący hydrant przeciwpożarowy',
      'Wczoraj było włamanie do piwnicy',
      'Zwisa kabel od internetu',
      'Ranny ptak na chodniku',
      'Rachunek za gaz jest za wysoki',
      'Drzewo wpadło do rzeki',
      'Ulica tonie w śmieciach',
      'Sąsiad rozpala grilla na balkonie',
      'Ktoś może wpaść do tej dziury',
      'Po pożarze zostały śmieci',
      'Nie ma pożaru',
      'Dzieci strzelają petardami',
      'Wieczorem strzelają fajerwerki',
    ],
  },
  ru: {
    stop: [
      ['Пахнет газом в подъезде', 'gas'],
      ['Сильный запах газа на улице', 'gas'],
      ['Утечка газа!', 'gas'],
      ['Оборвался провод и лежит на дороге', 'wires'],
      ['Искрит на столбе', 'wires'],
      ['Упал электрический кабель', 'wires'],
      ['Горит дом', 'fire'],
      ['Пожар в подвале', 'fire'],
      ['Из окна валит чёрный дым', 'fire'],
      ['Мужчина с ножом во дворе', 'crime'],
      ['Слышны выстрелы', 'crime'],
      ['Кто-то лезет в окно квартиры', 'crime'],
      ['Двое избивают человека', 'crime'],
      ['Человек не дышит', 'injury'],
      ['Машина сбила ребёнка', 'injury'],
      ['Женщина лежит без сознания', 'injury'],
      ['Мальчик тонет в реке', 'water'],
      ['Ребёнок упал в открытый люк', 'water'],
      ['Это чрезвычайная ситуация', 'other'],
    ],
    go: [
      'Большая яма на дороге',
      'Не горит фонарь у магазина',
      'Фонарь горит весь день',
      'Течёт пожарный гидрант',
      'Газон не стригли всё лето',
      'В магазине газировка дорогая, пахнет плохо',
      'Вчера во дворе был пожар',
      'Висит провод от интернета',
      'На обочине сбитая собака',
      'Дерево упало в реку',
      'Когда проводится уборка на дороге?',
      'Ночью взрывают петарды',
      'Счёт за газ слишком большой',
      'Кто-нибудь может провалиться в эту яму',
      'Улица тонет в мусоре',
      'Пожара нет',
    ],
  },
  vi: {
    stop: [
      ['Có mùi khí ga trong nhà', 'gas'],
      ['Rò rỉ gas ngoài đường', 'gas'],
      ['ngui thay mui gas', 'gas'],
      ['Dây điện bị đứt nằm trên đường', 'wires'],
      ['Cột điện đổ', 'wires'],
      ['Dây điện tóe lửa', 'wires'],
      ['Cháy nhà!', 'fire'],
      ['Nhà hàng xóm đang cháy', 'fire'],
      ['Khói đen bốc lên từ mái nhà', 'fire'],
      ['Có người cầm dao ngoài công viên', 'crime'],
      ['Có tiếng súng', 'crime'],
      ['Trộm đang phá cửa', 'crime'],
      ['Ông ấy không thở nữa', 'injury'],
      ['Có người nằm bất tỉnh', 'injury'],
      ['Xe tông vào một em bé', 'injury'],
      ['Ông cụ chảy máu nhiều', 'injury'],
      ['Một người sắp chết đuối', 'water'],
      ['Em bé té xuống sông', 'water'],
      ['Đây là việc khẩn cấp', 'other'],
    ],
    go: [
      'Ổ gà lớn trên đường',
      'Nước chảy trên đường',
      'Ống nước trước nhà đang chảy',
      'Xe chạy nhanh qua khu nhà',
      'Đèn đường bị cháy bóng',
      'Trụ cứu hỏa bị rò nước',
      'Máy báo cháy miễn phí',
      'Dây điện thoại thòng xuống',
      'Cây rơi xuống sông',
      'Chó bị thương bên đường',
      'Hôm qua có đám cháy ở góc đường',
      'Không có cháy',
      'Hàng xóm đốt pháo',
      'Hóa đơn gas cao quá',
      'Trẻ em có thể bị thương ở đây',
      'Đây ở trên đường có rác',
    ],
  },
  ko: {
    stop: [
      ['가스 냄새가 나요', 'gas'],
      ['집 앞에서 가스가 새고 있어요', 'gas'],
      ['가스관이 터졌어요', 'gas'],
      ['전선이 끊어져서 길에 떨어졌어요', 'wires'],
      ['전봇대가 쓰러졌어요', 'wires'],
      ['전선에서 불꽃이 튀어요', 'wires'],
      ['옆집에 불이 났어요', 'fire'],
      ['지붕에서 검은 연기가 나요', 'fire'],
      ['차가 불타고 있어요', 'fire'],
      ['칼을 든 남자가 있어요', 'crime'],
      ['총소리가 들려요', 'crime'],
      ['누가 문을 부수고 들어와요', 'crime'],
      ['숨을 쉬지 않아요', 'injury'],
      ['할머니가 길에 쓰러졌어요', 'injury'],
      ['아이가 차에 치였어요', 'injury'],
      ['아이가 개천에 빠졌어요', 'water'],
      ['얼음이 깨져서 아이가 빠졌어요', 'water'],
      ['사람이 물에 떠내려가요', 'water'],
      ['응급 상황이에요', 'other'],
    ],
    go: [
      '도로에 큰 구멍이 있어요',
      '가로등 불이 나갔어요',
      '나무가 쓰러져 있어요',
      '소화전에서 물이 새요',
      '화재경보기를 무료로 받을 수 있나요',
      '가스 요금이 너무 많이 나왔어요',
      '인터넷 케이블이 늘어져 있어요',
      '고양이가 차에 치였어요',
      '어제 옆집에 불이 났어요',
      '공원에서 폭죽 소리가 시끄러워요',
      '화재가 아닙니다',
      '자전거가 개천에 빠졌어요',
      '아이들이 다칠 것 같아요',
      '버스를 타고 있는데 너무 더워요',
      '코를 찌르는 냄새가 나요',
      '콘크리트 강도가 약해요',
    ],
  },
};

for (const [language, { stop, go }] of Object.entries(said)) {
  describe(`danger in ${new Intl.DisplayNames('en', { type: 'language' }).of(language)}`, async () => {
    const check = createDangerCheck({}, await phrasesIn(['en', language]));

    it('is known, with its kind', () => {
      assert.deepEqual(
        stop.map(([words]) => [words, check(words)]),
        stop.map(([words, danger]) => [words, danger]),
      );
    });

    it('is not seen in what is none', () => {
      assert.deepEqual(
        go.filter((words) => check(words) !== undefined),
        [],
      );
    });

    it('is only known where the language is asked for', async () => {
      const english = createDangerCheck({}, await phrasesIn(['en']));
      const known = stop.filter(([words]) => english(words) !== undefined);
      assert.ok(known.length <= stop.length / 4, JSON.stringify(known));
    });
  });
}
