import { NetworkError } from './errors.ts';

/** A part of this package that is loaded late. One that does not come is a broken connection like any other. */
export function part<T>(loading: Promise<T>, { href }: URL): Promise<T> {
  return loading.catch((cause: unknown) => {
    throw new NetworkError({ method: 'import for', url: href, cause });
  });
}
