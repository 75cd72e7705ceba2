import assert from 'node:assert/strict';
import { it } from 'node:test';
import { creditOf } from './credit.ts';

const plain = (html: string): string =>
  creditOf(html)
    .map(({ text, href }) => (href ? `[${text}](${href})` : text))
    .join('');

for (const [html, credit] of [
  ['© OpenStreetMap contributors', '© OpenStreetMap contributors'],
  [
    '<a href="https://www.openstreetmap.org/copyright" target="_blank">&copy; OpenStreetMap</a> contributors',
    '[© OpenStreetMap](https://www.openstreetmap.org/copyright) contributors',
  ],
  ["<a href='http://a.example/?a=1&amp;b=2'>A</a>", '[A](http://a.example/?a=1&b=2)'],
  ['<b>Bold</b> &#169; &#xA9; &nope; <i>town</i>', 'Bold © © &nope; town'],
  ['<a href="javascript:alert(1)">A</a>', 'A'],
  ['<a href="jav&#x61;script:alert(1)">A</a>', 'A'],
  ['<a href=" data:text/html,x">A</a><a href="/here">B</a><a href="//host/x">C</a>', 'ABC'],
  ['<img src=x onerror=alert(1)>A<svg/onload=alert(1)>B', 'AB'],
  ['A<script>alert(1)</script>B<style>*{}</style>C<script>alert(2)', 'ABC'],
  ['<a title=">" href="https://a.example">A</a>', '[A](https://a.example/)'],
  ['1 < 2 <!-- no --> &lt;b&gt;', '1 < 2 <b>'],
  ['<a href="https://a.example">A', '[A](https://a.example/)'],
  ['', ''],
] as const) {
  it(`reads ${html || 'nothing'}`, () => assert.equal(plain(html), credit));
}
