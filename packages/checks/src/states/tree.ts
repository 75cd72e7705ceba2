// What assistive technology has of a page, as a short sum: roles, names and states through every shadow root. Figures are left out, so that two states
// that differ by the time of day alone count as the same.

import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';

export async function treeOf(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const lines = nodes
      .filter(({ ignored, role }) => !ignored && !/^(InlineTextBox|none|generic)$/.test(String(role?.value)))
      .map(({ role, name, properties = [] }) => {
        const states = properties
          .filter((one) => /^(checked|expanded|invalid|disabled|pressed|selected|required)$/.test(one.name))
          .map((one) => `${one.name} ${String(one.value.value)}`);
        return [role?.value, name?.value, ...states].join(' ');
      });
    const text = lines.join('\n').replace(/CD-\w{4}-\w{4}|\d+/g, '#');
    return createHash('sha256').update(text).digest('hex').slice(0, 16);
  } finally {
    await session.detach();
  }
}
