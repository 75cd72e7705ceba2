// The relay as a part of a program of your own: the settings come from wherever you keep them, the log goes wherever you want it.

import { readFileSync } from 'node:fs';
import { configFrom } from '@citydesk/relay';
import { serveRelay } from '@citydesk/relay/node';

const settings = JSON.parse(readFileSync(new URL('relay.json', import.meta.url), 'utf8'));
const { UPSTREAM: upstream = settings.upstream, PORT: port = '8312', CITYDESK_API_KEY: apiKey } = process.env;

const relay = await serveRelay({
  config: configFrom({ ...settings, upstream, port: Number(port) }),
  apiKey,
  write: (line) => process.stdout.write(line),
  ownProcess: true,
});
console.log(`The relay is open at ${relay.url}`);

// What is under way comes to its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => relay.close());
