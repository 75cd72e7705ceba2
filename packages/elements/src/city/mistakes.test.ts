import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { toldOnConsole } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

const failed = 'The list did not load. Try again, or call us. What you typed is still here.';

describe('where the web editor wrote', () => {
  let city: TestCity;
  before(async () => {
    city = await freshCity();
  });
  after(() => city.close());

  /** What the console has told by the time the resident has done this, and as many things as these are told. */
  const told = (
    attributes: Readonly<Record<string, string>>,
    mistakes: number,
    act: (resident: Resident) => Promise<void>,
  ) =>
    toldOnConsole(async () => {
      let said = 0;
      const { error } = console;
      console.error = (...words: unknown[]) => {
        if (String(words[0]).startsWith('citydesk:')) said++;
        error(...words);
      };
      const resident = await Resident.opens({ phone: '269-555-0142', ...attributes });
      await act(resident);
      await resident.until('what is told on the console', () => said >= mistakes);
    });
  const toldWith = (attributes: Readonly<Record<string, string>>) =>
    told(attributes, 1, async (resident) => {
      await resident.sees(failed);
      await resident.sees('Call 269-555-0142.');
    });

  it('no endpoint, the console says where it goes and the resident what to call', async () => {
    const said = await toldWith({});
    expect(said).to.deep.equal([
      'citydesk: there is no endpoint. Write endpoint="https://311.example.gov/open311/v2/" on the element or the script tag, or "endpoint" in the city file.',
    ]);
  });

  it('an endpoint that is no web address, the console says so with one that is', async () => {
    for (const endpoint of ['http://', 'htp://311.example.gov/v2/']) {
      const said = await toldWith({ endpoint });
      expect(said).to.deep.equal([
        `citydesk: endpoint="${endpoint}" is no web address. Write one like endpoint="https://311.example.gov/open311/v2/".`,
      ]);
    }
  });

  it('an endpoint whose answers this page may not read, the console says what the server has to send', async () => {
    // Another origin, which does not let this one read.
    const origin = location.origin.replace('localhost', '127.0.0.1');
    const said = await toldWith({ endpoint: `${origin}/no-permission/` });
    expect(said.filter((one) => one.startsWith('citydesk:'))).to.deep.equal([
      `citydesk: ${origin} answers, but does not let this page read it. The server must send "Access-Control-Allow-Origin: *" with every answer; where it cannot, use the relay as endpoint.`,
    ]);
  });

  it('words that a setting does not have, each is told once and the default counts', async () => {
    const attributes = {
      endpoint: city.endpoint,
      contact: 'maybe',
      storage: 'x',
      'geocoder-kind': 'here',
      'heading-level': 'two',
      'service-code': 'graffiti',
    };
    const all: string[] = [];
    for (const mistakes of [4, 0])
      all.push(
        ...(await told(attributes, mistakes, async (resident) => {
          expect(resident.root.querySelector('.title')!.localName).to.equal('h2');
          await resident.saysWhere('318 Hoffman St');
          await resident.arrivesAt('Check and send');
          await resident.sees('Your name and contact (optional)');
        })),
      );
    expect(all.toSorted()).to.deep.equal([
      'citydesk: contact="maybe" is not known, so contact="optional" counts. Write contact="optional" or contact="required" or contact="none".',
      'citydesk: geocoder-kind="here" is not known, so geocoder-kind="photon" counts. Write geocoder-kind="photon" or geocoder-kind="arcgis" or geocoder-kind="addresses".',
      'citydesk: heading-level="two" is not known. Write a whole number from 1 to 6.',
      'citydesk: storage="x" is not known, so storage="device" counts. Write storage="device" or storage="none".',
    ]);
  });
});
