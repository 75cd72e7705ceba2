// Chooses a file in the browser's own dialog, as a resident does after a press of a button.

import type { Page } from 'puppeteer-core';

/** @param press of the button that opens the dialog */
export async function chooseFile(page: Page, file: string, press: () => Promise<void>): Promise<void> {
  const pressed = async () => {
    // An answer from the page: by now, the browser has heard that no dialog is to be seen.
    await page.evaluate(() => undefined);
    await press();
  };
  const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 10_000 }), pressed()]);
  await chooser.accept([file]);
}
