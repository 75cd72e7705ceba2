// Browser tests of every package: TypeScript sources as they are, the demo city behind them, in the Chromium that is found.

import path from 'node:path';
import { sandboxMiddleware } from '@citydesk/sandbox/middleware';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './packages/checks/src/browser.ts';
import { countingReporter } from './packages/checks/src/counting-reporter.ts';
import { sharedFiles } from './packages/checks/src/shared-files.ts';

const browser = await findBrowser();
console.log(`Browser tests run in ${browser.version}`);

// The conformance suite of the client talks to a city on another origin; tests learn where at /__conformance.
const { origin } = await import('./packages/open311/test/conformance/city.ts').then(({ startCity }) => startCity());
const conformanceCity = (context, next) =>
  context.path === '/__conformance' ? void (context.body = { origin }) : next();

const byFile = defaultReporter({ reportTestProgress: process.stdout.isTTY === true });
/** Tests of broken cities ask for what is not there: those answers are no news. A module that is missing still fails its file. */
const withoutMissing = {
  ...byFile,
  reportTestFileResults: ({ sessionsForTestFile, ...rest }) =>
    byFile.reportTestFileResults({
      ...rest,
      sessionsForTestFile: sessionsForTestFile.map((session) => ({ ...session, request404s: [] })),
    }),
};

export default {
  files: ['packages/{open311,core,elements,map,embed,sandbox}/src/**/*.test.ts', '!packages/**/*.node.test.ts'],
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['citydesk-source', 'browser', 'development'] },
  concurrency: 2,
  staticLogging: !process.stdout.isTTY,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 180_000,
  browsers: [
    chromeLauncher({
      // A window each: a tab behind another one gets no animation frames, and tests that wait for one would wait forever.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
      launchOptions: {
        executablePath: browser.executablePath,
        args: browser.args,
        env: browser.env,
        headless: browser.headless,
      },
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      // Named, because the legacy decorators are only lowered when esbuild reads it.
      tsconfig: path.join(import.meta.dirname, 'tsconfig.json'),
    }),
  ],
  middleware: [sharedFiles(path.resolve(import.meta.dirname, '../shared')), conformanceCity, sandboxMiddleware()],
  filterBrowserLogs: ({ args }) =>
    !args.some((text) => typeof text === 'string' && text.includes('Lit is in dev mode')),
  reporters: [
    withoutMissing,
    ...(process.env.CITYDESK_VERBOSE ? [summaryReporter()] : []),
    countingReporter(process.env.CITYDESK_COUNTS),
  ],
};
