// Serves the page under a policy that lets in nothing but what this answer names: a new nonce each time. Needs Node, and nothing else.
//   node server.mjs
// CITY is where the city's relay is, PORT where this page is served.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const city = new URL(process.env.CITY ?? 'https://311.example.gov').origin;
const port = Number(process.env.PORT ?? 8080);
const page = readFileSync(new URL('page.html', import.meta.url), 'utf8').replaceAll('https://311.example.gov', city);

const policyWith = (nonce) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`, // what our script imports has its nonce, too
    `style-src 'nonce-${nonce}'`, // for this page's own styles: ours are no <style> elements
    `connect-src ${city}`,
    'img-src data:', // photos that a resident has chosen
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types citydesk',
  ].join('; ');

createServer(({ url }, response) => {
  if (url !== '/') return response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policyWith(nonce),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page.replaceAll('NONCE', nonce));
}).listen(port, '127.0.0.1', () => console.log(`Open http://127.0.0.1:${port}/`));
