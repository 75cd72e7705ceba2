// What is used here of lunr, which brings no types.
declare module 'lunr' {
  interface Builder {
    readonly pipeline: { reset(): void };
    readonly searchPipeline: { reset(): void };
    ref(name: string): void;
    field(name: string, options?: { readonly boost?: number }): void;
    add(document: Readonly<Record<string, string>>): void;
  }
  interface Query {
    term(
      term: string,
      options: { readonly boost?: number; readonly wildcard?: number; readonly editDistance?: number },
    ): void;
  }
  interface Index {
    query(ask: (query: Query) => void): readonly { readonly ref: string; readonly score: number }[];
  }
  const lunr: {
    (configure: (this: Builder, builder: Builder) => void): Index;
    readonly Query: { readonly wildcard: { readonly TRAILING: number } };
    tokenizer: { separator: RegExp };
  };
  export default lunr;
}
