#!/usr/bin/env node
// `npm run a11y`, for some states `npm run a11y -- --only=form-what,form-where`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { a11y } = await import('../src/a11y/a11y.ts');
  const only = process.argv.find((one) => one.startsWith('--only='));
  process.exitCode = await a11y(only?.slice('--only='.length).split(','));
}, ['--conditions=citydesk-source']);
