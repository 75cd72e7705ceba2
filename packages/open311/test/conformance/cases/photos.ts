/** Photos on their way to the city. */
import type { ClientOptions, Report } from '../../../src/index.ts';
import type { CannedAnswer, Case } from '../case.ts';

const jpeg = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' });
const png = new Blob([new Uint8Array([0x89, 0x50])], { type: 'image/png' });
const large = new Blob([new Uint8Array(200_000)], { type: 'image/webp' });

const filed: CannedAnswer = { body: [{ service_request_id: '17' }] };
const city = { 'POST requests.json': filed };

function sending(
  title: string,
  media: ClientOptions['media'],
  photos: readonly Blob[],
  sent: readonly (readonly [string, string])[],
  report: Partial<Report> = {},
): Case {
  return {
    title: `photos: ${title}`,
    calls: [['submitRequest', { serviceCode: '006', media: photos, ...report }]],
    options: { media },
    city,
    sent: [['service_code', '006'], ...sent],
    gives: { serviceRequestId: '17' },
    times: 1,
  };
}

export const photoCases: readonly Case[] = [
  sending('a file in `media`', 'multipart:media', [jpeg], [['media', 'photo-1.jpg image/jpeg 3']]),
  sending(
    'several files in `media[]`',
    'multipart:media[]',
    [jpeg, png],
    [
      ['media[]', 'photo-1.jpg image/jpeg 3'],
      ['media[]', 'photo-2.png image/png 2'],
    ],
  ),
  sending(
    'a file goes under a name that tells nothing',
    'multipart:media',
    [new File([new Uint8Array(4)], 'Ann Smith at home.HEIC', { type: 'image/heic' })],
    [['media', 'photo-1.heic image/heic 4']],
  ),
  sending(
    'beside all else of a report, as it was written',
    'multipart:media[]',
    [jpeg],
    [
      ['description', 'äö & 道'],
      ['attribute[A][]', 'x y'],
      ['media[]', 'photo-1.jpg image/jpeg 3'],
    ],
    { description: 'äö & 道', attributes: { A: ['x y'] } },
  ),
  sending('large files arrive whole', 'multipart:media', [large], [['media', 'photo-1.webp image/webp 200000']]),
  sending('as Base64 text', 'base64:media', [jpeg], [['media', '/9j/']]),
  sending(
    'two as Base64 text',
    'base64:media',
    [jpeg, png],
    [
      ['media', '/9j/'],
      ['media', 'iVA='],
    ],
  ),
  sending(
    'by an uploader, as an address',
    async ({ size }) => `https://photos.example/${size}.jpg`,
    [jpeg],
    [['media_url', 'https://photos.example/3.jpg']],
  ),
  sending(
    'several by an uploader, in order',
    async ({ type }) => `https://photos.example/${type}`,
    [jpeg, png],
    [
      ['media_url', 'https://photos.example/image/jpeg'],
      ['media_url', 'https://photos.example/image/png'],
    ],
  ),
  sending('an uploader is not troubled without photos', () => Promise.reject(new Error('asked')), [], []),
  sending('no photos, no multipart', 'multipart:media[]', [], []),
  {
    title: 'photos: a multipart report is a simple request too',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    options: { media: 'multipart:media' },
    city,
    headers: { 'content-type': /^multipart\/form-data; ?boundary=/, authorization: '' },
    times: 1,
  },
  {
    title: 'photos: a city that takes none is sent nothing',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    city,
    throws: { name: 'UnsupportedError' },
    times: 0,
  },
  {
    title: 'photos: if the uploader fails, nothing is sent',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    options: { media: () => Promise.reject(new RangeError('too large')) },
    city,
    throws: { name: 'RangeError', message: 'too large' },
    times: 0,
  },
  {
    title: 'photos: a report with photos is never repeated',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    options: { media: 'multipart:media' },
    city: { 'POST requests.json': [{ status: 503, headers: { 'Retry-After': '0' } }, filed] },
    throws: { name: 'RejectedError', status: 503 },
    times: 1,
  },
  {
    title: 'photos: a preset knows how they are sent',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    options: { preset: 'helsinki' },
    city,
    sent: [
      ['service_code', '006'],
      ['media[]', 'photo-1.jpg image/jpeg 3'],
    ],
  },
  {
    title: 'photos: an option wins over the preset',
    calls: [['submitRequest', { serviceCode: '006', media: [jpeg] }]],
    options: { preset: 'helsinki', media: 'none' },
    city,
    throws: { name: 'UnsupportedError' },
    times: 0,
  },
];
