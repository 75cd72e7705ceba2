// What of the analyzer comes without types: the plugin that reads Lit's `static properties`.
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): readonly object[];
}
