/** The bare web page that servers send where their API has nothing to say. */

import { escaped } from '../answers/xml.ts';

const titles: Readonly<Record<number, string>> = {
  404: 'Not Found',
  500: 'Server Error (500)',
};

export function htmlPage(status: number): string {
  const title = escaped(titles[status] ?? 'Bad Request');
  return `<!doctype html>
<html lang="en">
<head>
  <title>${title}</title>
</head>
<body>
  <h1>${title}</h1><p>${status === 404 ? 'There is nothing at this address.' : ''}</p>
</body>
</html>
`;
}
