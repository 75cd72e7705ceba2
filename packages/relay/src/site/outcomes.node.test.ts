import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { talkativeJpeg } from '../../test/pictures.ts';
import { closeCity, failed, filed, headingOf, number77, pothole, saying, site, typed } from '../../test/plain-form.ts';
import type { SiteOptions } from '../site.ts';

describe('what the plain form says of a report', () => {
  const ask = async (options: Partial<SiteOptions>, photos: readonly File[] = []) => {
    const form = await pothole(site(options));
    return form.send({ ...typed, ...(photos.length && { media: photos }) });
  };

  it('is that nobody knows yet, and that asking again sends nothing twice', async () => {
    const page = await ask(saying(failed('unknown', 503), number77));
    assert.equal(page.status, 503);
    assert.equal(page.headers.get('retry-after'), '5');
    assert.equal(headingOf(page), 'We are finding out if the city has your report');
    assert.match(page.text, /Do not send a new report\. Wait 5 seconds\. Then load this page again\./);
    assert.match(page.text, /Word for this report CD-[\dA-Z]{4}-[\dA-Z]{4}/);
    assert.match((await page.send()).text, /Report number 77/);
  });

  it('is the same after an answer of the relay that no page knows', async () => {
    for (const [code, status] of [
      ['in-flight', 409],
      ['500', 500],
      ['strange', 502],
    ] as const) {
      assert.match((await ask(saying(failed(code, status)))).text, /We are finding out/);
    }
  });

  it('is that it is not sent yet, with a button that sends the same', async () => {
    for (const [code, status] of [
      ['busy', 503],
      ['slow', 429],
    ] as const) {
      const page = await ask(saying(failed(code, status), number77));
      assert.equal(page.status, status);
      assert.equal(headingOf(page), 'Your report is not sent yet');
      assert.match(page.text, /Wait 5 seconds\. Then send it again\./);
      assert.match((await page.send()).text, /Report number 77/);
    }
  });

  it('is the number to call where nobody can tell, and a button that sends it all the same', async () => {
    const sent: boolean[] = [];
    const page = await ask({
      submit: async ({ insist }) => {
        sent.push(insist);
        return insist ? number77 : failed('held', 409);
      },
    });
    assert.equal(page.status, 409);
    assert.match(
      page.text,
      /Call 269-555-0142 and give them the word CD-\w{4}-\w{4}\. Or send it again\. Then they may get it two times\./,
    );
    assert.match((await page.send()).text, /Report number 77/);
    assert.deepEqual(sent, [false, true]);
  });

  it('is to load the page again where only the browser has the photos', async () => {
    const page = await ask({ ...saying(failed('unknown', 503)), photos: { most: 1 } }, [talkativeJpeg()]);
    assert.match(page.text, /load this page again/);
    assert.doesNotMatch(page.html, /<form/);
    const held = await ask({ ...saying(failed('held', 409)), photos: { most: 1 } }, [talkativeJpeg()]);
    assert.match(held.text, /It goes without the photos\./);
  });

  it('is why the city did not take it, at the field that is meant, under a new key', async () => {
    const form = await pothole(site({}, [{ route: 'post', kind: 'attribute-400', attribute: 'size', times: 1 }]));
    const page = await form.send(typed);
    assert.equal(page.status, 400);
    assert.equal(headingOf(page), 'The city did not take the report yet');
    assert.match(page.html, /<a href="#answer-2">The city says: /);
    assert.equal(page.form.get('place'), '318 Hoffman St');
    assert.notEqual(page.form.get('key'), form.form.get('key'));
    assert.equal(headingOf(await page.send()), 'The city has your report');
    assert.equal(filed().length, 1);
  });

  it('is true when the city breaks off after it has filed the report', async () => {
    const form = await pothole(site({}, [{ route: 'post', kind: 'down', committed: true, times: 1 }]));
    const page = await form.send(typed);
    assert.match(page.text, /We are finding out/);
    let last = page;
    for (let tries = 0; tries < 100 && last.status !== 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      last = await page.again();
    }
    assert.equal(headingOf(last), 'The city has your report');
    assert.equal(filed().length, 1);
  });

  it('is that nobody knows while the questions are missing that its answers belong to', async () => {
    const form = await pothole(site());
    const other = site({}, [{ route: 'definition', kind: 'error-500' }]);
    const body = new FormData();
    for (const [name, value] of form.form) body.append(name, value);
    body.set('place', 'Here');
    const page = await other('http://relay.test/citydesk/embed', { method: 'POST', body });
    assert.equal(headingOf(page), 'We are finding out if the city has your report');
    assert.equal(filed().length, 0);
    assert.ok(page.form.has('attribute[count]'));
  });

  it('is that its list did not load, or its questions, as long as that is so', async () => {
    const down = site({}, [{ route: 'services', kind: 'not-found' }]);
    assert.equal((await down()).status, 503);
    await closeCity();
    const open = site({}, [{ route: 'definition', kind: 'not-found' }]);
    assert.equal((await pothole(open)).status, 200);
  });
});

describe('every plain page', () => {
  it('runs no script, has no style but its own, and stands in no frame but its own', async () => {
    const open = site({ frameAncestors: ['https://www.example.gov', "'none'; script-src *"] });
    for (const page of [await open(), await pothole(open), await (await pothole(open)).send(typed)]) {
      assert.equal(
        page.headers.get('content-security-policy'),
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self' https://www.example.gov",
      );
      assert.doesNotMatch(page.html, /<script|\son\w+=|style=/i);
      assert.match(page.html, /<html lang="en" dir="ltr">/);
      assert.match(page.html, /<a class="call" href="tel:2695550142">/);
      assert.match(page.html, /<a class="call" href="tel:911">/);
    }
  });

  it('speaks as the city wants it to', async () => {
    const open = site({ lang: 'es', words: { what: '¿Cuál es el problema?' }, phone: undefined, emergency: undefined });
    const page = await open();
    assert.match(page.html, /<html lang="es"/);
    assert.equal(headingOf(page), '¿Cuál es el problema?');
    assert.doesNotMatch(page.html, /tel:/);
  });
});
