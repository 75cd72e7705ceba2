/** Mounts fresh test cities in a Koa server, such as Web Test Runner or its dev server; see `testCities`. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeListener } from './node-listener.ts';
import { isTestCityPath, testCities } from './test-cities.ts';

/** What of Koa's context is used here. */
export interface KoaContext {
  readonly path: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  respond?: boolean;
}

/**
 * For `middleware` in web-test-runner.config.js: `middleware: [sandboxMiddleware()]`.
 * All that is not under `/__city` goes on to the next.
 */
export function sandboxMiddleware(): (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown> {
  const listener = nodeListener(testCities().fetch, (error) => console.error(error));
  return async (context, next) => {
    if (!isTestCityPath(context.path)) return next();
    context.respond = false;
    return listener(context.req, context.res);
  };
}

export { nodeListener } from './node-listener.ts';
export { isTestCityPath, testCities, type FreshCityOptions, type TestCities } from './test-cities.ts';
