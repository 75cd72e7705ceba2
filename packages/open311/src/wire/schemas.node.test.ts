import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wireReceipt, wireRequest, wireService } from './schemas.ts';

describe('the wire as zod schemas', () => {
  it('read a row as the decoders do, under the names of the wire', () => {
    const row = {
      service_code: 6,
      service_name: 'Potholes',
      metadata: 'true',
      keywords: 'hole, road',
      type: 'realtime',
    };
    assert.deepEqual(wireService.parse(row), {
      service_code: '6',
      service_name: 'Potholes',
      metadata: true,
      type: 'realtime',
      keywords: ['hole', 'road'],
    });
  });

  it('keep the zeros of an id', () => {
    assert.equal(wireReceipt.parse({ service_request_id: '006' }).service_request_id, '006');
  });

  it('refuse a row without the field that it says nothing without', () => {
    assert.equal(wireService.safeParse({ service_name: 'Potholes' }).success, false);
    assert.equal(wireRequest.safeParse({ status: 'open' }).success, false);
    assert.deepEqual(
      wireService.safeParse({ service_name: 'Potholes' }).error?.issues.map(({ path }) => path),
      [['service_code']],
    );
  });
});
