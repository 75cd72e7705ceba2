// The plugin on the oldest WordPress that it takes: activated, on a page, and its relay answers.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf, type BootedWordPress } from './boot-wordpress.ts';
import { installedSite, loaded } from './installed-site.ts';
import { serveRecordedCity, type RecordedCity } from './recorded-city.ts';
import { lacking } from './wordpress-files.ts';

const skip = await lacking();
if (skip && process.env['CI'] === 'true') throw new Error(skip);

describe('The WordPress plugin on the oldest WordPress it takes', { skip, timeout: 300_000 }, () => {
  let city: RecordedCity;
  let site: BootedWordPress;
  before(async () => {
    city = await serveRecordedCity('');
    site = await installedSite({ endpoint: city.endpoint, phone: '269-555-0142' }, '', '6.5');
    console.log(`WordPress ${site.version}`);
  });
  after(async () => {
    await site?.close();
    await city?.close();
  });

  it('puts the element and one script tag with the city file on the page', async () => {
    const address =
      await site.php(`${loaded} $id = wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Report',
      'post_content' => '<!-- wp:citydesk/request-form {"serviceCode":"pothole"} /-->[citydesk_status_tracker]' ) ); echo get_permalink( $id );`);
    const html = await (await fetch(address)).text();
    assert.match(
      html,
      /<citydesk-request-form service-code="pothole"><p>Report a problem\. Call <a href="tel:2695550142">/,
    );
    assert.match(html, /<citydesk-status-tracker>/);
    const tags = html.match(/<script[^>]*citydesk\.js[^>]*>/g) ?? [];
    assert.equal(tags.length, 1);
    assert.match(tags[0] ?? '', /data-config="[^"]*\/wp-json\/citydesk\/v1\/city\.json\?v=/);
    const other = await (await fetch(site.origin)).text();
    assert.doesNotMatch(other, /citydesk\.js/);
  });

  it('answers for the city', async () => {
    assert.equal(await statusOf(`${site.origin}/wp-json/citydesk/v1/open311/v2/services.json`), 200);
    assert.deepEqual(site.complaints(), []);
  });
});
