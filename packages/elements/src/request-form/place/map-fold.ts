/** The map in the form, while it is open: where its cross is moved, there is the place; and where the place goes, it follows. */
import { html, nothing, type TemplateResult } from 'lit';
import { pointed, type Asset } from '@citydesk/core/place';
import type { Place, Point } from '@citydesk/core/request';
import type { LocationMap, MapWords, openMap } from '@citydesk/map';
import { messagesIn, type Messages } from '../../messages/messages.ts';
import en from '../../messages/map.en.json';
import { centerOf } from './center-of.ts';
import { mapFailed, mapRoom } from './map-room.ts';
import type { PlaceForm } from './place-form.ts';

type OpenMap = typeof openMap;

/** Milliseconds after the last move in which the cross is where it should be. */
const settleAfter = 600;
/** Milliseconds for which the point waits for its address, so that both change at once. */
const nameWithin = 1000;

export class MapFold {
  readonly #form: PlaceForm;
  /** Made once: it stays as it is whatever is rendered around it. */
  readonly #element = document.createElement('div');
  #map?: LocationMap;
  #is: 'loading' | 'here' | 'failed' | 'closed' = 'loading';
  /** The things that the map shows. */
  #assets?: readonly Asset[] | undefined;
  /** The point that the map shows. */
  #shown?: Point | undefined;
  /** Where the cross was moved to, until that is the place. */
  #moved?: Point | undefined;
  #moving?: ReturnType<typeof setTimeout>;
  /** Where the cross is, once that is known in words. */
  #cross?: { readonly point: Point; readonly address: string | undefined } | undefined;

  /** @param open of `@citydesk/map`, which is fetched beside this file */
  constructor(form: PlaceForm, open: OpenMap) {
    this.#form = form;
    this.#element.className = 'map';
    this.#shown = form.place().point;
    void this.#open(open);
  }

  render(): TemplateResult {
    const words = this.#form.placeWords();
    if (this.#is === 'failed') return mapFailed(words);
    return html`${mapRoom(words, this.#element, this.#is === 'loading')}
      <p role="status">${this.#crossWords()}</p>`;
  }

  /** Follows the place, wherever it was set. */
  follow(place: Place): void {
    const { point } = place;
    if (this.isClosed) return;
    const assets = this.#form.known()?.here;
    if (assets && assets !== this.#assets) this.#map?.showAssets((this.#assets = assets));
    if (point === this.#shown) return;
    this.#shown = point;
    this.#forget();
    this.#cross = point && { point, address: place.address };
    if (point) this.#map?.moveTo(point);
    this.#form.host.requestUpdate();
  }

  /** Takes the map away. Where its cross was moved to, there is the place. */
  close(): void {
    this.#is = 'closed';
    this.#map?.remove();
    const moved = this.#moved;
    this.#forget();
    if (moved) queueMicrotask(() => this.#form.set(byMap(this.#form.place(), moved)));
  }

  async #open(open: OpenMap): Promise<void> {
    const { city, place, host, known } = this.#form;
    const { mapStyle = '', center } = city.settings;
    host.requestUpdate();
    // A map begins with the size of its room.
    await host.updateComplete;
    if (this.isClosed) return;
    const { point: first } = place();
    this.#assets = known()?.here;
    try {
      const map = await open(this.#element, {
        style: new URL(mapStyle, document.baseURI).href,
        center: centerOf(center) ?? first ?? this.#assets?.[0]?.point ?? { lat: 0, long: 0 },
        point: first,
        words: mapWords(this.#words),
        assets: this.#assets,
        onMove: (point) => this.#moves(point),
        onAsset: (id) => known()?.pick(id),
        onFail: () => this.#fails(),
      });
      // Closed meanwhile.
      if (this.isClosed) return map.remove();
      this.#map = map;
      this.#is = 'here';
      const { point } = place();
      if (point && point !== first) map.moveTo(point);
    } catch (error) {
      if (this.isClosed) return;
      console.error('citydesk: the map does not work here.', error);
      this.#fails();
    }
    host.requestUpdate();
  }

  #fails(): void {
    const { announce, placeWords } = this.#form;
    this.#is = 'failed';
    announce(placeWords().text('map.unsupported'));
  }

  get #words(): Messages {
    return messagesIn(en, this.#form.city.settings);
  }

  get isClosed(): boolean {
    return this.#is === 'closed';
  }

  /** The resident moves the map: the last of many moves counts. */
  #moves(point: Point): void {
    this.#forget();
    this.#moved = point;
    this.#moving = setTimeout(() => void this.#settle(point), settleAfter);
  }

  async #settle(point: Point): Promise<void> {
    const naming = this.#form.addressAt(point);
    const soon = await Promise.race([naming, new Promise<undefined>((resolve) => setTimeout(resolve, nameWithin))]);
    if (this.#moved !== point) return;
    this.#take(point, soon);
    const address = soon ?? (await naming);
    if (this.#form.place().point !== point) return;
    if (address !== soon) this.#take(point, address);
    this.#cross = { point, address };
    this.#form.host.requestUpdate();
  }

  #take(point: Point, address: string | undefined): void {
    this.#moved = undefined;
    this.#shown = point;
    this.#form.set(byMap(this.#form.place(), point, address));
  }

  /** What was moved to is not the place after all. */
  #forget(): void {
    clearTimeout(this.#moving);
    this.#moved = undefined;
    this.#cross = undefined;
  }

  #crossWords(): unknown {
    if (!this.#cross) return nothing;
    const { point, address } = this.#cross;
    const words = this.#words;
    if (address) return words.parts('map.at', { address: html`<bdi>${address}</bdi>` });
    return words.text('map.near', { lat: point.lat.toFixed(5), long: point.long.toFixed(5) });
  }
}

/** The place where the cross is. Of several moves, what was there before the first can be put back. */
function byMap(place: Place, point: Point, address?: string): Place {
  const next = pointed(place, point, 'map', address);
  return place.by === 'map' ? { ...next, before: place.before } : next;
}

const mapWords = (words: Messages): MapWords => ({
  region: words.text('map.region'),
  keys: words.text('map.keys'),
  north: words.text('map.north'),
  south: words.text('map.south'),
  west: words.text('map.west'),
  east: words.text('map.east'),
  closer: words.text('map.closer'),
  farther: words.text('map.farther'),
  wheel: words.text('map.wheel'),
  wheelMac: words.text('map.wheel.mac'),
  touch: words.text('map.touch'),
});
