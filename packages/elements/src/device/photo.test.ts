import { expect } from '@open-wc/testing';
import { createClient } from '@citydesk/open311';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { corpusFiles } from '../../test/corpus-files.ts';
import { notThePicture } from '../../test/not-the-picture.ts';
import { PhotoRefused, preparePhoto } from './photo.ts';

const most = 1_200_000;

/** A picture of a file, as an upright photo of a test would be: dark on the left, red below. */
async function drawn(width: number, height: number, type = 'image/png', ground = '#fff'): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#f00';
  context.fillRect(0, height / 2, width, height / 2);
  return new File([await canvas.convertToBlob({ type })], 'photo');
}

/** Colours of a picture as a page shows it, on so many by so many points. */
async function coloursOf(picture: Blob, across: number, down: number): Promise<Uint8ClampedArray> {
  const decoded = await createImageBitmap(picture, { resizeWidth: across, resizeHeight: down, resizeQuality: 'high' });
  const context = new OffscreenCanvas(across, down).getContext('2d')!;
  context.drawImage(decoded, 0, 0);
  decoded.close();
  return context.getImageData(0, 0, across, down).data;
}

/** How far the colours of two pictures are from each other on average, 0 to 255. */
const difference = (one: Uint8ClampedArray, other: Uint8ClampedArray) =>
  one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length;

const faultOf = (file: Blob, options = {}) =>
  preparePhoto(file, { most, ...options }).then(
    () => 'none',
    (error: unknown) => (error instanceof PhotoRefused ? error.fault : String(error)),
  );

describe('a photo that is made ready', () => {
  it('is at most 2048 pixels long, and not made larger', async () => {
    const { width, height } = await preparePhoto(await drawn(4000, 3000), { most });
    expect([width, height]).to.deep.equal([2048, 1536]);
    const small = await preparePhoto(await drawn(30, 40), { most });
    expect([small.width, small.height]).to.deep.equal([30, 40]);
  });

  it('is a JPEG in which nothing else is', async () => {
    for (const type of ['image/png', 'image/webp', 'image/jpeg']) {
      const { blob } = await preparePhoto(await drawn(300, 200, type), { most });
      expect(blob.type).to.equal('image/jpeg');
      expect(notThePicture(new Uint8Array(await blob.arrayBuffer()))).to.deep.equal([]);
    }
  });

  it('keeps to the bytes it may have, by less quality or fewer pixels', async () => {
    const canvas = new OffscreenCanvas(2048, 1536);
    const context = canvas.getContext('2d')!;
    const noise = context.createImageData(2048, 1536);
    for (let at = 0; at < noise.data.length; at += 65_536) crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
    context.putImageData(noise, 0, 0);
    const file = await canvas.convertToBlob();
    for (const bytes of [1_200_000, 300_000]) {
      const { blob, width, height } = await preparePhoto(file, { most: bytes });
      expect(blob.size).to.be.within(bytes / 4, bytes);
      expect(width / height).to.be.closeTo(4 / 3, 0.01);
    }
    expect(await faultOf(file, { most: 500 })).to.equal('size');
  });

  it('stands on white where it was transparent', async () => {
    const { blob } = await preparePhoto(await drawn(40, 40, 'image/png', 'rgb(0 0 0 / 0)'), { most });
    const [red, green, blue] = (await coloursOf(blob, 4, 4)).subarray(12, 15);
    expect(Math.min(red!, green!, blue!)).to.be.above(245);
  });

  it('is scaled without jags', async () => {
    // Stripes of one pixel, which a scaler that looks at few pixels turns into black or white.
    const canvas = new OffscreenCanvas(3968, 992);
    const context = canvas.getContext('2d')!;
    for (let at = 0; at < 3968; at += 2) context.fillRect(at, 0, 1, 992);
    const { blob } = await preparePhoto(await canvas.convertToBlob(), { most, side: 496 });
    const greys = (await coloursOf(blob, 496, 124)).filter((_, at) => at % 4 === 0);
    expect(Math.min(...greys)).to.be.above(90);
    expect(Math.max(...greys)).to.be.below(220);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const ready = preparePhoto(await drawn(4000, 3000), { most, signal: stop.signal });
    stop.abort(new Error('Enough.'));
    expect(await ready.catch(String)).to.equal('Error: Enough.');
  });

  it('is refused by what it is, whatever it is called', async () => {
    const file = (content: BlobPart) => new File([content], 'photo.jpg', { type: 'image/jpeg' });
    expect(await faultOf(file(''))).to.equal('type');
    expect(await faultOf(file('%PDF-1.7'))).to.equal('type');
    expect(await faultOf(file('GIF89a@\u0001@\u0001'))).to.equal('broken');
    const png = new Uint8Array(await (await drawn(20, 20)).arrayBuffer());
    expect(await faultOf(file(png.slice(0, -20)))).to.equal('broken');
    new DataView(png.buffer).setUint32(16, 60_000);
    expect(await faultOf(file(png))).to.equal('size');
  });
});

