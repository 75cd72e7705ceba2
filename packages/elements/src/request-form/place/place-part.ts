/** Helps to say the place: addresses to choose from, the device's location, things the city knows, and the map. Comes with the screen that asks. */
import { html, nothing, type ReactiveController } from 'lit';
import { chosen, pointed, type AddressSearch, type FoundPlace } from '@citydesk/core/place';
import type { Place, Point } from '@citydesk/core/request';
import { around } from '../../city/settings.ts';
import { locate } from '../../device/geolocation.ts';
import en from '../../messages/place.en.json';
import { messagesIn } from '../../messages/messages.ts';
import { icons } from '../../parts/icons.ts';
import { LateParts } from '../../parts/late-parts.ts';
import type { BesideForm } from '../beside.ts';
import type { View } from '../view.ts';
import { AddressBox, type ComboboxAttributes } from './address-box.ts';
import { addressSearchOf, hasAddressSearch } from './address-search.ts';
import { coarse, isNumbers, located } from './located.ts';
import { centerOf } from './center-of.ts';
import type { MapFold } from './map-fold.ts';
import type { PlaceForm } from './place-form.ts';
import { mapFailed, mapRoom } from './map-room.ts';
import { placePartStyles } from './place-part.styles.ts';

/** Milliseconds to wait for the address of a point: then it goes without. */
const patience = 4000;
/** Milliseconds after the last key in which numbers are read as a point. */
const readAfter = 250;

export class PlacePart implements ReactiveController {
  readonly #form: PlaceForm;
  readonly #box: AddressBox;
  #search?: Promise<AddressSearch | undefined> | undefined;
  #reading?: ReturnType<typeof setTimeout>;
  /** The address of a point that was typed as numbers. */
  #near?: { readonly numbers: string; readonly address: string | undefined };
  /** While it is open. */
  #map?: MapFold | undefined;
  #isMapOpen = false;
  readonly #late;

