/** Connections that keep their requests back: there are only so many, and whoever speaks has his answer. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { defend } from './slow-sockets.ts';

const server = createServer((request, response) => void request.resume().on('end', () => response.end('Hello')));
const endWaiting = defend(server, 30);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const sockets: Socket[] = [];
after(() => {
  for (const socket of sockets) socket.destroy();
  endWaiting();
  server.close();
});

describe('slow connections', () => {
  it('are closed, the slowest first, beyond so many; those who speak are answered', async () => {
    let closed = 0;
    for (let index = 0; index < 100; index++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {}).once('close', () => (closed += 1));
      // Half of them begin a report and never end it.
      const kind =
        index % 2 ? 'GET / HTTP/1.1\r\nHost: a' : 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\na';
      socket.write(kind);
      sockets.push(socket);
    }
    for (let index = 0; index < 20; index++) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, index % 2 ? {} : { method: 'POST', body: 'All of it' });
      assert.equal(await answer.text(), 'Hello');
    }
    const held = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    assert.ok(held <= 30, `${held} are open`);
    assert.ok(closed >= 60, `${closed} were closed`);
  });
});