describe('files that are bad for cities', () => {
  let city: TestCity;
  before(async () => {
    city = await freshCity({ seed: 'three-rivers' });
  });
  after(() => city.close());

  /** Files what is ready, three to a report, and gives what the city then has. */
  async function stored(pictures: readonly Blob[]): Promise<readonly Blob[]> {
    const client = createClient({ endpoint: city.endpoint, media: 'multipart:media[]' });
    const reports: (readonly Blob[])[] = [];
    for (let at = 0; at < pictures.length; at += 3) reports.push(pictures.slice(at, at + 3));
    const kept = await Promise.all(
      reports.map(async (media) => {
        const { serviceRequestId } = await client.submitRequest({
          serviceCode: 'graffiti',
          addressString: 'Here',
          media,
        });
        return city.photos(serviceRequestId!);
      }),
    );
    return kept.flat();
  }

  /** Makes every file ready, files what is, and looks at it as the city has it. */
  async function judged(files: readonly File[]) {
    const outcomes = await Promise.all(
      files.map(async (file) => {
        const ready = await preparePhoto(file, { most }).catch((error: unknown) => {
          if (!(error instanceof PhotoRefused)) throw error;
          return error.fault;
        });
        return { file, ready };
      }),
    );
    const refused = new Map(
      outcomes.flatMap(({ file, ready }) => (typeof ready === 'string' ? [[file.name, ready]] : [])),
    );
    const taken = outcomes.flatMap(({ file, ready }) => (typeof ready === 'string' ? [] : [{ file, ...ready }]));
    const blobs = await stored(taken.map(({ blob }) => blob));
    const kept = new Map(taken.map((one, at) => [one.file.name, { ...one, blob: blobs[at]! }]));
    const wrong: string[] = [];
    for (const [name, { blob }] of kept) {
      const left = notThePicture(new Uint8Array(await blob.arrayBuffer()));
      if (left.length) wrong.push(`${name}: ${left.join(', ')}`);
    }
    expect(kept.size + refused.size).to.equal(files.length);
    expect(blobs.length).to.equal(kept.size);
    expect(wrong).to.deep.equal([]);
    return { kept, refused };
  }

  const told = (name: string, { kept, refused }: Awaited<ReturnType<typeof judged>>, expected: number) => {
    console.log(
      `${name}: ${kept.size + refused.size} run of ${expected} expected; ${kept.size} stored, ${refused.size} refused`,
    );
    expect(kept.size + refused.size).to.equal(expected);
  };

  it('are stored the right way up, without a word of themselves: turned photos', async function () {
    const files = (await corpusFiles('exif-orientation')) ?? this.skip();
    const all = await judged(files);
    told('exif-orientation', all, 9);
    expect([...all.refused.keys()]).to.deep.equal([]);
    // The upright original, by its own bytes: no orientation is in it.
    const original = await coloursOf(
      files.find(({ name }) => name === 'Landscape_0.jpg')!,
      90,
      60,
    );
    const differences: Record<string, number> = {};
    for (const [name, { blob, width, height }] of all.kept) {
      expect([name, width, height]).to.deep.equal([name, 1800, 1200]);
      differences[name] = difference(await coloursOf(blob, 90, 60), original);
    }
    const far = Object.entries(differences).filter(([, by]) => by > 12);
    console.log(
      `exif-orientation: ${JSON.stringify(differences, (_, by: unknown) => (typeof by === 'number' ? Math.round(by * 10) / 10 : by))}`,
    );
    expect(far).to.deep.equal([]);
  });

  it('are stored without what was hidden in them, or refused: attacks', async function () {
    const files = (await corpusFiles('upload-attacks')) ?? this.skip();
    const index = JSON.parse(await files.find(({ name }) => name === 'index.json')!.text()) as {
      file: string;
      expect: string;
    }[];
    const all = await judged(files);
    expect(all.refused.get('index.json')).to.equal('type');
    told('upload-attacks', all, 21);
    for (const { file, expect: wanted } of index) {
      const outcome = all.kept.has(file) ? 'stored' : all.refused.get(file);
      if (wanted.startsWith('accept')) expect([file, outcome]).to.deep.equal([file, 'stored']);
      if (wanted.startsWith('reject-with') || wanted.startsWith('reject-before')) {
        expect([file, outcome]).not.to.deep.equal([file, 'stored']);
      }
    }
    for (const [name, { blob }] of all.kept) {
      const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
      expect([name, /<script|<html|onerror|Exif\0|adobe\.com|pwned/i.exec(text)]).to.deep.equal([name, null]);
    }
    const { taken: newYork } = all.kept.get('gps-nyc.jpg')!;
    expect(newYork!.lat).to.be.closeTo(40.7, 0.2);
    expect(newYork!.long).to.be.closeTo(-74, 0.2);
    const sydney = all.kept.get('gps-sydney-o6.jpg')!;
    expect(sydney.taken!.lat).to.be.closeTo(-33.9, 0.2);
    expect(sydney.taken!.long).to.be.closeTo(151.2, 0.2);
    expect(all.kept.get('gps-in-xmp-only.jpg')!.taken).not.to.equal(undefined);
    // Its pixels were left as they were: told to be on their side, they come out upright.
    const plain = all.kept.get('gps-nyc.jpg')!;
    expect([sydney.width, sydney.height]).to.deep.equal([plain.height, plain.width]);
  });

  it('are stored as pictures or refused as broken: every kind of PNG', async function () {
    const files = (await corpusFiles('pngsuite')) ?? this.skip();
    const all = await judged(files);
    told('pngsuite', all, 90);
    // Those that begin with an x are corrupt. Two only in a checksum, which a browser may not mind.
    const sound = files.filter(({ name }) => !name.startsWith('x'));
    expect(sound.filter(({ name }) => !all.kept.has(name)).map(({ name }) => name)).to.deep.equal([]);
    const corrupt = files.filter(({ name }) => /^x(?!cs|hd)/.test(name));
    expect(corrupt.filter(({ name }) => all.kept.has(name)).map(({ name }) => name)).to.deep.equal([]);
    // Of one whose pixels are as they were, the city has the picture that a page would show.
    const original = await coloursOf(
      files.find(({ name }) => name === 'basn2c08.png')!,
      16,
      16,
    );
    expect(difference(await coloursOf(all.kept.get('basn2c08.png')!.blob, 16, 16), original)).to.be.below(12);
  });

  it('are stored as pictures or refused: scripts in pictures', async function () {
    const files = (await corpusFiles('upload-xss-files')) ?? this.skip();
    const all = await judged(files);
    told('upload-xss-files', all, 7);
    for (const { name } of files) {
      expect([name, all.refused.get(name)]).to.deep.equal([name, /\.(svg|xhtml)$/.test(name) ? 'type' : undefined]);
    }
  });
});
