import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressIn } from './wish.ts';

describe('an email address', () => {
  it('is taken without the blanks around it', () => {
    assert.equal(addressIn('email', ' ada@example.com ', true), 'ada@example.com');
    assert.equal(addressIn('email', 'ädä@exämple.co.uk', true), 'ädä@exämple.co.uk');
  });

  it('is none without its parts, or with another in it', () => {
    for (const typed of ['', 'ada', 'ada@', '@example.com', 'ada@example', 'ada@example.', 'a@b.c, d@e.f', 'a b@c.de'])
      assert.equal(addressIn('email', typed, true), undefined, typed);
  });
});

describe('a mobile number', () => {
  it('is taken with its country code, however it is grouped', () => {
    for (const typed of ['+1 269 555 0142', '+1 (269) 555-0142', '0012695550142', '+1.269.555.0142'])
      assert.equal(addressIn('phone', typed, false), '+12695550142', typed);
    assert.equal(addressIn('phone', '+49 151 23456789', false), '+4915123456789');
  });

  it('is of North America without one, where danger is called by 911', () => {
    for (const typed of ['269-555-0142', '(269) 555 0142', '1 269 555 0142'])
      assert.equal(addressIn('phone', typed, true), '+12695550142', typed);
    assert.equal(addressIn('phone', '269-555-0142', false), undefined);
  });

  it('is none where figures are missing or something else is there', () => {
    for (const typed of ['', '911', '555-0142', '+1', '+0 269 555 0142', '169 555 0142', 'call me', '269-555-0142 x5'])
      assert.equal(addressIn('phone', typed, true), undefined, typed);
  });
});
