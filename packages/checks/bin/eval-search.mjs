#!/usr/bin/env node
// `npm run eval:search`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { evalSearch } = await import('../src/eval/eval-search.ts');
  process.exitCode = (await evalSearch(process.argv.slice(2))).length ? 1 : 0;
}, ['--conditions=citydesk-source']);
