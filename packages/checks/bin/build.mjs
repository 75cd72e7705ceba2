#!/usr/bin/env node
// `npm run build`: builds every package and the demo city's site, as far as they are not up to date. `--force` builds all.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { build } = await import('../src/demo/build.ts');
  process.exitCode = (await build({ force: process.argv.includes('--force') })) ? 0 : 1;
});
