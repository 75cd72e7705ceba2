// The city of the fault lab, in a process of its own that can be killed: `city-child.ts FOLDER PORT`. It keeps its reports on disk.

import { serveCity } from '@citydesk/sandbox';

const [data = '', port = '0'] = process.argv.slice(2);
const { url } = await serveCity({ port: Number(port), data, county: false });
console.log(url);
// Whoever started it may be killed, too.
process.stdin.resume().once('end', () => process.exit(0));
