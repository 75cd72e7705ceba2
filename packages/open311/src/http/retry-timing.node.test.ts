import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseBeforeRetry } from './retry-timing.ts';

describe('the pause before a GET is tried again', () => {
  const busy = { attempt: 1, status: 503, asked: 0 };

  it('is drawn between nothing and a bound that doubles', () => {
    assert.equal(pauseBeforeRetry(busy, 0), 0);
    assert.equal(pauseBeforeRetry(busy, 0.5), 250);
    assert.equal(pauseBeforeRetry({ ...busy, attempt: 2 }, 0.5), 500);
  });

  it('ends after the third attempt', () => {
    assert.equal(pauseBeforeRetry({ ...busy, attempt: 3 }, 0), undefined);
  });

  it('comes only where another attempt may help', () => {
    for (const status of [undefined, 429, 502, 503, 504]) assert.equal(pauseBeforeRetry({ ...busy, status }, 0), 0);
    for (const status of [200, 301, 400, 403, 404, 408, 500, 501]) {
      assert.equal(pauseBeforeRetry({ ...busy, status }, 0), undefined);
    }
  });

  it('is never shorter than the city asks', () => {
    assert.equal(pauseBeforeRetry({ ...busy, asked: 2000 }, 0), 2000);
    assert.equal(pauseBeforeRetry({ ...busy, asked: 5000 }, 0.5), 5250);
  });

  it('does not come if the city asks for more than ten seconds, or for something unclear', () => {
    for (const asked of [10_001, 11_000, 99999999999_000, Infinity]) {
      assert.equal(pauseBeforeRetry({ ...busy, asked }, 0), undefined, String(asked));
    }
  });
});
