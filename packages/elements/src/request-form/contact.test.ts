import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

describe('name and contact', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const opens = async (contact?: string) => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...(contact && { contact }) });
    await resident.reportsGraffiti();
    return resident;
  };
  const sent = async (resident: Resident, button = 'Send report') => {
    await resident.presses(button);
    await resident.getsReceipt();
    const [row] = await city.rows();
    return [row!.firstName, row!.lastName, row!.email, row!.phone];
  };

  it('may be left out: nothing has to be opened', async () => {
    const resident = await opens();
    await resident.sees('You can leave this out and still follow your report.');
    expect(resident.names('field')).to.deep.equal([]);
    expect(await sent(resident)).to.deep.equal([null, null, null, null]);
  });

  it('say why and who sees them, and go with the report', async () => {
    const resident = await opens();
    await resident.presses(/^Your name and contact \(optional\)/);
    await resident.sees('Only city staff see this. They use it if something is not clear.');
    await resident.types('Full name', 'Ada King Lovelace');
    await resident.types('Email', 'ada@example.com');
    await resident.types('Phone', '269 555 0142');
    expect(await sent(resident)).to.deep.equal(['Ada King', 'Lovelace', 'ada@example.com', '269 555 0142']);
  });

  it('are left out in one tap, which also sends, wrong as they may be', async () => {
    const resident = await opens();
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', 'Ada Lovelace');
    await resident.types('Email', 'ada@example.com');
    await resident.types('Phone', '5');
    await resident.presses('Send report');
    await resident.sees('There is 1 thing to fix');
    expect(await sent(resident, 'Send without my name')).to.deep.equal([null, null, null, null]);
  });

  it('that look wrong are said, open, with the focus on the summary', async () => {
    const resident = await opens();
    await resident.presses(/^Your name and contact/);
    await resident.types('Email', 'ada');
    await resident.types('Phone', '555');
    await resident.presses('Send report');
    await resident.sees('There are 2 things to fix');
    expect(resident.problems).to.deep.equal([
      'Write an email address, like name@example.com.',
      'Write a phone number with its area code.',
    ]);
    expect(resident.focused?.id).to.equal('problems');
    await resident.follows('Write a phone number with its area code.');
    expect(await resident.isAt('field', 'Phone')).to.equal(true);
    expect(resident.filledIn).to.deep.equal({ Email: 'ada', Phone: '555' });
  });

  it('are open, and one way to reach the resident is wanted, where the city requires it', async () => {
    const resident = await opens('required');
    await resident.sees('For this kind of report, the city must be able to reach you.');
    await resident.types('Full name', 'Ada Lovelace');
    await resident.presses('Send report');
    await resident.sees('There is 1 thing to fix');
    expect(resident.problems).to.deep.equal(['Write an email address or a phone number.']);
    await resident.types('Phone', '269 555 0142');
    expect(await sent(resident)).to.deep.equal(['Ada', 'Lovelace', null, '269 555 0142']);
  });

  it('are not asked where the city wants none', async () => {
    const resident = await opens('none');
    expect(resident.text).not.to.match(/contact|Email|Only city staff/);
    expect(await sent(resident)).to.deep.equal([null, null, null, null]);
  });

  it('are as the city file says where the page does not', async () => {
    const config = cityFile({ endpoint: city.endpoint, contact: 'required' });
    const resident = await Resident.opens({ config });
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.sees('Write an email address or a phone number.');
    expect((await city.rows()).some(({ address }) => address === '318 Hoffman St')).to.equal(false);
  });

  it('are filled in by the browser', async () => {
    const resident = await opens('required');
    const hints = await Promise.all(['Full name', 'Email', 'Phone'].map((label) => resident.field(label)));
    expect(hints.map(({ autocomplete, type }) => [autocomplete, type])).to.deep.equal([
      ['name', 'text'],
      ['email', 'email'],
      ['tel', 'tel'],
    ]);
  });
});
