import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Follower, report, zone } from '../../test/following.ts';
import { Resident } from '../../test/resident.ts';
import { placed, Visitor } from '../../test/visitor.ts';
import arabic from '../messages/ar/form.json';
import '../faq-panel/define.ts';
import '../launcher/define.ts';

describe('a page that changes its language', () => {
  let city: TestCity;
  const { lang } = document.documentElement;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    document.documentElement.lang = lang;
    await city.close();
  });

  const langOf = ({ root }: Pick<Visitor<Resident['form']>, 'root'>) =>
    root.querySelector('section')!.getAttribute('lang');
  const becomes = (language: string) => (document.documentElement.lang = language);

  it('has a form that follows, with what was typed still there and the same field', async () => {
    becomes('en-US');
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    const field = await resident.field('Address or place');
    expect(langOf(resident)).to.equal('en-US');
    becomes('en-GB');
    await resident.until('British words', () => langOf(resident) === 'en-GB');
    expect((await resident.field('Address or place')) === field, 'the same field').to.equal(true);
    expect(field.value).to.equal('318 Hoffman St');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
  });

  it('has a tracker whose dates follow', async () => {
    becomes('en-US');
    await city.close();
    const service = { service_code: 'hole', service_name: 'Hole' };
    const requests = [report('1', { requested_datetime: '2024-11-02T16:30:00Z' })];
    city = await freshCity({ seed: { services: [service], requests } });
    const follower = await Follower.comesTo(city, { 'request-id': '1' });
    await follower.sees(/Saturday, November 2, 2024/);
    becomes('en-GB');
    await follower.sees(/Saturday,? 2 November 2024/);
    becomes('en-US');
    await follower.sees(/Saturday, November 2, 2024/);
    expect(zone).to.equal('America/Detroit');
  });

  it('has widgets that speak its language, in its direction, from the first words on', async () => {
    becomes('ar');
    const resident = await Resident.opens({ endpoint: city.endpoint });
    const section = resident.root.querySelector('section')!;
    expect([section.lang, getComputedStyle(section).direction]).to.deep.equal(['ar', 'rtl']);
    expect(resident.heading).to.equal(arabic['what.heading']);
  });

  it('has widgets that speak English where they have no other words', async () => {
    becomes('sv');
    const resident = await Resident.opens({ endpoint: city.endpoint });
    const section = resident.root.querySelector('section')!;
    expect([section.lang, getComputedStyle(section).direction]).to.deep.equal(['en-US', 'ltr']);
  });

  it('leaves a widget alone that was told its language', async () => {
    becomes('en-US');
    const resident = await Resident.opens({ endpoint: city.endpoint, locale: 'en-CA' });
    becomes('en-GB');
    await resident.form.updateComplete;
    expect(langOf(resident)).to.equal('en-CA');
  });

  it('has a panel that keeps the answers in other languages apart from those in that one', async () => {
    becomes('en-US');
    const inside =
      '<div lang="en"><details><summary>Brush</summary><p>On Mondays.</p></details></div>' +
      '<div lang="es"><details><summary>Ramas</summary><p>Los lunes.</p></details></div>';
    const panel = new Visitor(await placed('citydesk-faq-panel', {}, { inside }));
    await panel.sees('Brush');
    await panel.sees(/español \(1/i);
    becomes('es');
    await panel.sees(/english \(1/i);
    expect(panel.text).not.to.match(/español \(1/i);
  });
});
