import { describeExample } from './example-in-browser.ts';

describeExample({
  name: 'svelte',
  endpointIn: 'VITE_OPEN311_ENDPOINT',
  source: 'src/App.svelte',
  serve: ['preview', (port) => ['--port', String(port), '--strictPort']],
  told: /Svelte knows the number too/,
});
