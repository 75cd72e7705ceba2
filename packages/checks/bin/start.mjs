#!/usr/bin/env node
// `npm start`: builds what is not up to date and serves the built demo city until it is told to stop.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { start } = await import('../src/demo/start.ts');
  await start();
});
