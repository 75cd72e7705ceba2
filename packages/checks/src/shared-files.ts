// Lets browser tests read answers of real cities that lie beside the repository, at /__shared/. Where there are none, it says so with a 404.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const prefix = '/__shared/';

/**
 * @param folder The folder to serve, read-only. `GET /__shared/<path>` gives a file, `GET /__shared/<folder>/?list` the names in it as JSON.
 */
export function sharedFiles(folder: string): Middleware {
  return async (context, next) => {
    if (context.method !== 'GET' || !context.path.startsWith(prefix)) return next();
    const wanted = path.join(folder, decodeURIComponent(context.path.slice(prefix.length)));
    const inside = wanted === folder || wanted.startsWith(folder + path.sep);
    const found = inside ? await stat(wanted).catch(() => undefined) : undefined;
    context.set('Cache-Control', 'no-store');
    // There, files that are not where they belong are a failure; elsewhere the tests of them are skipped.
    if (process.env['CI'] === 'true') context.set('Citydesk-CI', 'true');
    if (found?.isDirectory() && context.querystring === 'list') {
      context.body = await readdir(wanted);
    } else if (found?.isFile()) {
      context.type = path.extname(wanted) || 'text/plain';
      context.body = createReadStream(wanted);
    } else {
      context.status = 404;
      context.body = 'There is no such file.';
    }
  };
}
