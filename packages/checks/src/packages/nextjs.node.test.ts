import { describeExample } from './example-in-browser.ts';

describeExample({
  name: 'nextjs',
  endpointIn: 'NEXT_PUBLIC_OPEN311_ENDPOINT',
  source: 'app/report-form.tsx',
  serve: ['start', (port) => ['--port', String(port), '--hostname', 'localhost']],
  served: /<citydesk-request-form [^>]*phone="269-555-0142"[^>]*><p>The form is on its way/,
  buildChecksTypes: true,
  told: /React knows the number too/,
});
