#!/usr/bin/env node
// `npm test`. Needs Node's own TypeScript support and the sources' condition, so the npm script passes --conditions=citydesk-source.
import { runEveryday } from '../src/everyday.ts';

process.exitCode = await runEveryday(process.argv.slice(2));
