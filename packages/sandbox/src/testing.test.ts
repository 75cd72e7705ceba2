import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from './testing.ts';

describe('a fresh city in the browser', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const report = (): Promise<number | string> =>
    fetch(`${city.endpoint}requests.json`, {
      method: 'POST',
      body: new URLSearchParams({ service_code: 'curb', address_string: '318 Hoffman St' }),
    }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );

  it('takes a report and tells what it kept', async () => {
    const before = (await city.rows()).length;
    expect(await report()).to.equal(200);
    const rows = await city.rows();
    expect(rows.length).to.equal(before + 1);
    expect(rows[0]?.address).to.equal('318 Hoffman St');
  });

  it('has a clerk with a camera, and keeps what residents answer', async () => {
    await report();
    const [{ serviceRequestId: id } = { serviceRequestId: '' }] = await city.rows();
    const canvas = new OffscreenCanvas(2, 2);
    canvas.getContext('2d');
    await city.change(id, { status: 'Closed', note: 'New curb.', afterPhoto: await canvas.convertToBlob() });
    const body = new URLSearchParams({ service_request_id: id, updated_datetime: new Date().toISOString() });
    body.set('question', 'fixed');
    body.set('answer', 'no');
    const answer = await fetch(`${city.endpoint}servicerequestupdates.json`, { method: 'POST', body });
    expect(await answer.json()).to.deep.equal([{ update_id: '1' }]);

    const [row] = await city.rows();
    expect(row?.answers.map((each) => [each.question, each.answer, each.words])).to.deep.equal([['fixed', 'no', null]]);
    const told = await fetch(`${city.endpoint}requests/${id}.json?extensions=true`);
    const [request] = (await told.json()) as { notes: { media_url?: string }[] }[];
    const image = new Image();
    image.src = request?.notes[1]?.media_url ?? '';
    await image.decode();
    expect(image.naturalWidth).to.equal(2);
  });

  it('cuts a used connection without the browser sending the report again', async () => {
    expect(await report()).to.equal(200);
    const before = (await city.rows()).length;
    await city.fail({ route: 'post', kind: 'down', committed: true });
    expect(await report()).to.equal('TypeError');
    expect((await city.rows()).length).to.equal(before + 1);
  });
});
