import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { Resident } from '../../test/resident.ts';

const seed: Seed = {
  services: [
    { service_code: 'now', service_name: 'Graffiti', agency: 'Code Enforcement' },
    { service_code: 'later', service_name: 'Noise', type: 'batch' },
    { service_code: 'never', service_name: 'Praise', type: 'blackbox' },
  ],
};

describe('the receipt', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const files = async (attributes: Readonly<Record<string, string>> = {}) => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...attributes });
    await resident.reportsGraffiti();
    await resident.presses(/^Your name and contact/);
    await resident.types('Email', 'ada@example.com');
    await resident.presses('Send report');
    return { resident, number: await resident.getsReceipt() };
  };

  it('shows the number and leads to the request on this page', async () => {
    const { resident, number } = await files();
    expect((await city.rows())[0]?.serviceRequestId).to.equal(number);
    const { href } = await resident.link('Follow this report');
    expect(href).to.equal(`${location.href.replace(/#.*/, '')}#citydesk:request=${number}`);
  });

  it('leads to the page with the tracker where the city has one', async () => {
    const { resident, number } = await files({ 'tracker-url': '/report/track/?from=form#top' });
    const { href } = await resident.link('Follow this report');
    expect(href).to.equal(`${location.origin}/report/track/?from=form#citydesk:request=${number}`);
  });

  it('copies a whole link, that works anywhere', async () => {
    let copied = '';
    const restore = replace('clipboard', { writeText: async (text: string) => void (copied = text) });
    const { resident, number } = await files();
    await resident.presses('Copy the link');
    await resident.sees('The link is copied.');
    restore();
    expect(new URL(copied).hash).to.equal(`#citydesk:request=${number}`);
    expect(new URL(copied).host).to.equal(location.host);
  });

  for (const [name, clipboard] of [
    ['refuses', { writeText: () => Promise.reject(new Error('NotAllowed')) }],
    ['is not there', undefined],
  ] as const) {
    it(`shows the link to copy by hand where the clipboard ${name}`, async () => {
      const restore = replace('clipboard', clipboard);
      const { resident, number } = await files();
      await resident.presses('Copy the link');
      await resident.sees('Copying did not work. Here is the link:');
      restore();
      const links = resident.names('link');
      expect(links.some((link) => link.startsWith('http') && link.endsWith(`=${number}`))).to.equal(true);
      expect(resident.text).not.to.include('The link is copied.');
    });
  }

  it('is printed', async () => {
    let printed = 0;
    const { print } = globalThis;
    globalThis.print = () => void (printed += 1);
    const { resident } = await files();
    await resident.presses('Print');
    await resident.until('the printing', () => printed === 1);
    globalThis.print = print;
  });

  it('says what happens next, and no more than the city said', async () => {
    await city.close();
    city = await freshCity({ seed });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.presses(/^Graffiti/);
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.sees('Code Enforcement looks at it.');
    await resident.sees('The city gave no date.');
    await resident.sees('You need no account to follow it.');
  });

  it('moves nothing when the city tells, later, who has it and by when', async () => {
    await city.close();
    city = await freshCity({ seed });
    await city.fail({ route: 'requests', kind: 'slow', ms: 300 });
    for (const width of [320, 1200]) {
      const resident = await Resident.opens({ endpoint: city.endpoint }, { width });
      await resident.presses(/^Graffiti/);
      await resident.saysWhere('Here');
      await resident.arrivesAt('Check and send');
      await resident.presses('Send report');
      await resident.getsReceipt();
      const below = () => Math.round(resident.root.querySelector('.actions')!.getBoundingClientRect().top);
      const before = below();
      expect(resident.text).not.to.include('Code Enforcement');
      await resident.sees('Code Enforcement looks at it. The city gave no date.');
      expect(below(), `${width} px`).to.equal(before);
    }
  });

  it('has following the report as its one main button', async () => {
    const { resident } = await files();
    const main = [...resident.root.querySelectorAll('.primary')].map((one) => one.textContent?.trim());
    expect(main).to.deep.equal(['Follow this report']);
  });

  it('without a number yet leads on by its token', async () => {
    await city.close();
    city = await freshCity({ seed });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.presses(/^Noise/);
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.sees('The city gives it a number later. Until then, use the link.');
    const [row] = await city.rows();
    expect((await resident.link('Follow this report')).hash).to.equal(`#citydesk:token=${row!.token}`);
  });

  it('that has neither says so, and has nothing to follow', async () => {
    await city.close();
    city = await freshCity({ seed });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.presses(/^Praise/);
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.sees('This kind of report gets no number.');
    expect(resident.names('link')).to.deep.equal([]);
    expect(resident.text).not.to.include('follow');
  });

  it('starts another report at this place, with the same contact', async () => {
    const { resident } = await files();
    await resident.presses(/^Another problem at this place/);
    await resident.arrivesAt('What is the problem?');
    expect((await resident.field('Say it in your own words')).value).to.equal('');
    await resident.presses(/^Street lights and signs/);
    await resident.presses(/^Traffic light not working/);
    await resident.arrivesAt('Show us where it is');
    expect((await resident.field('Address or place')).value).to.equal('318 Hoffman St');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect((await resident.field('Email')).value).to.equal('ada@example.com');
    await resident.presses('Send report');
    await resident.getsReceipt();
    const [second, first] = await city.rows();
    expect([first!.serviceCode, second!.serviceCode]).to.deep.equal(['graffiti', 'traffic_signal']);
    expect([second!.address, second!.email]).to.deep.equal(['318 Hoffman St', 'ada@example.com']);
  });

  it('starts another report of this kind, with the same contact', async () => {
    const { resident } = await files();
    await resident.presses(/^Another one of this kind/);
    await resident.arrivesAt('Show us where it is');
    expect((await resident.field('Address or place')).value).to.equal('');
    await resident.saysWhere('1 Main St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    const [second, first] = await city.rows();
    expect([second!.serviceCode, second!.address, second!.email]).to.deep.equal([
      'graffiti',
      '1 Main St',
      'ada@example.com',
    ]);
    expect(second!.serviceRequestId).not.to.equal(first!.serviceRequestId);
  });

  it('on a page for one service offers only that kind', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(resident.names('button')).to.include('Another one of this kind Graffiti');
    expect(resident.names('button').filter((name) => name.startsWith('Another problem'))).to.deep.equal([]);
  });
});

/** Puts something in the place of `navigator[name]`, and gives the way back. */
function replace(name: 'clipboard', value: unknown): () => void {
  Object.defineProperty(navigator, name, { configurable: true, value });
  return () => Reflect.deleteProperty(navigator, name);
}
