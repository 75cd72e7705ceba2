#!/usr/bin/env node
// `npm run test:map-package`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { checkMapPackage } = await import('../src/map-package.ts');
  process.exitCode = await checkMapPackage();
}, ['--conditions=citydesk-source']);
