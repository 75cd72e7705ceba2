import { describeExample } from './example-in-browser.ts';

describeExample({
  name: 'vue',
  endpointIn: 'VITE_OPEN311_ENDPOINT',
  source: 'src/App.vue',
  serve: ['preview', (port) => ['--port', String(port), '--strictPort']],
  told: /Vue knows the number too/,
});
