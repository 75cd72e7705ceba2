import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare, contains, type Told } from './compare.ts';
import type { Named } from './naming-engine.ts';

const send: Named = {
  path: 'form:1/button:1',
  tag: 'button',
  seen: 'Send report',
  role: 'button',
  name: 'Send report',
};
const inAll = (chromium: Named, firefox = chromium, webkit = chromium): readonly Told[] => [
  { engine: 'Chromium', named: [chromium] },
  { engine: 'Firefox', named: [firefox] },
  { engine: 'WebKitGTK', named: [webkit] },
];

describe('what three engines tell of a state', () => {
  it('is right where all tell the same', () => {
    assert.deepEqual(compare(inAll(send)), { controls: 1, faults: [] });
  });

  it('is right where they only spell a role in their own way, or break a line elsewhere', () => {
    const fold = { ...send, tag: 'summary', name: 'More\nof it', seen: 'More of it' };
    const spelled = inAll(
      { ...fold, role: 'DisclosureTriangle', name: 'More of it' },
      { ...fold, role: '' },
      { ...fold, role: '' },
    );
    assert.deepEqual(compare(spelled).faults, []);
  });

  it('is wrong where one has another role, another name or none, or does not have it at all', () => {
    assert.match(compare(inAll(send, { ...send, role: 'link' })).faults[0]!, /different roles.*Firefox “link”/);
    assert.match(compare(inAll(send, send, { ...send, name: 'Send report now' })).faults[0]!, /different names/);
    assert.match(compare(inAll({ ...send, name: '', seen: '' })).faults[0]!, /has no name/);
    assert.match(compare(inAll({ ...send, role: 'generic' })).faults[0]!, /has no role/);
    const [chromium, firefox] = inAll(send) as [Told, Told];
    const without = compare([chromium, firefox, { engine: 'WebKitGTK', named: [] }]);
    assert.match(without.faults[0]!, /is not there in WebKitGTK/);
  });

  it('is wrong where a word is seen that is not in the name', () => {
    assert.match(compare(inAll({ ...send, seen: 'Send it' })).faults[0]!, /“Send it” is seen/);
  });

  it('takes an option that WebKit does not name, but not a button', () => {
    const option = { ...send, tag: 'option', role: 'option', name: 'Wood', seen: 'Wood' };
    assert.deepEqual(compare(inAll(option, option, { ...option, name: '' })).faults, []);
    assert.match(compare(inAll(send, send, { ...send, name: '' })).faults[0]!, /has no name/);
  });
});

describe('words that are seen', () => {
  it('stand in the name whatever its capitals and punctuation', () => {
    assert.ok(contains('Call 269-555-0142. Opens Monday', 'call 269-555-0142'));
    assert.ok(contains('Choose a photo: 2 of 3', 'Choose a photo'));
    assert.ok(contains('Map', ''));
  });

  it('stand there as whole words, in their order', () => {
    assert.ok(!contains('Sending', 'Send'));
    assert.ok(!contains('Report: send', 'Send report'));
    assert.ok(contains('الإبلاغ عن مشكلة', 'الإبلاغ'));
  });
});
