#!/usr/bin/env node
// `npm run eval:urgent`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { evalUrgent } = await import('../src/eval/eval-urgent.ts');
  process.exitCode = (await evalUrgent(process.argv.slice(2))).length ? 1 : 0;
}, ['--conditions=citydesk-source']);
