import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../workspace.ts';
import { pageAt, pages, siteHeaders } from './site.ts';

const source = path.join(root, 'examples/city-page');
const all = new Map([...pages().keys()].map((address) => [address, pageAt(address) ?? '']));
const find = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const hrefs = (html: string): readonly string[] => find(html, /<a\b[^>]*\bhref="([^"]*)"/g);
const ids = (html: string): readonly string[] => find(html, /\bid="([^"]*)"/g);
/** Addresses that come from elsewhere: the built script tag. */
const built = new Set(['/citydesk.js']);

describe('The demo city’s pages', () => {
  it('are at least five, each with at least 25 links', () => {
    assert.ok(all.size >= 5);
    for (const [address, html] of all)
      assert.ok(hrefs(html).length >= 25, `${address} has ${hrefs(html).length} links`);
  });

  it('have no link that leads nowhere', () => {
    for (const [address, html] of all) {
      for (const href of hrefs(html)) {
        if (/^(tel:\+?\d+|https:\/\/\S+)$/.test(href)) continue;
        const [page = '', fragment] = href.split('#');
        const target = all.get(page || address);
        assert.ok(target !== undefined, `${address} links to ${href}`);
        if (fragment !== undefined) assert.ok(ids(target).includes(fragment), `${address} links to ${href}`);
      }
    }
  });

  it('ask only for pictures, styles, fonts and scripts that are there', () => {
    for (const [address, html] of all) {
      const asked = [
        ...find(html, /<(?:img|script)\b[^>]*\bsrc="([^"]*)"/g),
        ...find(html, /<link\b[^>]*\bhref="([^"]*)"/g),
        ...find(html, /\bsrcset="([^"]*)"/g).flatMap((set) =>
          set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
        ),
        ...find(html, /\b(?:data-config|faq)="([^"]*)"/g),
      ];
      for (const url of asked)
        assert.ok(built.has(url) || existsSync(path.join(source, url)), `${address} asks for ${url}`);
    }
  });

  it('hold nothing that a strict content policy would stop', () => {
    for (const [address, html] of all) {
      assert.doesNotMatch(html, /\sstyle="|\son[a-z]+="|<style|javascript:/, address);
      // Data is not run, and no policy stops it.
      assert.doesNotMatch(html, /<script(?! type="application\/ld\+json">)(?![^>]*\bsrc=)/, address);
    }
  });

  it('carry the policy that the server sends, but for what a page may not say', () => {
    const sent = siteHeaders()['Content-Security-Policy'] ?? '';
    assert.match(sent, /frame-ancestors 'none'/);
    const [inPage = ''] = find(all.get('/') ?? '', /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/g);
    assert.equal(inPage, sent.replace(" frame-ancestors 'none';", ''));
  });

  it('are each sound: one main heading, a title, a language, no id twice, nothing left to include', () => {
    for (const [address, html] of all) {
      assert.equal(find(html, /(<h1\b)/g).length, 1, address);
      assert.match(html, /<html lang="en">[\s\S]*<title>[^<]+<\/title>/, address);
      assert.deepEqual([...new Set(ids(html))], ids(html), address);
      assert.doesNotMatch(html, /<!-- include|\{\{/, address);
    }
  });

  it('weigh what a real city’s pages weigh where the form and the tracker stand', () => {
    const styles = globSync('styles/*.css', { cwd: source }).reduce(
      (sum, file) => sum + statSync(path.join(source, file)).size,
      0,
    );
    for (const address of ['/', '/report/', '/report/potholes/']) {
      assert.match(all.get(address) ?? '', /<citydesk-/, address);
      const bytes = styles + Buffer.byteLength(all.get(address) ?? '');
      assert.ok(bytes >= 40_000, `${address}: ${bytes} bytes of HTML and CSS`);
    }
  });

  it('give a phone number inside every widget, for when its script cannot come', () => {
    const inside = [...all.values()].flatMap((html) => find(html, /<citydesk-[a-z-]+[^>]*>([\s\S]*?)<\/citydesk-/g));
    assert.equal(inside.length, [...all.values()].flatMap((html) => find(html, /(<citydesk-)/g)).length);
    assert.ok(inside.length >= 3);
    for (const words of inside) assert.match(words, /href="tel:\+1269/);
  });

  it('say in the foot that they are a demonstration and where the streets come from', () => {
    for (const [address, html] of all) {
      assert.match(html, /This site is a demonstration/, address);
      assert.match(html, /openstreetmap\.org\/copyright/, address);
    }
  });

  it('mark the one link of the menu that leads to the page itself', () => {
    const report = all.get('/report/') ?? '';
    assert.equal(find(report, /(<a href="\/report\/" aria-current="page")/g).length, 2); // wide menu and small menu
    assert.equal(find(all.get('/') ?? '', /(aria-current)/g).length, 0);
  });

  it('have a city file that says what the pages say', () => {
    const city = JSON.parse(readFileSync(path.join(source, 'citydesk.json'), 'utf8')) as {
      phone: string;
      cityName: string;
    };
    const report = all.get('/report/') ?? '';
    assert.ok(report.includes(city.phone));
    assert.ok(report.includes(`City of ${city.cityName}`));
  });
});
