// A town without 311, from an empty folder to the council's page, by the documentation's commands alone: a resident, a department and a council, each
// with what they have: a browser, a mailbox, and Node.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { parseDocument } from 'yaml';
import { fencesIn } from '../docs/fences.ts';
import { chooseFile } from '../e2e/choose-file.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { fileFromExample } from '../examples/file-from-example.ts';
import { freePort } from '../free-port.ts';
import { textOf } from '../workspace.ts';
import { linkIn, openMailbox, type Mailbox } from './mailbox.ts';
import { servePages, type Pages } from './pages.ts';
import { townFolder, type TownFolder } from './town-folder.ts';

const own = 'packages/checks/src/town/town.node.test.ts';
/** What a page tells to type or to paste, and this test does. */
const told = (page: string, language: string): readonly string[] =>
  fencesIn(page, textOf(page))
    .filter((fence) => fence.test === own && fence.language === language)
    .map(({ text }) => text.trim());

const [init = '', start = ''] = told('docs/guides/town-without-311.md', 'sh');
const [block = ''] = told('docs/guides/town-without-311.md', 'html');
const [report = ''] = told('docs/guides/council-report.md', 'sh');
const [council = ''] = told('docs/guides/council-report.md', 'html');

const resident = 'resident@home.example';
const streets = 'streets@example.gov';

describe('a town without 311', () => {
  let town: TownFolder;
  let mailbox: Mailbox;
  let browser: CityBrowser;
  let pages: Pages;
  let home: CityPage;
  let office: CityPage;
  let relay = '';
  let id = '';
  before(async () => {
    [town, mailbox, browser] = await Promise.all([townFolder(), openMailbox(), startCityBrowser()]);
    [home, office] = await Promise.all([browser.newPage(), browser.newPage()]);
  });
  after(async () => {
    await Promise.all([town?.close(), browser?.close(), pages?.close()]);
    await mailbox?.close();
  });

  /** A picture to send, as a file in the town's folder. */
  const picture = async ({ page }: CityPage, name: string): Promise<string> => {
    const file = path.join(town.folder, name);
    writeFileSync(file, await page.screenshot({ type: 'jpeg' }));
    return file;
  };

  it('stands after the two commands of the guide, with nothing changed but the mail server', async () => {
    await town.run(init);
    const settings = parseDocument(town.read('services.yaml'));
    settings.setIn(['mail', 'server'], mailbox.url);
    settings.set('costs', { currency: 'USD', call: 8, online: 0.15 });
    settings.set('faster', 20);
    town.write('services.yaml', String(settings));
    const port = await freePort();
    const [, form = ''] = await town.start(`${start} --port ${port}`, /Form page\s+(\S+)/);
    relay = new URL('/', form).href;
    const services = await fetch(new URL('open311/v2/services.json', relay));
    assert.match(await services.text(), /"service_name":"Pothole"/);
  });

  it('takes a report with a photo from a page that has the script tag of the guide', async () => {
    const here = (text: string) => text.replaceAll('https://311.example.gov/', relay);
    const [tag = ''] = here(block).split('<citydesk-');
    pages = await servePages({
      '/report': here(block),
      '/track': `${tag}<citydesk-status-tracker></citydesk-status-tracker>`,
      '/council': tag + here(council).replace('<citydesk-city-report', `$& from="${today()}" to="${today()}"`),
    });
    const { page, driver } = home;
    await page.goto(`${pages.origin}/report`);
    const hole = await picture(home, 'hole.jpg');
    id = await fileFromExample(page, {
      name: 'the town',
      service: { words: 'pothole', name: 'Pothole', answers: { 'Where in the road is it?': 'At the edge' } },
      watch: async (screen) => {
        if (screen !== 'where') return;
        await chooseFile(page, hole, () => driver.click('button', 'Take or choose a photo'));
        await driver.text(/Ready\./);
      },
    });
    assert.match(id, /^\d{2}-00001$/);
  });

  it('sends the resident messages once they have confirmed that they want them', async () => {
    const { driver } = home;
    await driver.click('checkbox', 'Keep this report on this device');
    await driver.text(/is kept on this device/);
    await driver.click('button', 'Get a message when something changes');
    await driver.fill('Email', resident);
    await driver.click('button', 'Send me a link to confirm');
    await driver.text(/we sent a link to/);
    const mail = await mailbox.next(resident, /Please confirm/);
    const phone = await browser.newPage();
    await phone.page.goto(/https?:\S+\/alerts\/\S+/.exec(mail.text ?? '')?.[0] ?? '');
    await phone.driver.click('button', 'Yes, send me messages');
    await phone.driver.text(/You get messages about report/);
    await phone.close();
  });

  it('has brought the report to the department’s mailbox, with the photo', async () => {
    const mail = await mailbox.next(streets, /Pothole/);
    assert.match(mail.text ?? '', /Filed from the town/);
    assert.match(mail.text ?? '', /At the edge/);
    assert.equal(mail.attachments[0]?.contentType, 'image/jpeg');
    await office.page.goto(linkIn(mail, 'Done'));
  });

  it('lets the department say that it is done, with a photo of the work', async () => {
    const { page, driver } = office;
    const mended = await picture(office, 'mended.jpg');
    await driver.fill('Note', 'We filled the hole.');
    const field = await page.$('input[type=file]');
    await field?.uploadFile(mended);
    await driver.click('button', 'Mark as done');
    await driver.text(/Saved\. The public can see it now\./);
  });

  it('tells the resident', async () => {
    const mail = await mailbox.next(resident, new RegExp(`News about report ${id}`));
    assert.match(mail.text ?? '', /We filled the hole\./);
  });

  it('shows before and after where the report is followed', async () => {
    const { page, driver } = home;
    await page.goto(`${pages.origin}/track#citydesk:request=${id}`);
    await driver.text(/We filled the hole\./);
    await driver.text(/Before[^]*After/);
    assert.equal(await pictures(page), 2);
  });

  it('is counted on the council’s page, and in the report of the command', async () => {
    const { page, driver } = office;
    const day = today();
    const command = report.replaceAll(/2026-10-\d\d/g, day).replace(/--out \S+/, '--format json --out report.json');
    await town.run(command);
    const figures = JSON.parse(town.read('report.json')) as {
      requests: { received: number; closed: number; days: { median: number } };
      use: { submitted: number };
      costs: { avoided: number };
    };
    assert.deepEqual([figures.requests.received, figures.requests.closed, figures.requests.days.median], [1, 1, 0]);
    assert.equal(figures.use.submitted, 1);
    assert.equal(figures.costs.avoided, 785);
    await page.goto(`${pages.origin}/council`);
    await driver.text(/1\s*reports? received|reports received\s*1/);
    await driver.text(/\$7\.85/);
  });

  it('has sent mail to nobody else', () => {
    const receivers = new Set(mailbox.mails.map(({ to }) => [to].flat()[0]?.text));
    assert.deepEqual([...receivers].sort(), [resident, streets].sort());
  });
});

/** In the starter's time zone. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
}

/** How many pictures the tracker shows, once the browser has drawn them all. */
async function pictures(page: Page): Promise<number> {
  await page.waitForFunction(
    () =>
      [...(document.querySelector('citydesk-status-tracker')?.shadowRoot?.querySelectorAll('figure img') ?? [])].every(
        (image) => (image as HTMLImageElement).naturalWidth > 0,
      ),
    { timeout: 10_000 },
  );
  return page.$$eval('citydesk-status-tracker >>> figure img', (images) => images.length);
}
