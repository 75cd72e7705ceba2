import { describeExample } from './example-in-browser.ts';

describeExample({
  name: 'react-vite',
  endpointIn: 'VITE_OPEN311_ENDPOINT',
  source: 'src/App.tsx',
  serve: ['preview', (port) => ['--port', String(port), '--strictPort']],
  told: /React knows the number too/,
});
