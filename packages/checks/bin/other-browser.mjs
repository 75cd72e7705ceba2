#!/usr/bin/env node
// `npm run test:floor`, `test:firefox` and `test:webkit`.
import { runOtherBrowser } from '../src/other-browsers.ts';

process.exitCode = await runOtherBrowser(process.argv[2]);
