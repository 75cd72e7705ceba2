#!/usr/bin/env -S node --max-semi-space-size=16
// Loads the built relay. The option keeps the memory for short-lived things from doubling as calls go by. Kept to syntax that old versions of Node can read, so that they can say what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`The relay needs Node 24 or newer. This is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  try {
    const { runCommand } = await import('../dist/node.js');
    process.exitCode = await runCommand(process.argv.slice(2));
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error('The relay is not built yet. Run: npm run build');
    process.exitCode = 1;
  }
}
