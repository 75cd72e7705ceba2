// The demo as `npm start` runs it, a browser, a camera, and what is asked of every report that is cut off while it is being sent.

import assert from 'node:assert/strict';
import { openCamera } from './camera.ts';
import { startCityBrowser } from './city-browser.ts';
import { startCityProcess, type CityProcess } from './city-process.ts';
import { rowsWith } from './city-rows.ts';
import { headings } from './file-a-report.ts';
import { beginSending, openSendingTab, type SendingTab } from './sending-tab.ts';

/** What may be said only when the city has it. */
const arrived = /Report number\s+(\S+)|Its number is (\S+?)\.?(?=\s|$)/;

export interface SendingScene {
  readonly city: CityProcess;
  /** A tab that is sending a report with two photos and these words; nothing of it is in the city yet. */
  sends(words: string): Promise<SendingTab>;
  /** Waits until the tab says the report's number, and looks whether it is the only one in the city's books with these words. */
  arrives(tab: SendingTab, words: string): Promise<void>;
  close(): Promise<void>;
}

export async function openSendingScene(): Promise<SendingScene> {
  const city = await startCityProcess();
  const browser = await startCityBrowser();
  const camera = await openCamera(await browser.newPage(), city.origin);
  return {
    city,
    async sends(words) {
      const tab = await openSendingTab(browser);
      await beginSending(tab, city.origin, camera, words);
      assert.deepEqual(rowsWith(city.data, words), []);
      return tab;
    },
    async arrives(tab, words) {
      await tab.slow(false);
      const [, onReceipt, inNews] = await tab.says(arrived);
      const number = onReceipt ?? inNews;
      // Whatever would come late comes now: the site is opened once more, and has nothing left to send.
      const last = await tab.again(`${city.origin}/report/`);
      await last.driver.heading(headings.what);
      await last.page.waitForNetworkIdle();
      await last.close();
      assert.deepEqual(
        rowsWith(city.data, words).map(({ id, photos }) => ({ id, photos })),
        [{ id: number, photos: 2 }],
      );
    },
    async close() {
      camera.close();
      await browser.close();
      await city.remove();
    },
  };
}
