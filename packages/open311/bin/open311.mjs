#!/usr/bin/env node
// Loads the built check of this package and hands it the words of the command line.
try {
  const { runCommand } = await import('../dist/check/index.js');
  process.exitCode = await runCommand(process.argv.slice(2), { out: console.log, error: console.error });
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('The package is not built yet. Run: npm run build');
  process.exitCode = 2;
}
