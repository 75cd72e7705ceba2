import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { cityFile } from '../../../test/city-file.ts';
import { changeKept, isKept, keptDrafts, keptPictures, leaves, savesSoon } from '../../../test/kept-drafts.ts';
import { choosesFiles, photo } from '../../../test/photos.ts';
import { Resident } from '../../../test/resident.ts';

const offered = /^Go on with your report from \d+:\d\d (AM|PM)\?$/;

describe('a report that was left', () => {
  let city: TestCity;
  savesSoon();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const opens = (more: Readonly<Record<string, unknown>> = {}, attributes: Readonly<Record<string, string>> = {}) =>
    Resident.opens({ config: cityFile({ endpoint: city.endpoint, nearby: false, ...more }), ...attributes });
  const isOffered = (resident: Resident) =>
    resident.until('the offer', () => resident.names('heading').some((one) => offered.test(one)));

  const comesToQuestions = async (resident: Resident) => {
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.types('How many holes are there? (optional)', '2');
  };

  it('is offered on return above the first heading, with what was started and when, and passes axe', async () => {
    const first = await opens();
    await comesToQuestions(first);
    await isKept(first, city.endpoint, '"count":"2"');
    await leaves(first);
    const second = await Resident.opens({ endpoint: city.endpoint }, { width: 320 });
    expect(second.heading).to.equal('What is the problem?');
    const [above, title] = second.all('heading').map(({ innerText }) => innerText);
    expect(above).to.match(offered);
    expect(title).to.equal('What is the problem?');
    await second.sees(
      'You had started a report: Pothole in the street, 318 Hoffman St. It is kept on this device for 24 hours.',
    );
    expect((await axeSays(second.form)).violations).to.deep.equal([]);
    expect(second.sticksOut).to.deep.equal([]);
  });

  it('is gone on with by one tap: step, place, answers and words as they were', async () => {
    const first = await opens();
    await comesToQuestions(first);
    await isKept(first, city.endpoint, '"count":"2"');
    const { draft } = first.form;
    await leaves(first);
    const second = await opens();
    await second.presses('Go on with it');
    await second.arrivesAt('A few questions');
    await second.sees('How big is the hole?');
    expect(second.form.draft).to.deep.equal(draft);
    expect(second.filledIn).to.deep.equal({
      'Bigger than a car tire': 'yes',
      'At the curb': 'yes',
      'How many holes are there? (optional)': '2',
    });
    expect(second.focused?.id).to.equal('title');
    await second.presses('Continue');
    await second.arrivesAt('Check and send');
    const before = (await city.rows()).length;
    await second.presses('Send report');
    await second.getsReceipt();
    const rows = await city.rows();
    expect(rows.length).to.equal(before + 1);
    expect(rows[0]).to.deep.include({
      address: '318 Hoffman St',
      attributes: { size: 'large', lane: 'curb', count: '2' },
    });
  });

  it('comes back to the last screen with the questions of the city known, so that no answer is left out', async () => {
    const first = await opens();
    await comesToQuestions(first);
    await first.presses('Continue');
    await first.arrivesAt('Check and send');
    await isKept(first, city.endpoint, '"step":"check"');
    await leaves(first);
    await city.fail({ route: 'definition', kind: 'slow', ms: 500 });
    const second = await opens();
    await second.presses('Go on with it');
    await second.arrivesAt('A few questions');
    expect(second.names('button')).not.to.include('Send report');
    await second.arrivesAt('Check and send');
    await second.sees('How big is the hole? Bigger than a car tire');
  });

  it('has its photos with their pictures and words, and its point', async () => {
    const opensGraffiti = () => opens({ media: 'multipart:media[]' }, { 'service-code': 'graffiti' });
    const first = await opensGraffiti();
    await first.button(/photo$/);
    choosesFiles(first.root, await photo('wall.jpg'), await photo('door.jpg'));
    await first.until('the photos', () => first.form.draft.photos.filter(({ is }) => is === 'ready').length === 2);
    first.form.prefill = { place: { words: '318 Hoffman St', point: { lat: 41.9437, long: -85.6325 } } };
    const [about] = first.all('field').filter((field) => field.matches('[id^=photo-]:not([type=file])'));
    (about as HTMLInputElement).value = 'A painted wall';
    about!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const row = await isKept(first, city.endpoint, 'A painted wall');
    expect(await keptPictures(row.id)).to.have.length(2);
    const bytes = await Promise.all(first.form.draft.photos.map(({ file }) => file!.arrayBuffer()));
    await leaves(first);

    const second = await opensGraffiti();
    await second.presses('Go on with it');
    await second.arrivesAt('Show us where it is');
    await second.sees('wall.jpg');
    await second.sees('door.jpg');
    expect(second.filledIn['What does the photo show? (optional)']).not.to.equal(undefined);
    await second.until('the thumbnails', () => {
      const drawn = [...second.root.querySelectorAll<HTMLCanvasElement>('canvas.thumb')];
      return drawn.length === 2 && drawn.every((one) => one.getContext('2d')!.getImageData(9, 9, 1, 1).data[3] === 255);
    });
    const { place, photos } = second.form.draft;
    expect(place).to.deep.include({ words: '318 Hoffman St', point: { lat: 41.9437, long: -85.6325 } });
    expect(await Promise.all(photos.map(({ file }) => file!.arrayBuffer()))).to.deep.equal(bytes);
    await second.presses('Continue');
    await second.arrivesAt('Check and send');
    await second.presses('Send report');
    expect(await city.photos(await second.getsReceipt())).to.have.length(2);
  });

  it('of which a photo was taken away again keeps no picture of it', async () => {
    const first = await opens({ media: 'multipart:media[]' }, { 'service-code': 'graffiti' });
    await first.button(/photo$/);
    choosesFiles(first.root, await photo('wall.jpg'), await photo('door.jpg'));
    const { id } = await isKept(first, city.endpoint, 'door.jpg');
    await first.presses('Remove photo 1, wall.jpg');
    await first.types('Address or place', 'At the corner');
    await isKept(first, city.endpoint, 'At the corner');
    expect(await keptPictures(id)).to.have.length(1);
  });

  it('is deleted by one tap, and the form begins anew', async () => {
    const first = await opens();
    await comesToQuestions(first);
    await isKept(first, city.endpoint, '"count":"2"');
    await leaves(first);
    const second = await opens();
    await second.presses('Delete it and start again');
    await second.sees('Your report is cleared. It is no longer on this device.');
    expect(second.names('button')).not.to.include('Go on with it');
    expect(second.focused?.id).to.equal('title');
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
    second.form.remove();
    const third = await opens();
    expect(third.names('button')).not.to.include('Go on with it');
  });

  it('stands on the very first screen that is painted, so that nothing moves under a finger', async () => {
    const first = await opens();
    await first.types('Say it in your own words', 'pot hole');
    await isKept(first, city.endpoint, 'pot hole');
    await leaves(first);
    const host = document.createElement('div');
    const form = document.createElement('citydesk-request-form');
    form.setAttribute('endpoint', city.endpoint);
    host.append(form);
    document.body.append(host);
    const frames: boolean[] = [];
    while (frames.length < 20) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (form.shadowRoot?.getElementById('title'))
        frames.push(!!form.shadowRoot.querySelector('[aria-labelledby=resume]'));
    }
    host.remove();
    expect(new Set(frames)).to.deep.equal(new Set([true]));
  });

  it('is offered below where the device takes long to find it: what stands there does not move', async () => {
    const first = await opens();
    await first.types('Say it in your own words', 'pot hole');
    await isKept(first, city.endpoint, 'pot hole');
    await leaves(first);
    const { open } = IDBFactory.prototype;
    let isSlow = true;
    IDBFactory.prototype.open = function (this: IDBFactory, ...of) {
      const request = open.apply(this, of);
      if (isSlow && of[0] === 'citydesk-drafts') {
        const real = request.addEventListener.bind(request);
        const late = (listener: unknown) => (event: Event) =>
          setTimeout(() => (listener as (e: Event) => void)(event), 1600);
        request.addEventListener = (type: string, listener: unknown, options?: unknown) =>
          real(
            type,
            (type === 'upgradeneeded' ? listener : late(listener)) as EventListener,
            options as AddEventListenerOptions,
          );
      }
      return request;
    } as typeof open;
    try {
      const second = await opens();
      const top = () => second.root.getElementById('title')!.getBoundingClientRect().top;
      const before = top();
      expect(second.names('button')).not.to.include('Go on with it');
      await isOffered(second);
      expect(top()).to.equal(before);
      isSlow = false;
      await second.presses('Go on with it');
      await second.until('the words', () => second.filledIn['Say it in your own words'] === 'pot hole');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('whose service the city no longer takes goes back to the choice, with all else kept', async () => {
    const first = await opens();
    await comesToQuestions(first);
    const { id } = await isKept(first, city.endpoint, '"count":"2"');
    await leaves(first);
    const { draft } = (await keptDrafts(city.endpoint))[0] as unknown as { draft: object };
    await changeKept(id, { draft: { ...draft, serviceCode: 'moon' } });
    const second = await opens();
    await second.presses('Go on with it');
    await second.sees('The city does not take this kind of report here right now');
    expect(second.form.draft.description).to.equal('It is deep.');
  });

  it('that somebody else had taken over goes on with them', async () => {
    const other = await freshCity({ seed: { services: [{ service_code: 'road', service_name: 'Road surface' }] } });
    const first = await opens();
    await first.types('Say it in your own words', 'pot hole');
    await first.presses(/^Pothole/);
    await first.saysWhere('318 Hoffman St', 'It is deep.');
    await first.arrivesAt('A few questions');
    const { id } = await isKept(first, city.endpoint, '"step":"questions"');
    await leaves(first);
    const { draft } = (await keptDrafts(city.endpoint))[0] as unknown as { draft: object };
    const owner = { name: 'The county', endpoint: other.endpoint, serviceCode: 'road' };
    await changeKept(id, { owner, ownCode: 'pothole', draft: { ...draft, serviceCode: 'road' } });
    const second = await opens();
    await second.presses('Go on with it');
    await second.arrivesAt('Check and send');
    await second.sees('Road surface');
    await second.presses('Send report');
    await second.arrivesAt('The county has your report');
    expect((await other.rows())[0]).to.include({ serviceCode: 'road', address: '318 Hoffman St' });
    await other.close();
  });
});
