import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { sampleReport } from '../../test/sample-report.ts';
import './define.ts';
import type { CitydeskCityReport } from './city-report.ts';

let city: TestCity;
afterEach(() => city.close());

async function reportOn(
  answer: unknown,
  attributes: Readonly<Record<string, string>> = {},
): Promise<CitydeskCityReport> {
  city = await freshCity({ seed: 'empty', canned: answer === undefined ? {} : { 'report.json': answer } });
  const element = await fixture<CitydeskCityReport>(
    html`<citydesk-city-report endpoint=${city.endpoint}></citydesk-city-report>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await waitUntil(() => !status(element).includes('on their way'));
  return element;
}

const root = (element: Element) => element.shadowRoot!;
const status = (element: Element) => root(element).querySelector('[role=status]')!.textContent!.trim();
const textOf = (element: Element) => root(element).textContent!.replaceAll(/\s+/g, ' ');

/** The number beside these words among the big ones. */
const figure = (element: Element, name: string) =>
  [...root(element).querySelectorAll('.figures dt')].find((dt) => dt.textContent!.includes(name))?.nextElementSibling
    ?.textContent;

describe('the report of a city', () => {
  it('says whose figures these are, and of which days', async () => {
    const element = await reportOn(sampleReport);
    expect(status(element)).to.equal('Three Rivers, October 1 to October 31, 2026. Made on November 2, 2026.');
  });

  it('shows the numbers to take away', async () => {
    const element = await reportOn(sampleReport);
    expect(figure(element, 'reports received')).to.equal('340');
    expect(figure(element, 'until 90 of 100 were closed')).to.equal('12 days');
    expect(figure(element, 'late')).to.equal('14%');
    expect(figure(element, 'cost avoided')).to.equal('$2,753.50');
  });

  it('writes the sum of the costs out', async () => {
    const element = await reportOn(sampleReport);
    expect(textOf(element)).to.include('310 reports × ($8.00 − $0.15) + 40 answers × $8.00 = $2,753.50');
  });

  it('has a table behind its chart, with the same numbers', async () => {
    const element = await reportOn(sampleReport);
    const svg = root(element).querySelector('svg[role=img]')!;
    const name = root(element).getElementById(svg.getAttribute('aria-labelledby')!);
    expect(name?.textContent).to.equal('Reports received and closed, by week');
    const rows = [...svg.closest('section')!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent!.trim()),
    );
    expect(rows[1]).to.deep.equal(['Oct 5', '82', '77']);
    expect(svg.querySelectorAll('rect')).to.have.length(10);
  });

  it('says under every section what is counted and what is left out', async () => {
    const element = await reportOn(sampleReport);
    const sections = [...root(element).querySelectorAll('section.part')];
    expect(sections.length).to.be.greaterThan(8);
    for (const section of sections) {
      expect(section.querySelector('details:last-of-type .hint')?.textContent, section.textContent!).to.match(/\w/);
    }
  });

  it('leaves out what is not counted', async () => {
    const element = await reportOn({ ...sampleReport, use: null, costs: null });
    expect(textOf(element)).not.to.match(/Cost avoided|channel|Answers that saved/);
  });

  it('opens everything for paper', async () => {
    const element = await reportOn(sampleReport);
    dispatchEvent(new Event('beforeprint'));
    expect([...root(element).querySelectorAll('details')].every(({ open }) => open)).to.equal(true);
  });

  it('says so where the city publishes none', async () => {
    expect(status(await reportOn(undefined))).to.equal('This city does not publish these figures.');
  });

  it('offers another try where the figures cannot be read, and shows them then', async () => {
    const element = await reportOn({ version: 1 });
    expect(status(element)).to.include('The figures did not come.');
    expect(root(element).querySelector('button')?.textContent?.trim()).to.equal('Try again');
  });

  it('is free of what axe finds', async () => {
    await expect(await reportOn(sampleReport)).to.be.accessible();
  });

  it('shows words of the city as words', async () => {
    const name = '<img src=x onerror="globalThis.spoiled = true">';
    const [first] = sampleReport.requests.services;
    const element = await reportOn({
      ...sampleReport,
      requests: { ...sampleReport.requests, services: [{ ...first, name }] },
    });
    expect(textOf(element)).to.include(name);
    expect((globalThis as { spoiled?: boolean }).spoiled).to.equal(undefined);
  });
});
