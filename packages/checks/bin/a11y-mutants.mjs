#!/usr/bin/env node
// `npm run a11y:mutants`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { a11yMutants } = await import('../src/mutants/a11y-mutants.ts');
  process.exitCode = await a11yMutants(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
