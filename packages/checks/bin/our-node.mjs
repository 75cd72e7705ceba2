// Makes sure that what follows runs on the Node this repository brings (node_modules/node), whatever `node` means here.
// Plain JavaScript for older Nodes: this is the one file they have to understand.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 24;

/**
 * Runs `main` if this is Node 24 or later, started with `options`. Otherwise starts the same command again, on the Node from
 * node_modules and with these options, passes signals on to it, and ends as it ended.
 */
export async function onOurNode(main, options = []) {
  const isRight = Number(process.versions.node.split('.')[0]) >= wanted;
  if (isRight && options.every((option) => process.execArgv.includes(option))) {
    // Started by an older Node: when that one is gone, nobody is left to stop us.
    if (process.channel) process.once('disconnect', () => process.exit(0));
    process.channel?.unref();
    return main();
  }
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
  const node = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    console.error(
      `This needs Node ${wanted}. You have ${process.version}. Run "npm ci" first: it brings the right one.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [...process.execArgv, ...options, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
