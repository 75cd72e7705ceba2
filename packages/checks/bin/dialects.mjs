#!/usr/bin/env node
// `npm run test:dialects -- FOLDER`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { readDialects } = await import('../src/dialects.ts');
  process.exitCode = await readDialects(process.argv[2]);
}, ['--conditions=citydesk-source']);