  constructor(form: BesideForm) {
    const { host } = form;
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(placePartStyles.styleSheet!);
    this.#form = {
      ...form,
      placeWords: () => messagesIn(en, form.city.settings),
      place: () => form.view().state.draft.place,
      set: (place) => form.view().send({ type: 'place-set', place }),
      addressAt: (point) => this.addressAt(point),
      known: () => this.#late.here.assets,
    };
    this.#late = new LateParts(host, {
      map: async () => {
        const [{ MapFold: Fold }, { openMap }] = await Promise.all([import('./map-fold.ts'), import('@citydesk/map')]);
        return () => new Fold(this.#form, openMap);
      },
      assets: async () => new (await import('./asset-list.ts')).AssetList(this.#form),
    });
    this.#box = new AddressBox({
      search: () => this.#searching(),
      around: () => ({ near: this.#form.place().point ?? centerOf(form.city.settings.center), locale: this.#locale }),
      words: this.#form.placeWords,
      announce: form.announce,
      chose: (found, how) => this.#chose(found, how),
      shown: async () => {
        host.requestUpdate();
        await host.updateComplete;
        return host.renderRoot as ShadowRoot;
      },
    });
    host.addController(this);
    // What was typed before this came is looked up, too.
    const field = (host.renderRoot as ShadowRoot).activeElement;
    if (field?.id === 'place') this.#takes((field as HTMLInputElement).value);
  }

  /** What the field says of itself; `undefined` where the city has no address search, and the field is a plain one. */
  get input(): ComboboxAttributes | undefined {
    return this.#isSearched ? this.#box.input : undefined;
  }

  /** After the words are in the draft: for `input` and `compositionend`. */
  typed(event: Event): void {
    // The words of an input method are not whole yet. In Chromium, its end comes after the last input.
    if ((event as InputEvent).isComposing) return;
    this.#takes((event.target as HTMLInputElement).value);
  }

  #takes(value: string): void {
    clearTimeout(this.#reading);
    if (isNumbers.test(value)) this.#reading = setTimeout(() => void this.#read(value), readAfter);
    else this.#asks(value);
  }

  keydown(event: KeyboardEvent): void {
    if (this.#isSearched) this.#box.keydown(event);
  }

  blur(): void {
    this.#box.close();
  }

  /** The list, right below the field in the same root. */
  list(): unknown {
    return this.#isSearched ? this.#box.list() : nothing;
  }

  /** What became of the location, and what was set last. In a live region. */
  located(view: View): unknown {
    const near = this.#near?.numbers === view.state.draft.place.address ? this.#near?.address : undefined;
    return located(view, this.#form.placeWords(), {
      vain: this.#box.vain,
      near,
      isMapOpen: this.#isMapOpen,
    });
  }

  /** The known things near the place, and the map. */
  more(view: View): unknown {
    const { mapStyle, assets } = view.city;
    // Only where a layer may be for the chosen service: it is read in full by what lists it.
    const isList = Array.isArray(assets);
    const isListed = isList ? JSON.stringify(assets).includes(JSON.stringify(view.state.draft.serviceCode)) : assets;
    const list = isListed ? this.#late.want('assets') : undefined;
    return html`${list?.render(view) ?? nothing} ${mapStyle ? this.#mapFold() : nothing}`;
  }

  /** For the flow: the device's location, with its address where that is known in time. */
  async locate(place: () => Place, signal: AbortSignal): Promise<Place> {
    const point = await locate();
    signal.throwIfAborted();
    // Where it is only roughly known, the nearest house would be a guess.
    const address = point.accuracy! > coarse ? undefined : await this.addressAt(point);
    return pointed(place(), point, 'device', address);
  }

  /** The address of a point, at most four seconds later; `undefined` where there is none. Never rejects. */
  async addressAt(point: Point): Promise<string | undefined> {
    const asked = new AbortController();
    const late = new Promise<undefined>((resolve) => asked.signal.addEventListener('abort', () => resolve(undefined)));
    const timer = setTimeout(() => asked.abort(), patience);
    const found = this.#searching()
      .then((search) => search?.at(point, asked.signal, this.#locale))
      .then((one) => one?.label)
      .catch(() => undefined);
    return Promise.race([found, late]).finally(() => clearTimeout(timer));
  }

  /** Takes the thing that a link names: a QR code on a lamp. What is not in the city's lists says nothing. */
  async followAsset(id: string, serviceCode?: string): Promise<void> {
    const list = await this.#late.bring('assets');
    await list.follow(id, serviceCode);
  }

  get #locale(): string | undefined {
    const { host, city } = this.#form;
    return city.settings.locale || around(host, '[lang]')?.getAttribute('lang') || undefined;
  }

  get #isSearched(): boolean {
    return hasAddressSearch(this.#form);
  }

  #asks(words: string): void {
    if (this.#isSearched) this.#box.asks(words);
  }

  #searching(): Promise<AddressSearch | undefined> {
    this.#search ??= addressSearchOf(this.#form).catch((error: unknown) => {
      this.#search = undefined;
      throw error;
    });
    return this.#search;
  }

  #chose(found: FoundPlace, how: 'pressed' | 'typed'): void {
    const { place: now, set, announce, placeWords } = this.#form;
    const place = now();
    const { lat, long, label } = found;
    // What was typed to find it is no place to go back to; what made room for it is.
    if (how === 'pressed') set(chosen({ ...place, words: '' }, found));
    else if (place.address === label && place.by === 'address') return;
    else set({ ...pointed(place, { lat, long }, 'address', label), words: place.words });
    announce(placeWords().text('place.chosen', { address: label }));
  }

  /** Numbers from a map are a point; the field keeps them as they were typed. */
  async #read(numbers: string): Promise<void> {
    const { coordinatesIn } = await import('./coordinates.ts');
    const { place, set, host } = this.#form;
    if (place().words !== numbers) return;
    const point = coordinatesIn(numbers);
    if (!point) return this.#asks(numbers);
    // They stand for the address of the point: once they are other numbers, or words, the point goes.
    set({ ...pointed(place(), point, 'address'), words: numbers, address: numbers.trim() });
    const address = await this.addressAt(point);
    this.#near = { numbers: numbers.trim(), address };
    host.requestUpdate();
  }

  /** Leaving the screen takes the map away. */
  hostUpdate(): void {
    const { state } = this.#form.view();
    if (state.phase === 'filling' && state.step === 'where' && !state.stop) this.#map?.follow(state.draft.place);
    else this.#closeMap();
  }

  hostDisconnected(): void {
    this.#closeMap();
  }

  #mapFold(): unknown {
    const words = this.#form.placeWords();
    const isOpen = this.#isMapOpen;
    const room = this.#late.here.map === null ? mapFailed(words) : mapRoom(words);
    return html`<div class="stack-half">
      <button class="link" type="button" aria-expanded=${isOpen} @click=${() => this.#toggleMap()}>
        ${icons.open}${words.text(isOpen ? 'map.hide' : 'map.show')}
      </button>
      ${isOpen ? (this.#map?.render() ?? room) : nothing}
    </div>`;
  }

  #toggleMap(): void {
    if (this.#isMapOpen) this.#closeMap();
    else {
      this.#isMapOpen = true;
      this.#late.bring('map').then(
        (open) => {
          if (this.#isMapOpen) this.#map ??= open();
        },
        () => this.#form.announce(this.#form.placeWords().text('map.unsupported')),
      );
    }
    this.#form.host.requestUpdate();
  }

  #closeMap(): void {
    this.#isMapOpen = false;
    this.#map?.close();
    this.#map = undefined;
  }
}
