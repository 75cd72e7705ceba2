/** Something that comes from the city in its own time. */
export type Loadable<T> = { readonly is: 'idle' | 'loading' | 'failed' } | { readonly is: 'ready'; readonly value: T };
