import assert from 'node:assert/strict';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { commandsOver } from './marionette.ts';

/** A server that says hello, and answers each command with what it was given, in two pieces. */
describe('commands over Marionette', () => {
  const server = createServer((socket) => {
    const send = (message: unknown) => {
      const text = JSON.stringify(message);
      const whole = `${Buffer.byteLength(text)}:${text}`;
      socket.write(whole.slice(0, 5));
      setTimeout(() => socket.write(whole.slice(5)), 5);
    };
    socket.write('24:{"applicationType":"ö"}');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      const [, id, name, params] = JSON.parse(text.slice(text.indexOf(':') + 1)) as [number, number, string, object];
      if (name === 'end') socket.destroy();
      else if (name === 'refuse') send([1, id, { error: 'no such element', message: 'It is gone' }, null]);
      else send([1, id, null, { value: params }]);
    });
  });
  let socket: Socket;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  });
  after(() => {
    socket.destroy();
    server.close();
  });

  it('are answered each with its own answer, however it comes apart, and counted in bytes', async () => {
    const command = commandsOver(socket);
    assert.deepEqual(await command('say', { word: 'الإبلاغ' }), { value: { word: 'الإبلاغ' } });
    await assert.rejects(command('refuse'), /no such element: It is gone/);
    assert.deepEqual(await command('say'), { value: {} });
    await assert.rejects(command('end'), /closed the connection/);
  });
});
