// The plugin in a real WordPress, from the zip to the last row: what examples/wordpress/README.md tells a web editor to do, done in a real
// browser, with a report filed from the front page through the plugin's relay to a real city.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { axeOn } from '../examples/axe-on.ts';
import { descriptionOf, driverIn, fileFromExample } from '../examples/file-from-example.ts';
import { quiet, watchRequests } from '../examples/watch-requests.ts';
import type { CityBrowser, CityPage } from '../e2e/city-browser.ts';
import { bootWordPress, statusOf, type BootedWordPress } from './boot-wordpress.ts';
import { pluginZip } from './build-plugin.ts';
import { addBlock, newPost, publish } from './block-editor.ts';
import { loaded } from './installed-site.ts';
import { serveRecordedCity, type RecordedCity } from './recorded-city.ts';
import { frameThatSays, hears, logIn, startSiteBrowser, submit } from './site-browser.ts';
import { lacking } from './wordpress-files.ts';

const skip = await lacking();
if (skip && process.env['CI'] === 'true') throw new Error(skip);
const canary = 'canary-key-4711';

describe('The WordPress plugin', { skip, timeout: 900_000 }, () => {
  let city: RecordedCity;
  let site: BootedWordPress;
  let browser: CityBrowser;
  let admin: CityPage;
  before(async () => {
    [city, site, browser] = await Promise.all([serveRecordedCity(canary), bootWordPress(), startSiteBrowser()]);
    console.log(`WordPress ${site.version}`);
    admin = await logIn(browser, site.origin, 'admin');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await city?.close();
  });

  const options = async () =>
    Number(
      await site.php(
        `${loaded} global $wpdb; echo $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE '%citydesk%'" );`,
      ),
    );
  const hasTable = async () =>
    (await site.php(
      `${loaded} global $wpdb; echo in_array( "{$wpdb->prefix}citydesk_reports", $wpdb->get_col( 'SHOW TABLES' ), true ) ? 'yes' : 'no';`,
    )) === 'yes';

  it('is installed from its zip and activated', async () => {
    const { page, driver } = admin;
    await driver.open(`${site.origin}/wp-admin/plugin-install.php?tab=upload`);
    const field = await page.waitForSelector<'input'>('input[type=file]#pluginzip' as 'input');
    await field?.uploadFile(pluginZip);
    await submit(page, 'Install Now');
    await driver.text(/Plugin installed successfully/);
    await Promise.all([page.waitForNavigation(), driver.click('link', 'Activate Plugin')]);
    await driver.text(/Plugin activated/);
    assert.ok(await hasTable());
  });

  it('checks an endpoint before it is saved, and says in plain words what is wrong', async () => {
    const { driver } = admin;
    await driver.open(`${site.origin}/wp-admin/options-general.php?page=citydesk`);
    await driver.click('button', 'Check this endpoint');
    await driver.text(/Type the web address of the server first/);

    await driver.fill('Endpoint', 'http://localhost:9/open311/v2/');
    await driver.click('button', 'Check this endpoint');
    await driver.text(/This address does not work\. Residents could not report anything\./);
    await driver.text(/the server refuses the connection/);

    // The site itself is no Open311 server.
    await driver.fill('Endpoint', `${site.origin}/`);
    await driver.click('button', 'Check this endpoint');
    await driver.text(/keeps? residents from reporting\./);
    await driver.text(/Ask whoever runs the server:/);
  });

  it('is set up on its settings page, which never shows the key again', async () => {
    const { page, driver } = admin;
    await driver.open(`${site.origin}/wp-admin/options-general.php?page=citydesk`);
    await driver.fill('Endpoint', city.endpoint);
    await driver.click('button', 'Check this endpoint');
    await driver.text(/This endpoint works\. Nothing was found that keeps residents from reporting\./);
    await driver.fill('Key', canary);
    await driver.fill('Name of the city', 'Three Rivers');
    await driver.fill('Phone', '269-555-0142');
    await submit(page, 'Save Changes');
    await driver.text(/Settings saved/);

    const heard = hears(page);
    await driver.open(`${site.origin}/wp-admin/options-general.php?page=citydesk`);
    await driver.text(/A key is saved\. Leave this empty to keep it\./);
    await submit(page, 'Save Changes');
    await driver.open(`${site.origin}/wp-admin/options.php`);
    assert.ok(!(await heard()).includes(canary));
    assert.equal(await site.php(`${loaded} echo Citydesk\\api_key();`), canary);
    const file = (await (await fetch(`${site.origin}/wp-json/citydesk/v1/city.json`)).json()) as Record<
      string,
      unknown
    >;
    assert.equal(file['endpoint'], `${site.origin}/wp-json/citydesk/v1/open311/v2/`);
    assert.deepEqual(
      [file['cityName'], file['phone'], file['zone']],
      ['Three Rivers', '269-555-0142', 'America/Detroit'],
    );
  });

  it('lets nobody else change its settings', async () => {
    const { driver, page, close } = await logIn(browser, site.origin, 'author');
    await driver.open(`${site.origin}/wp-admin/options-general.php?page=citydesk`);
    await driver.text(/not allowed to access this page/);
    const status = await page.evaluate(async () => {
      const body = new URLSearchParams({ option_page: 'citydesk', action: 'update', 'citydesk_settings[phone]': '1' });
      return (await fetch('/wp-admin/options.php', { method: 'POST', body })).status;
    });
    assert.equal(status, 403);
    const check = `${site.origin}/wp-json/citydesk/v1/check?endpoint=${city.endpoint}&url=${city.endpoint}`;
    assert.equal(await statusOf(check), 401);
    await close();
  });

  let front = '';
  it('puts its block on a page, with a preview in practice', async () => {
    const { page } = admin;
    await newPost(page, site.origin, 'page', 'Report a problem');
    await addBlock(page, 'Report a problem');
    const preview = await frameThatSays(page, 'What is the problem?');
    await frameThatSays(page, 'Practice. Nothing is sent.');
    assert.match(preview.url(), /admin-post\.php\?action=citydesk_preview/);
    const address = await publish(page);
    assert.equal(address, `${site.origin}/report-a-problem/`);
    // As many cities have it: the form is the first thing on the site.
    await site.php(`${loaded} update_option( 'page_on_front', get_page_by_path( 'report-a-problem' )->ID );
      update_option( 'show_on_front', 'page' );`);
    front = `${site.origin}/`;
    assert.equal(
      await site.php(`${loaded} echo get_post( get_option( 'page_on_front' ) )->post_content;`),
      '<!-- wp:citydesk/request-form /-->',
    );
  });

  it('files a report from the front page through its relay, once, and the key never leaves the site', async () => {
    const { page, driver, close } = await browser.newPage();
    const heard = hears(page);
    const watched = watchRequests(page);
    await driver.open(front);
    await driver.heading('What is the problem?');
    // WordPress itself looks whether the browser has emoji, and remembers it.
    const ofWordPress = 'sessionStorage: wpEmojiSettingsSupports';
    const { storage, ...asked } = await watched();
    assert.deepEqual({ ...asked, storage: storage.filter((each) => each !== ofWordPress) }, quiet);
    // The menu around it is the theme's, and its lists are not in order.
    assert.deepEqual(await axeOn(page, '.entry-content'), []);
    const id = await fileFromExample(page, { name: 'wordpress' });
    console.log(`Request ${id}`);
    const rows = city.rows(descriptionOf('wordpress'));
    assert.deepEqual(
      rows.map((row) => row.id),
      [id],
    );
    const sent = city.asked.filter(({ method }) => method === 'POST');
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.body ?? '', new RegExp(`api_key=${canary}`));
    assert.ok(!(await heard()).includes(canary));
    assert.deepEqual(await page.browserContext().cookies(), []);
    await close();
  });

  it('shows the phone and a link where scripts are off', async () => {
    const { page, driver, close } = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(front);
    const words = await page.$eval('citydesk-request-form', (form) => form.innerHTML);
    assert.match(words, /<a href="tel:2695550142">269-555-0142<\/a>/);
    assert.match(words, /<a href="http:\/\/127[^"]*">City of Three Rivers<\/a>/);
    void driver;
    await close();
  });

  it('lets authors use the block, the shortcode and pasted elements, and nobody send reports elsewhere', async () => {
    const { page, close } = await logIn(browser, site.origin, 'author');
    await newPost(page, site.origin, 'post', 'By an author');
    await addBlock(page, 'Follow a report');
    await frameThatSays(page, 'Practice.');
    const pasted = [
      '<citydesk-faq-panel heading-level="3" endpoint="https://evil.example/" onclick="alert(1)"></citydesk-faq-panel>',
      '<div data-citydesk="request-form" data-citydesk-endpoint="https://evil.example/" data-citydesk-phone="1"></div>',
    ];
    const shortcode = '[citydesk_request_form service_code="pothole" endpoint="https://evil.example/"]';
    await page.evaluate(
      (html) => {
        const { wp } = globalThis as unknown as { wp: any }; // oxlint-disable-line typescript/no-explicit-any -- of WordPress
        wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.parse(html));
      },
      `<!-- wp:html -->${pasted.join('')}<!-- /wp:html --><!-- wp:shortcode -->${shortcode}<!-- /wp:shortcode -->`,
    );
    const address = await publish(page);
    await close();
    const html = await (await fetch(address)).text();
    assert.match(html, /<citydesk-faq-panel heading-level="3">/);
    assert.match(html, /<div data-citydesk="request-form" data-citydesk-phone="1">/);
    assert.match(html, /<citydesk-request-form service-code="pothole">/);
    assert.match(html, /<citydesk-status-tracker>/);
    assert.doesNotMatch(html, /evil|alert/);
    const visitor = await browser.newPage();
    await visitor.driver.open(address);
    const frame = visitor.page.mainFrame();
    await driverIn(frame).heading('Show us where it is');
    assert.deepEqual(await axeOn(visitor.page, '.entry-content'), []);
    await visitor.close();
  });

  it('offers a whole page as a pattern', async () => {
    const content = await site.php(
      `${loaded} echo WP_Block_Patterns_Registry::get_instance()->get_registered( 'citydesk/report-a-problem' )['content'];`,
    );
    assert.match(content, /wp:citydesk\/request-form/);
    assert.match(content, /wp:citydesk\/status-tracker/);
  });

  it('brings an older version up to date by itself', async () => {
    await site.php(`${loaded} global $wpdb;
      update_option( 'citydesk_version', '0.0.9' );
      delete_option( 'citydesk_secret' );
      update_option( 'citydesk_settings', array_merge( get_option( 'citydesk_settings' ), array( 'api_key' => 'of-before-4711' ) ) );
      $wpdb->query( "DROP TABLE {$wpdb->prefix}citydesk_reports" );`);
    await statusOf(site.origin);
    const now = `${loaded} echo get_option( 'citydesk_version' ), ' ', Citydesk\\api_key(), ' ', isset( get_option( 'citydesk_settings' )['api_key'] ) ? 'there' : 'gone';`;
    assert.equal(await site.php(now), '0.1.0 of-before-4711 gone');
    assert.ok(await hasTable());
    assert.equal(await statusOf(`${site.origin}/wp-json/citydesk/v1/open311/v2/services.json`), 200);
  });

  it('complains of nothing in WordPress’s own log', () => assert.deepEqual(site.complaints(), []));

  it('leaves nothing behind when it is deleted', async () => {
    const { page, driver } = admin;
    const before = await options();
    assert.ok(before >= 1);
    await driver.open(`${site.origin}/wp-admin/plugins.php`);
    await Promise.all([page.waitForNavigation(), page.click('#deactivate-citydesk')]);
    await page.click('#delete-citydesk');
    await driver.text(/Citydesk was successfully deleted/);
    const left = await options();
    console.log(`Options before and after: ${before}, ${left}`);
    assert.equal(left, 0);
    assert.ok(!(await hasTable()));
  });
});
