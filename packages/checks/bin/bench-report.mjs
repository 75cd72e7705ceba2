// Makes one report by the relay's built command, in a process of its own, and tells its parent the most memory that it ever held. Plain JavaScript,
// so that Node loads nothing here that it would not load for the command.

import { runCommand } from '@citydesk/relay/node';

const began = performance.now();
const code = await runCommand(['report', ...process.argv.slice(2)]);
process.send({ code, seconds: (performance.now() - began) / 1000, peak: process.resourceUsage().maxRSS * 1024 });
process.disconnect();
