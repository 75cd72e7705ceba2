import { expect } from '@open-wc/testing';
import { asAddress, center, roomForMap, town, words } from '../test/opened-map.ts';
import { MapError, openMap, type MapOptions } from './index.ts';

describe('a map that cannot be shown', () => {
  /** The reason, after a look at what was left behind. */
  const reasonOf = async (options: Partial<MapOptions>): Promise<string> => {
    const { host, root, element } = roomForMap();
    const sheets = document.adoptedStyleSheets.length;
    try {
      await openMap(element, { style: asAddress(town), center, words, onMove: () => {}, ...options });
      return 'it was shown';
    } catch (error) {
      expect(error).to.be.instanceOf(MapError);
      expect(element.childNodes, 'left behind').to.have.lengthOf(0);
      expect(root.adoptedStyleSheets).to.have.lengthOf(0);
      expect(document.adoptedStyleSheets).to.have.lengthOf(sheets);
      return (error as MapError).reason;
    } finally {
      host.remove();
    }
  };
  const without = async (name: 'Worker' | 'getContext', act: () => Promise<unknown>): Promise<void> => {
    const home: object = name === 'Worker' ? globalThis : HTMLCanvasElement.prototype;
    const before = Object.getOwnPropertyDescriptor(home, name)!;
    Object.defineProperty(home, name, { ...before, value: name === 'Worker' ? undefined : () => null });
    try {
      await act();
    } finally {
      Object.defineProperty(home, name, before);
    }
  };

  it('says that the device draws no WebGL', () =>
    without('getContext', async () => expect(await reasonOf({})).to.equal('webgl')));

  it('says that there are no workers', () =>
    without('Worker', async () => expect(await reasonOf({})).to.equal('worker')));

  it('says that a worker’s file is not there', async () => {
    const { getWorkerUrl, setWorkerUrl } = await import('maplibre-gl');
    const before = getWorkerUrl();
    setWorkerUrl('/no/such/worker.js');
    expect(await reasonOf({})).to.equal('worker');
    setWorkerUrl(before);
    expect(await reasonOf({})).to.equal('it was shown');
  });

  const nowhere = { type: 'vector', url: '/no/such/tiles.json' };
  for (const [what, style] of Object.entries({
    'is not there': '/no/such/style.json',
    'is no JSON': URL.createObjectURL(new Blob(['<html>'])),
    'is of another kind': asAddress({ version: 7, layers: [], sources: {} }),
    'has no layers': asAddress({ version: 8, sources: {} }),
    'is null': asAddress(null),
    'has layers that are none': asAddress({ version: 8, sources: {}, layers: [{ id: 'a', type: 'fish' }] }),
    'has nothing to show': asAddress({ ...town, sources: { streets: nowhere } }),
    'has an archive that is not there': asAddress({
      ...town,
      sources: { streets: { type: 'vector', url: `pmtiles://${location.origin}/no/such.pmtiles` } },
    }),
  })) {
    it(`says that the style ${what}`, async () => expect(await reasonOf({ style })).to.equal('style'));
  }

  it('says so when the style does not come in time', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    try {
      expect(await reasonOf({ patience: 300 })).to.equal('style');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('is shown without the one source that is not there', async () => {
    const style = asAddress({ ...town, sources: { ...town.sources, nowhere } });
    expect(await reasonOf({ style })).to.equal('it was shown');
  }).timeout(60_000);
});
