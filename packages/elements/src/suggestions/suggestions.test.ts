import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { delayed, faqFile, timesFetched, watchShifts } from '../../test/beside-the-form.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

const label = 'Say it in your own words';
const bin = 'My bin was not emptied. What can I do?';

describe('answers beside the form', () => {
  let city: TestCity;
  before(async () => {
    city = await freshCity();
  });
  after(() => city.close());

  const opens = async (attributes: Readonly<Record<string, string>>, width = 1100, inside = '') => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...attributes }, { width, inside });
    await resident.sees('Or choose from the list');
    return resident;
  };
  const suggested = (resident: Resident) => resident.names('button').filter((name) => /\?/.test(name));

  it('appear for what is typed, the surest with its first lines; nothing is fetched before the first key', async () => {
    const faq = faqFile();
    const resident = await opens({ faq });
    await aTimeout(100);
    expect(timesFetched(faq)).to.equal(0);
    await resident.types(label, 'my bin was not emptied');
    await resident.sees('This may be your answer');
    expect(timesFetched(faq)).to.equal(1);
    expect(suggested(resident)[0]).to.match(
      /^My bin was not emptied. What can I do\? Leave it at the curb. The crew comes back/,
    );
    await resident.types(label, 'trash');
    await resident.sees('When is trash picked up?');
    await resident.types(label, 'pot hole');
    await resident.until('no answers', () => !suggested(resident).length);
    expect(timesFetched(faq)).to.equal(1);
  });

  it('are three at most', async () => {
    const many = [1, 2, 3, 4, 5].map((at) => ({ id: `b${at}`, title: `Bin question ${at}?`, body: 'Yes.' }));
    const resident = await opens({ faq: faqFile(many) });
    await resident.types(label, 'bin question');
    await resident.sees('These answers may help');
    expect(suggested(resident)).to.have.length(3);
  });

  it('open in place and close again, the report as it was', async () => {
    const resident = await opens({ faq: faqFile() });
    await resident.types(label, 'my bin was not emptied');
    await resident.presses(/^My bin/);
    await resident.sees('The crew comes back by noon');
    await resident.sees('Did this answer your question?');
    await resident.presses('No');
    await resident.sees('Go on with your report. All you wrote is still here.');
    expect(resident.focused?.className).to.equal('said');
    await resident.presses(/^My bin/);
    await resident.until('the answer closed', () => !resident.text.includes('Did this answer'));
    expect(resident.filledIn).to.deep.equal({ [label]: 'my bin was not emptied' });
  });

  it('belong to the service once one is chosen, with their calendars', async () => {
    const resident = await opens({ faq: faqFile() });
    await resident.types(label, 'missed trash');
    await resident.presses(/^Missed trash/);
    await resident.arrivesAt('Show us where it is');
    await resident.sees('When is trash picked up?');
    expect(suggested(resident)).to.have.length(2);
    await resident.types('Address or place', '318 Hoffman St');
    await resident.presses('When is trash picked up?');
    await resident.sees(/Your next trash pick-up: Monday, /);
    expect(resident.filledIn['Address or place']).to.equal('318 Hoffman St');
    await resident.presses('Continue');
    await resident.until('the next screen', () => resident.heading !== 'Show us where it is');
    await resident.sees('When is trash picked up?');
  });

  it('come on a page that chose the service without a key', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, faq: faqFile(), 'service-code': 'missed_trash' });
    await resident.sees('When is trash picked up?');
  });

  it('are announced by number only, with the matches, once per screen, 1.5 seconds after the last key', async () => {
    const resident = await opens({ faq: faqFile() });
    const status = () => resident.root.querySelector('[role=status].hidden')?.textContent?.trim() || undefined;
    await resident.types(label, 'my bin was not emptied');
    await resident.sees('This may be your answer');
    expect(status()).to.equal(undefined);
    await resident.until('the announcement', status);
    expect(status()).to.match(/^\d match(es)? below. \d answers? may help. (It comes|They come) after the list.$/);
    await resident.types(label, 'my bin was not emptied again');
    await resident.until('the announcement', status);
    expect(status()).to.match(/^\d match(es)? below.$/);
  });

  it('are not announced on the next screen, where there is no list that they come after', async () => {
    const resident = await opens({ faq: faqFile() });
    await resident.types(label, 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
    await aTimeout(2500);
    expect(resident.root.querySelector('[role=status].hidden')?.textContent).not.to.match(/may help/);
  });

  for (const width of [320, 768, 1100]) {
    it(`move nothing while they come, ${width} pixels wide`, async () => {
      const faq = faqFile();
      const go = delayed(faq);
      const resident = await opens({ config: cityFile({ endpoint: city.endpoint, faq }), endpoint: '' }, width);
      await resident.types(label, 'my bin was not emptied');
      await resident.sees('Closest matches');
      await aTimeout(300);
      const list = [...resident.all('heading')].find((one) => one.textContent === 'Or choose from the list')!;
      list.scrollIntoView({ block: 'center' });
      await aTimeout(100);
      const { top } = list.getBoundingClientRect();
      const shifts = watchShifts();
      go();
      await resident.sees('This may be your answer');
      expect(list.getBoundingClientRect().top).to.equal(top);
      expect(await shifts()).to.deep.equal([]);
      expect(resident.sticksOut).to.deep.equal([]);
    });
  }

  it('stand after the list of matches on a narrow screen, and are easy to use for everyone', async () => {
    const resident = await opens({ faq: faqFile() }, 320);
    await resident.types(label, 'my bin was not emptied');
    await resident.sees('This may be your answer');
    expect(resident.text.indexOf('This may be')).to.be.within(
      resident.text.indexOf('Closest matches'),
      resident.text.indexOf('Or choose from the list'),
    );
    await resident.presses(/^My bin/);
    await resident.sees('Did this answer your question?');
    const { violations, passes } = await axeSays(resident.form);
    expect(violations).to.deep.equal([]);
    expect(passes).to.be.greaterThan(10);
    expect(resident.sticksOut).to.deep.equal([]);
  });

  it('can be the page’s own: details inside the form', async () => {
    const inside = '<details><summary>What happens with my bin?</summary><p>It is <b>emptied</b>.</p></details>';
    const resident = await opens({}, 1100, inside);
    await resident.types(label, 'bin');
    await resident.presses(/^What happens with my bin\?/);
    await resident.sees('It is emptied.');
  });

  it('run nothing that a source writes into titles, first lines or bodies', async () => {
    const evil = '<img src=x onerror="document.ran = true"><script>document.ran = true</script>bin';
    const answers = [
      { id: '"><b>', title: evil, aliases: [evil, 7, {}], body: evil, services: ['missed_trash'] },
      { id: 'h', title: 'bin html', body: `<a href="javascript:document.ran = true">bin</a>${evil}`, format: 'html' },
    ];
    const resident = await opens({ faq: faqFile(answers) });
    await resident.types(label, 'bin');
    await resident.presses(/^bin html/);
    await resident.sees('Did this answer your question?');
    await resident.presses(/onerror/);
    await resident.sees('Did this answer your question?');
    await aTimeout(200);
    expect((document as { ran?: boolean }).ran).to.equal(undefined);
    expect(resident.root.querySelector('img, script, [href^=javascript]')).to.equal(null);
  });

  it('that are expired, without words or written twice are left out', async () => {
    const answers = [
      { id: 'old', title: 'Old bin?', body: 'No.', expires: '2020-01-01' },
      { id: 'empty', title: 'Empty bin?', body: '' },
      { title: 'Bin without an id?', body: 'Yes.' },
      { id: 'twice', title: 'First bin?', body: 'First.' },
      { id: 'twice', title: 'Second bin?', body: 'Second.' },
      'nothing',
      null,
      { id: 'untitled' },
    ];
    const resident = await opens({ faq: faqFile(answers) });
    await resident.types(label, 'bin');
    await resident.sees('These answers may help');
    expect(suggested(resident).map((name) => name.replace(/\?.*/, '?'))).to.have.members([
      'Bin without an id?',
      'First bin?',
    ]);
    await resident.presses(/^Bin without an id/);
    await resident.sees('Yes. Did this answer');
  });

  const broken = {
    missing: '/no/such/faq.json',
    'no JSON': cityFile('<!doctype html>'),
    'of another shape': cityFile({ answers: 3 }),
    'no address': 'https://:x',
  };
  for (const [name, faq] of Object.entries(broken)) {
    it(`leave the form as it is where their file is ${name}, and tell the web editor`, async () => {
      const resident = await opens({ faq });
      const told = await toldOnConsole(async () => {
        await resident.types(label, 'graffiti');
        await resident.presses(/^Graffiti/);
        await resident.arrivesAt('Show us where it is');
        await aTimeout(300);
      });
      expect(told.join('\n')).to.match(/citydesk: the answers did not load/);
    });
  }

  it('that are slow hold nobody up', async () => {
    const faq = faqFile();
    const go = delayed(faq);
    const resident = await opens({ faq });
    await resident.types(label, 'my bin was not emptied');
    await resident.sees('Closest matches');
    await resident.presses(/^Missed trash/);
    await resident.arrivesAt('Show us where it is');
    go();
    await resident.sees(bin);
  });

  it('do not count on a page that has none', async () => {
    const resident = await opens({});
    await resident.types(label, 'my bin was not emptied');
    await aTimeout(200);
    expect(resident.root.querySelector('.found, .beside')).to.equal(null);
  });
});
