import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { rowsWith } from './city-rows.ts';
import { headings } from './file-a-report.ts';
import { openSendingScene, type SendingScene } from './sending-scene.ts';

/** What may be said of a report of which nobody knows. */
const trueWords = /Your report is not sent yet|We are finding out if the city has your report/;

describe('a report with two photos is one report', () => {
  let scene: SendingScene;
  before(async () => {
    scene = await openSendingScene();
  });
  after(() => scene?.close());

  it('when the relay is killed while it is being sent, and the page says what is true until then', async () => {
    const { city, sends, arrives } = scene;
    const words = `killed ${randomUUID()}`;
    const tab = await sends(words);
    await city.killRelay();
    const isSaid = tab.says(trueWords).then(() => true);
    // As often as it comes back, so that there is time to read.
    while (!(await Promise.race([isSaid, pause(200, false)]))) await city.killRelay();
    assert.deepEqual(rowsWith(city.data, words), []);
    await tab.slow(false);
    await tab.says(new RegExp(headings.receipt));
    await arrives(tab, words);
  });

  it('when all of the demo is killed while it is being sent, and started again', async () => {
    const { city, sends, arrives } = scene;
    const words = `started again ${randomUUID()}`;
    const tab = await sends(words);
    await city.kill();
    await tab.says(trueWords);
    await tab.slow(false);
    await city.start();
    await arrives(tab, words);
  });
});
