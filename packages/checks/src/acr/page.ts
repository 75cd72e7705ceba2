// The report as one page of HTML, for who does not read YAML.

import type { openAcrOf, Level, Report } from './report.ts';

const words: Readonly<Record<Level, string>> = {
  supports: 'Supports',
  'partially-supports': 'Partially Supports',
  'not-applicable': 'Not Applicable',
};

export function pageOf({ parts }: Report, acr: ReturnType<typeof openAcrOf>): string {
  const standards: readonly (readonly [heading: string, ids: RegExp])[] = [
    ['WCAG 2.2', /^success_/],
    ['Revised Section 508', /^(?!success_|en_)/],
    ['EN 301 549', /^en_/],
  ];
  const sections = standards.map(
    ([heading, ids]) => `    <section>
      <h2>${heading}</h2>
${parts
  .filter(({ id }) => ids.test(id))
  .map(tableOf)
  .join('\n')}
    </section>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${text(acr.title)}</title>
    <style>
      body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif; overflow-wrap: anywhere; }
      table { width: 100%; border-collapse: collapse; margin-block: 1rem; }
      caption { text-align: start; font-weight: bold; }
      th, td { padding: 0.4rem; border: 1px solid #767676; text-align: start; vertical-align: top; }
      th:first-child { width: 30%; }
      td:nth-child(2) { width: 15%; }
    </style>
  </head>
  <body>
    <main>
    <h1>${text(acr.title)}</h1>
    <p>${text(acr.product.name)} ${text(acr.product.version)}: ${text(acr.product.description)}</p>
    <p>Read through by people: ${text(acr.report_date)}. Written after the VPAT® 2.5 International Edition; the same in
    <a href="citydesk-acr.yaml">OpenACR</a>.</p>
    <p>${text(acr.notes)}</p>
    <h2>How it was evaluated</h2>
    <p>${text(acr.evaluation_methods_used)}</p>
${sections.join('\n')}
    </main>
  </body>
</html>
`;
}

function tableOf({ label, notes, said }: Report['parts'][number]): string {
  const note = notes ? `\n      <p>${text(notes)}</p>` : '';
  if (said.length === 0) return `      <h3>${text(label)}</h3>${note}`;
  const rows = said.map(
    ({ num, handle, level, remark }) =>
      `          <tr><th scope="row">${num} ${text(handle)}</th><td>${words[level]}</td><td>${text(remark)}</td></tr>`,
  );
  return `      <h3>${text(label)}</h3>${note}
      <table>
        <thead><tr><th scope="col">Criterion</th><th scope="col">Conformance</th><th scope="col">Remarks</th></tr></thead>
        <tbody>
${rows.join('\n')}
        </tbody>
      </table>`;
}

const text = (words_: string): string =>
  words_.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
