/** "Which street light is it?" The known things near the place, as a list: choosing one is the place, and answers the city's question. */
import { html, nothing } from 'lit';
import { assetsNear, distanceMetres, pointed, readAssets, type Asset } from '@citydesk/core/place';
import type { Point } from '@citydesk/core/request';
import { fetchJson } from '../../faq/fetch-json.ts';
import { tellEditor } from '../../faq/tell-editor.ts';
import en from '../../messages/assets.en.json';
import { distancesIn } from '../../messages/distances.ts';
import { messagesIn } from '../../messages/messages.ts';
import { group } from '../../parts/field.ts';
import { layersIn, type Layer } from './asset-layers.ts';
import type { View } from '../view.ts';
import { coarse } from './located.ts';
import type { PlaceForm } from './place-form.ts';

/** Metres from the place in which they are offered: what is farther is another place. */
const reach = 250;
/** As many as one can tell apart. */
const most = 5;
/** Bytes of a layer, at most. */
const limit = 2_000_000;
/** The same one each time, so that it is seen that nothing changed. */
const none: readonly Asset[] = [];

export class AssetList {
  readonly #form: PlaceForm;
  readonly #layers: readonly Layer[];
  readonly #coming = new Map<Layer, Promise<readonly Asset[]>>();
  readonly #here = new Map<Layer, readonly Asset[]>();
  /** Where the list was made for: it stands still while one is chosen from it. */
  #from?: Point | undefined;
  #near: readonly Asset[] = [];
  /** The service for which nothing on the list was it. */
  #none?: string | undefined;

  constructor(form: PlaceForm) {
    this.#form = form;
    this.#layers = layersIn(form.city.settings.assets);
  }

  /** All of the chosen service, for the map. */
  get here(): readonly Asset[] {
    const layer = this.#layerOf(this.#form.view().state.draft.serviceCode);
    return (layer && this.#here.get(layer)) ?? none;
  }

  render({ state }: View): unknown {
    const { answers, place, serviceCode } = state.draft;
    const layer = this.#layerOf(serviceCode);
    if (!layer) return nothing;
    void this.#load(layer);
    const near = this.#nearTo(layer, place.point, place.by === 'asset');
    if (!place.point || !near.length) return nothing;
    const words = messagesIn(en, this.#form.city.settings);
    const id = answers[layer.attribute];
    const option = (value: string, checked: boolean, choose: () => void, said: unknown) =>
      html`<label class="option">
        <input type="radio" name="asset" .value=${value} .checked=${checked} @change=${choose} />
        <span>${said}</span>
      </label>`;
    const row = (asset: Asset) => {
      const away = words.text('asset.away', {
        distance: distancesIn(words.lang)(distanceMetres(asset.point, this.#from!)),
      });
      return option(
        asset.id,
        asset.id === id,
        () => void this.#choose(layer, asset),
        html`<strong><bdi>${asset.id}</bdi></strong>
          <span class="hint" dir="auto">${asset.label === asset.id ? nothing : html`<bdi>${asset.label}</bdi> · `}${away}</span>`,
      );
    };
    const noneOfThem = () => {
      this.#none = serviceCode;
      this.#form.view().send({ type: 'answered', code: layer.attribute, answer: '' });
      this.#form.host.requestUpdate();
    };
    return group(
      { id: 'asset', label: words.text('asset.heading', { asset: layer.name }), hint: words.text('asset.body') },
      html`<div class="options">
        ${near.map(row)} ${option('', !id && this.#none === serviceCode, noneOfThem, words.text('asset.none'))}
      </div>`,
    );
  }

  /** Takes one of `here`, which was picked on the map. */
  pick(id: string): void {
    const layer = this.#layerOf(this.#form.view().state.draft.serviceCode);
    const asset = this.here.find((one) => one.id === id);
    if (layer && asset) void this.#choose(layer, asset);
  }

  /** Takes one as the place, and as the answer. */
  async #choose(layer: Layer, asset: Asset): Promise<void> {
    const { view, set, place, addressAt } = this.#form;
    this.#none = undefined;
    view().send({ type: 'answered', code: layer.attribute, answer: asset.id });
    const known = asset.label === asset.id ? undefined : asset.label;
    set(pointed(place(), asset.point, 'asset', known));
    if (known) return;
    const address = await addressAt(asset.point);
    if (address && place().point === asset.point) set(pointed(place(), asset.point, 'asset', address));
  }

  /** Takes the one that a link names, of this service or of any. */
  async follow(id: string, serviceCode?: string): Promise<void> {
    for (const layer of this.#layers) {
      if (serviceCode !== undefined && !layer.services.includes(serviceCode)) continue;
      const asset = (await this.#load(layer)).find((one) => one.id === id);
      if (asset) return this.#choose(layer, asset);
    }
    console.error(`citydesk: a link names ${id}, which is in no list of "assets".`);
  }

  #layerOf(serviceCode: string | undefined): Layer | undefined {
    return this.#layers.find(({ services }) => serviceCode !== undefined && services.includes(serviceCode));
  }

  #nearTo(layer: Layer, point: Point | undefined, isOne: boolean): readonly Asset[] {
    const all = this.#here.get(layer);
    // Where the place is only roughly known, the nearest would be a guess.
    if (!all || !point || (point.accuracy ?? 0) > coarse) return [];
    if (this.#from && (isOne || this.#from === point)) return this.#near;
    this.#from = point;
    return (this.#near = assetsNear(all, point, reach, most));
  }

  /** Fetched once; after a failure, with the next one that is named. The report goes on without. */
  #load(layer: Layer): Promise<readonly Asset[]> {
    const coming = this.#coming.get(layer) ?? this.#fetch(layer);
    this.#coming.set(layer, coming);
    return coming;
  }

  async #fetch(layer: Layer): Promise<readonly Asset[]> {
    try {
      const url = new URL(layer.url, document.baseURI).href;
      const { json } = await fetchJson(url, { limit });
      const { assets, mistakes } = readAssets(json, layer);
      tellEditor(url, mistakes);
      this.#here.set(layer, assets);
      this.#form.host.requestUpdate();
      return assets;
    } catch (error) {
      console.error(`citydesk: ${layer.url} could not be read. Check "assets" in the city file.`, error);
      return [];
    }
  }
}
