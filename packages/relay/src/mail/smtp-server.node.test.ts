import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smtpServer } from './smtp-server.ts';

describe('the way to a mail server', () => {
  const way = (address: string, password?: string) => {
    const { options, auth } = smtpServer(address, password);
    const { host, port, secure, requireTLS, opportunisticTLS, tls } = options;
    return {
      at: `${host} ${port}`,
      secure,
      must: requireTLS,
      may: opportunisticTLS,
      proves: tls?.rejectUnauthorized,
      user: auth?.user,
    };
  };

  it('without a user takes encryption where there is any', () => {
    const open = { secure: false, must: false, may: true, proves: false, user: undefined };
    assert.deepEqual(way('smtp://mail.example.gov'), { at: 'mail.example.gov 25', ...open });
    assert.deepEqual(way('smtp://localhost:2525'), { at: 'localhost 2525', ...open });
    assert.deepEqual(way('smtp://[::1]:25'), { at: '::1 25', ...open });
  });

  it('gives a password to nobody who has not proven to be that server', () => {
    const strict = { secure: false, must: true, may: false, proves: true, user: 'city@example.gov' };
    assert.deepEqual(way('smtp://city%40example.gov@mail.example.gov', 'p'), { at: 'mail.example.gov 587', ...strict });
    assert.deepEqual(way('smtp://city%40example.gov@mail.example.gov:25', 'p').must, true);
    const near = way('smtp://city@127.0.0.1:25', 'p');
    assert.deepEqual([near.must, near.may, near.proves], [false, true, false], 'on this computer nobody is in between');
  });

  it('is encrypted from the first byte with smtps', () => {
    const whole = { secure: true, must: false, may: false, proves: true, user: 'city' };
    assert.deepEqual(way('smtps://city@mail.example.gov', 'p'), { at: 'mail.example.gov 465', ...whole });
  });
});
