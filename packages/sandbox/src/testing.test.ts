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

  it('cuts a used connection without the browser sending the report again', async () => {
    expect(await report()).to.equal(200);
    const before = (await city.rows()).length;
    await city.fail({ route: 'post', kind: 'down', committed: true });
    expect(await report()).to.equal('TypeError');
    expect((await city.rows()).length).to.equal(before + 1);
  });
});
