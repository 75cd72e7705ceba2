/**
 * How danger is said in Vietnamese: the core of it. No native speaker has read it yet. `plain` text has no accents, so that "cháy" (burns), "chảy" (flows) and "chạy"
 * (runs) are one word: what stands beside it has to tell. The đ stays; those who type without accents write a d.
 */
import type { Phrases } from '../../urgent.ts';

const d = '[dđ]';
const someone = `(nguoi|em be|tre|con toi|phu nu|dan ong|${d}an ong|ba cu|ong cu|hoc sinh|cong nhan|co gai|vo|chong|me|hang xom|toi|ai ${d}o)`;
const animal = '(cho|meo|chim|nai|huou|thu|vit|soc|ga|rua)';

export const vi: Phrases = {
  dangers: [
    [
      'gas',
      '(co mui|mui|ngui|hoi|ro ri|ro|xi|bay|bi be|vo|dut|cat trung)',
      `(khi ga|khi gas|gas|hoi ga|ong ga|binh ga|khi ${d}ot)`,
    ],
    [
      'gas',
      `mui ga(?! (ran|nuong|chien|vit|luoc))|xi ga|ro ri ga|ngo ${d}oc khi|khi (doc|${d}oc)( \\S+){0,3} (keu|reo|ro ri|bay)|may bao khi (co )?(keu|reo|dang|${d}ang)`,
    ],
    [
      'wires',
      `(day ${d}ien|day cap|cap ${d}ien|day cao the|cot ${d}ien|tru ${d}ien|may bien ap)`,
      `(rot|roi|${d}ut|dut|nam|thong|long thong|lo lung|ho|xet|toe|no|xuong|ngang|${d}o|nghieng)`,
    ],
    ['wires', `${d}ien giat|giat ${d}ien|toe lua|xet lua|chap ${d}ien|ro ${d}ien|cham ${d}ien`],
    [
      'fire',
      `hoa hoan|${d}am chay|boc chay|boc lua|phat hoa|co chay|chay roi|^chay( chay)*$|chay (nha|rung|lon|chung cu|can ho|nha kho|bep|tiem|bai co|thung rac)(?! nuoc)|(nha|can ho|chung cu|rung|bep|tiem|toa nha|garage|thung rac|bai co)( \\S+){0,3} chay(?! (nuoc|qua|ra|nhanh|tran|ngang|tren))|bi chay (lon|rui|den|${d}en)|xe( \\S+){0,2} (bi chay|chay rui)`,
    ],
    [
      'fire',
      `khoi (${d}en|bay|boc|nghi ngut|mu mit|cuon|day|${d}ay)|nhieu khoi|lua (boc|chay|lon|dang|${d}ang)|ngon lua|no lon|vu no|phat no|${d}ang no|(qua|trai|gai) bom|phong hoa|${d}ot nha`,
    ],
    [
      'crime',
      `(cam|rut|dung|bang|mang|co|chia) (dao|sung|ma tau|riu|vu khi)|no sung|ban (sung|nguoi|nhau|chet)|tieng sung|${d}am (nguoi|nhau|chet|toi)|cuop|${d}ot nhap|pha cua|cay cua|dap (kinh|cua)( \\S+)? (xe|nha)|${d}anh nhau|bi danh|danh nhau|danh nguoi|danh ${d}ap|${d}anh ${d}ap|hiep dam|hiep ${d}am|bat coc|bop co|bao hanh|trom (vao|trong|dang|${d}ang)|lao vao nha`,
    ],
    ['crime', `(đanh|hanh hung|tan cong|${d}e doa|giet)`, someone],
    [
      'injury',
      `khong (con )?tho|ngung tho|ngat tho|kho tho|bat tinh|ngat xiu|hon me|chay mau nhieu|bi chay mau|chay nhieu mau|ra nhieu mau|mat mau|mau me|nhoi mau|${d}au tim|${d}ot (quy|qui)|co giat|soc thuoc|qua lieu|tu sat|(muon|${d}inh|${d}oi) tu tu|nhay (cau|lau)|bi thuong|xe cuu thuong|cap cuu|sap chet(?! [dđ]uoi)`,
    ],
    [
      'injury',
      `(bi xe|bi cay|bi tuong)( \\S+){0,2} (tong|dung|${d}ung|can|de|${d}e|${d}am)|xe( \\S+){0,2} (tong|can|${d}am|${d}ung)( \\S+){0,3} ${someone}|(mac ket|bi ket|bi vui|ket)( \\S+){0,3} ${someone}|${someone}( \\S+){0,3} (mac ket|bi ket|bi vui)`,
    ],
    [
      'water',
      `chet ${d}uoi|đuoi nuoc|sap (chet )?${d}uoi|(te|rot|roi|nga|lot|chim|rớt)( \\S+){0,2} (xuong|vao) (song|kenh|ao|bien|nuoc|cong|gieng|mat ho|ho nuoc|ho boi)|(bi|bi nuoc|nuoc) cuon|cuon troi|lu quet`,
    ],
    ['other', `khan cap|nguy hiem tinh mang|cuu (toi|mang|voi)|keu cuu`],
  ],
  ignore: [
    'may bao (chay|khoi)|bao chay|chua chay|chua lua|cuu hoa|phong chay|de chay',
    `(nuoc|voi|ong|cong|may|tu lanh|toilet|xe dap|cho|meo|chuot|muoi)( \\S+){0,3} chay(?! (nha|rung|lon|mau|nhieu mau))|xe (co )?chay (nhanh|au|qua|ngang|tren|vo|trong)`,
    `(${d}en|bong|bong ${d}en)( \\S+){0,3} chay|chay bong|${d}ot (phao|nhang|rac|la)`,
    `(day|cap)( cap)? (internet|mang|${d}ien thoai|truyen hinh|tivi)`,
    `tien gas?|hoa ${d}on gas?|bep gas?|tram gas?|gas station`,
    `${animal}( \\S+){0,3} (bi thuong|bi xe|mac ket|bi ket|chet|bat tinh|te xuong|rot xuong)|${animal} tan cong (tho|vit|meo)`,
    `(cay|canh|bong|${d}ien thoai|rac|gio|chia khoa|la|bang hieu|xe ${d}ap|thung)( \\S+){0,3} (rot|roi|nga|lot|te|bay|${d}o|troi) (xuong|vao)|(rac|la|thung rac)( \\S+){0,2} (bi|bi nuoc) cuon`,
    `phong cap cuu|so ${d}ien thoai khan cap|giay bao hanh|bao hanh (may|xe|san pham)`,
    `kho tho( \\S+){0,2} (vi|do|tai) (bui|mui|phan hoa|nong)`,
  ],
  unless: [
    [
      `hom qua|hom truoc|hom kia|(tuan|thang|nam|ngay) (truoc|roi|qua|ngoai)|${d}em qua|toi qua|${d}a (tat|dap|${d}uoc dap)|sau (vu|khi|tran|${d}am)|da tat|lau roi|dien tap|tap huan`,
      ['fire', 'crime', 'injury', 'water', 'gas'],
    ],
    [
      `co the|so (rang|se|bi)|lo (rang|se|ngai)|de bi|nguy co|neu|truoc khi|phong khi|lop hoc|khoa hoc`,
      ['fire', 'injury', 'water'],
    ],
  ],
  not: '(khong|chua|het|chang|khong phai)( co| phai| thay| nghe| con| bi| la| viec)*',
};
