#!/usr/bin/env node
// `npm run test:runtimes`: the client's conformance suite in Node 20, Node 24 and workerd.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { runRuntimes } = await import('../src/runtimes.ts');
  process.exitCode = await runRuntimes();
}, ['--conditions=citydesk-source']);
