import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { anyRequest, anyWords, carried, requestOf } from '../../test/feeds/any-request.ts';
import type { ServiceRequest } from '../types.ts';
import { toAtom } from './to-atom.ts';

const atom = 'http://www.w3.org/2005/Atom';
const url = 'https://311.example.gov/feed.atom';

/** What is wrong with the feed of this request, as the browser's own parser sees it. */
function problemIn(request: ServiceRequest, words: string): string | undefined {
  const feed = { title: words, url, author: words, site: words, linkFor: () => words };
  const root = new DOMParser().parseFromString(toAtom([request], feed), 'application/xml').documentElement;
  if (root.namespaceURI !== atom || root.localName !== 'feed') return root.textContent;
  const entries = [...root.children].filter(({ localName }) => localName === 'entry');
  const known = /^(feed|id|title|updated|author|name|link|entry|published|category|content|point)$/;
  const strange = [...root.querySelectorAll('*')].find(({ localName }) => !known.test(localName));
  if (strange) return `<${strange.localName}>`;
  if (entries.length !== 1) return `${entries.length} entries`;
  const content = entries[0]?.querySelector('content');
  if (content?.getAttribute('type') !== 'text') return 'content that is no text';
  return content.textContent.includes(carried(request.description ?? '').trim()) ? undefined : content.textContent;
}

/** The corpus, if it lies beside the repository. */
async function linesOf(name: string): Promise<readonly Record<string, unknown>[] | undefined> {
  const answer = await fetch(`/__shared/corpora/${name}`);
  if (!answer.ok) {
    if (answer.headers.get('Citydesk-CI')) throw new Error(`${name} is not there.`);
    return undefined;
  }
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('an Atom feed in the eyes of a browser', () => {
  it('is well-formed and holds its words as text, whatever a city says', () => {
    const numRuns = 500;
    let run = 0;
    fc.assert(
      fc.property(anyRequest, anyWords, (request, words) => {
        expect(problemIn(request, words)).to.equal(undefined);
        run += 1;
      }),
      { numRuns },
    );
    console.log(`Atom feeds in a browser: ${run} run of ${numRuns} expected`);
    expect(run).to.equal(numRuns);
  });

  for (const [name, field, least] of [
    ['naughty-strings.jsonl', 's', 268],
    ['html-xss.jsonl', 'payload', 4414],
  ] as const) {
    it(`holds the hostile words of ${name} as text`, async function () {
      const lines = (await linesOf(name)) ?? this.skip();
      let run = 0;
      for (const line of lines) {
        const words = String(line[field]);
        expect(problemIn(requestOf(words), words), words).to.equal(undefined);
        run += 1;
      }
      console.log(`Atom feeds with ${name}: ${run} run of ${lines.length} expected`);
      expect(run).to.be.at.least(least);
    });
  }
});
