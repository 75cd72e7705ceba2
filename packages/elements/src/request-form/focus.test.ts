import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { longestDescription } from '@citydesk/core/going-on';
import { Resident } from '../../test/resident.ts';

describe('the focus', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const onHeading = (resident: Resident) =>
    resident.until(`the focus on “${resident.heading}”`, () => resident.focused?.id === 'title');

  it('stays where it is when the page opens', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Some things you can report');
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('goes to the heading of each screen, forward and back', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await onHeading(resident);
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await onHeading(resident);
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await onHeading(resident);
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    await onHeading(resident);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    await onHeading(resident);
    await resident.presses(/^Another problem at this place/);
    await resident.arrivesAt('What is the problem?');
    await onHeading(resident);
  });

  it('stays in the field while one types', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees('Closest matches');
    expect(await resident.isAt('field', 'Say it in your own words')).to.equal(true);
  });

  it('goes to the summary of what to fix, and from each entry to its field', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Tell us more (optional)', 'x'.repeat(longestDescription + 2));
    await resident.presses('Continue');
    await resident.sees('There are 2 things to fix');
    expect(resident.focused?.id).to.equal('problems');
    expect(resident.problems).to.deep.equal([
      'Tell us where it is. Type an address, or say it in your own words.',
      'This is 2 letters too long.',
    ]);
    await resident.follows('This is 2 letters too long.');
    expect(await resident.isAt('field', 'Tell us more (optional)')).to.equal(true);
    await resident.follows(/^Tell us where it is/);
    const place = await resident.field('Address or place');
    expect(resident.focused === place).to.equal(true);
    expect(place.getAttribute('aria-invalid')).to.equal('true');
    expect(place.getAttribute('aria-describedby')).to.equal('place-hint place-wrong');
    expect(location.hash, 'the link does not touch the page').to.equal('');
  });

  it('goes to the summary again when the same thing is still wrong', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.sees('There is 1 thing to fix');
    await resident.types('Address or place', '  ');
    await resident.presses('Continue');
    await resident.until('the focus on the summary', () => resident.focused?.id === 'problems');
  });

  it('goes from the summary to the first choice of a question', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await resident.presses('Continue');
    await resident.follows('Choose an answer: Where in the street is it?');
    expect(await resident.isAt('field', 'Where cars drive')).to.equal(true);
  });

  it('goes with Enter in the search to the first match, and chooses nothing', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees('Closest matches');
    const field = await resident.field('Say it in your own words');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
    expect(await resident.isAt('button', /^Pothole in the street/)).to.equal(true);
    expect(resident.heading).to.equal('What is the problem?');
  });

  it('stays in the search when Enter ends the writing of a word by an input method', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees('Closest matches');
    const field = await resident.field('Say it in your own words');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(resident.focused === field).to.equal(true);
  });
});
