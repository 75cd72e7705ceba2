#!/usr/bin/env node
// `npm run make:map`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { makeMap } = await import('../src/make-map.ts');
  await makeMap();
}, ['--conditions=citydesk-source']);
