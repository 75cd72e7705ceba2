#!/usr/bin/env node
// `npm run docs` builds the documentation, `npm run docs:dev` serves it while it is written.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { docs } = await import('../src/docs/docs.ts');
  const verb = process.argv[2] === 'dev' ? 'dev' : 'build';
  process.exitCode = (await docs(verb)) ? 0 : 1;
}, ['--conditions=citydesk-source']);
