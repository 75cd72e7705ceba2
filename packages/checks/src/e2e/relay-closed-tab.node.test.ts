import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openSendingScene, type SendingScene } from './sending-scene.ts';
import { underWay } from './sending-tab.ts';

describe('a report with two photos is one report', () => {
  let scene: SendingScene;
  before(async () => {
    scene = await openSendingScene();
  });
  after(() => scene?.close());

  it('when the tab is closed while it is being sent, and the site opened again', async () => {
    const { city, sends, arrives } = scene;
    const words = `closed ${randomUUID()}`;
    const tab = await sends(words);
    await arrives(await tab.again(`${city.origin}/report/`), words);
  });

  it('when the relay is killed and the tab closed, and both once more while it is being sent again', async () => {
    const { city, sends, arrives } = scene;
    const words = `twice ${randomUUID()}`;
    let tab = await sends(words);
    for (const address of ['/report/', '/report/potholes/']) {
      await city.killRelay();
      tab = await tab.again(`${city.origin}${address}`, underWay);
    }
    await city.killRelay();
    await arrives(tab, words);
  });
});
