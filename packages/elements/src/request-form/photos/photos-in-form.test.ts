import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../../test/city-file.ts';
import { notThePicture } from '../../../test/not-the-picture.ts';
import { choosesFiles, photo, photoOfPlace } from '../../../test/photos.ts';
import { Resident } from '../../../test/resident.ts';

describe('photos with a report', () => {
  let city: TestCity;
  beforeEach(async () => (city = await freshCity()));
  afterEach(() => city.close());

  const opens = async (more: Readonly<Record<string, unknown>> = { media: 'multipart:media[]' }) => {
    const config = cityFile({ endpoint: city.endpoint, ...more });
    const resident = await Resident.opens({ config, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    return resident;
  };
  const adds = async (resident: Resident, ...files: File[]) => {
    await resident.button(/photo$/);
    choosesFiles(resident.root, ...files);
    const isDone = () => {
      const { photos } = resident.form.draft;
      return photos.length === files.length && photos.every(({ is }) => is !== 'preparing');
    };
    await resident.until('the photos', isDone);
  };
  const describes = (resident: Resident, words: string) =>
    resident.types('What does the photo show? (optional)', words);
  const filed = async (resident: Resident) => {
    const number = await resident.getsReceipt();
    const row = (await city.rows()).find(({ serviceRequestId }) => serviceRequestId === number)!;
    return { row, photos: await city.photos(number) };
  };

  it('are kept after errors and across steps, and arrive with their words', async () => {
    const resident = await opens();
    await adds(resident, await photoOfPlace(), await photo('b.jpg'), new File(['no photo'], 'c.txt'));
    await describes(resident, 'A painted wall');
    await resident.presses('It is somewhere else');
    await resident.presses('Continue');
    await resident.until('the errors', () => resident.problems.length);
    await resident.sees('IMG_2.jpg');
    await resident.saysWhere('318 Hoffman St', 'On the north side.');
    await resident.arrivesAt('Check and send');
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    await resident.sees('b.jpg');
    expect(resident.filledIn['What does the photo show? (optional)']).not.to.equal(undefined);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    const { row, photos } = await filed(resident);
    // A form's body has its lines as HTTP has them.
    expect(row.description!.replaceAll('\r', '')).to.match(
      /^On the north side\.\n\nPhoto 1: A painted wall\n\n\(Reference CD-....-....\)$/,
    );
    expect([row.lat, row.long]).to.deep.equal([null, null]);
    expect(photos).to.have.length(2);
    for (const stored of photos) {
      expect(notThePicture(new Uint8Array(await stored.arrayBuffer()))).to.deep.equal([]);
    }
  });

  it('arrive as files, whichever field the city reads', async () => {
    for (const media of ['multipart:media', 'multipart:media[]']) {
      const resident = await opens({ media });
      await adds(resident, await photo('a.jpg'), await photo('b.png', 'image/png'));
      await resident.saysWhere('318 Hoffman St');
      await resident.arrivesAt('Check and send');
      await resident.presses('Send report');
      const { photos } = await filed(resident);
      expect(photos.map(({ type }) => type)).to.deep.equal(['image/jpeg', 'image/jpeg']);
    }
  });

  it('go the way that the preset of a city tells, where its file does not', async () => {
    const resident = await opens({ preset: 'helsinki' });
    await adds(resident, await photo());
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    expect((await filed(resident)).photos).to.have.length(1);
  });

  it('can be what the city refuses: then the report goes without them', async () => {
    const resident = await opens();
    await adds(resident, await photo());
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'media', times: 1 });
    await resident.presses('Send report');
    await resident.sees(/photos? did not go through/);
    await resident.presses(/without/);
    const { photos } = await filed(resident);
    expect(photos).to.deep.equal([]);
  });

  it('can be what keeps the report: then it goes without them', async () => {
    const resident = await opens();
    await adds(resident, await photo());
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    const before = (await city.rows()).length;
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await resident.presses('Send report');
    await resident.arrivesAt('Your report is not sent yet');
    Reflect.deleteProperty(navigator, 'onLine');
    await resident.presses('Send without the photos');
    const { photos } = await filed(resident);
    expect(photos).to.deep.equal([]);
    expect((await city.rows()).length).to.equal(before + 1);
  });

  it('can bring the place along', async () => {
    const resident = await opens();
    await adds(resident, await photoOfPlace());
    await resident.presses('Use this place');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    const { row } = await filed(resident);
    expect([row.lat!.toFixed(4), row.long!.toFixed(4)]).to.deep.equal(['41.9437', '-85.6325']);
  });

  it('are not asked for by a city that takes none', async () => {
    for (const more of [{}, { preset: 'chicago' }, { media: 'none' }, { media: 'multipart:media', mostPhotos: 0 }]) {
      const resident = await opens(more);
      await resident.field('Address or place');
      expect(resident.names('group')).not.to.include('Photo (optional)');
    }
  });
});
