/** Who is responsible at the place, and what is known around it. Both are looked up ahead; neither holds the form up. */
import type { Action, Filling } from '@citydesk/core/request';
import {
  handOver,
  nearbyAmong,
  nearbyQuery,
  ownerOf,
  radiusFor,
  readGround,
  readNearby,
  readResponsibility,
  withGround,
  type Nearby,
  type NearbyRules,
  type Owner,
  type Responsibility,
  type Stop,
} from '@citydesk/core/triage';
import type { ServiceRequest } from '@citydesk/open311';
import { fetchJson } from '../../faq/fetch-json.ts';
import type { BesideForm } from '../beside.ts';
import { tellKey } from './tell-key.ts';

/** Milliseconds that a place has to stand still. */
const pause = 300;
/** Milliseconds after which an answer is of no use. */
const patience = 15_000;
/** More reports than this are not read through: a city that does not know a radius sends all it has. */
const most = 500;

export class Around {
  readonly #form: BesideForm;
  readonly #came: () => void;
  readonly #nearby: NearbyRules;
  #rules: readonly Responsibility[];
  #asked = '';
  #asking?: AbortController | undefined;
  #known: readonly Nearby[] = [];

  /** @param came is called when more is known than before */
  constructor(form: BesideForm, came: () => void) {
    this.#form = form;
    this.#came = came;
    const { responsibility, nearby } = form.city.settings;
    this.#rules = responsibility ? readResponsibility(responsibility, tellKey('responsibility')) : [];
    this.#nearby = readNearby(nearby, tellKey('nearby'));
    const files = this.#rules.flatMap(({ ground }) => (typeof ground === 'string' ? ground : []));
    for (const file of new Set(files)) void this.#fetchGround(file);
  }

  /** Looks up what is known as soon as service and point are, and again when they change. */
  changed({ draft, owner }: Filling): void {
    const { privateServices = [] } = this.#form.city.settings;
    const { serviceCode = '', place } = draft;
    const isAsked = !owner && !privateServices.includes(serviceCode);
    const query = isAsked ? nearbyQuery(draft, this.#nearby, new Date()) : undefined;
    const key = query ? `${serviceCode} ${place.point!.lat} ${place.point!.long}` : '';
    if (key === this.#asked) return;
    this.#asking?.abort();
    this.#asked = key;
    this.#known = [];
    if (query) void this.#look(query, draft.serviceCode!);
  }

  /** Somebody else who is responsible, unless the resident has passed that. */
  ownerIn(state: Filling): Stop | undefined {
    const owner = this.ownerAt(state);
    const key = `not-ours:${owner?.name}`;
    return owner && !state.passed.includes(key) ? { is: 'not-ours', key, owner } : undefined;
  }

  /** Who else is responsible for the report, by the city's code of its service. */
  ownerAt({ draft, ownCode = draft.serviceCode }: Filling): Owner | undefined {
    const { place, words, description } = draft;
    return ownerOf(this.#rules, { point: place.point, serviceCode: ownCode, words: `${words}\n${description}` });
  }

  /** The report as the city takes it back. */
  takenBack(state: Filling): Action {
    return handOver(state);
  }

  /** Reports nearby that may be the same, unless the resident has passed those. */
  knownIn({ passed }: Filling): Extract<Stop, { is: 'known' }> | undefined {
    const nearby = this.#known;
    const key = `known:${nearby.map(({ request }) => request.serviceRequestId).join()}`;
    return nearby.length && !passed.includes(key) ? { is: 'known', key, nearby } : undefined;
  }

  async #look(query: NonNullable<ReturnType<typeof nearbyQuery>>, serviceCode: string): Promise<void> {
    const stop = (this.#asking = new AbortController());
    const signal = AbortSignal.any?.([stop.signal, AbortSignal.timeout(patience)]) ?? stop.signal;
    const { city } = this.#form;
    try {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted) return;
      const { privateServices = [] } = city.settings;
      const question = {
        point: { lat: query.lat!, long: query.long! },
        serviceCode,
        radius: radiusFor(this.#nearby, serviceCode),
        privateServices,
      };
      const found: ServiceRequest[] = [];
      const tell = () => {
        if (stop.signal.aborted) return;
        this.#known = nearbyAmong(found, question);
        if (this.#known.length) this.#came();
      };
      const client = await city.client();
      let telling: ReturnType<typeof setTimeout> | undefined;
      for await (const request of client.requests(query, { signal })) {
        // The first page counts while the next one is still asked for.
        clearTimeout(telling);
        telling = setTimeout(tell);
        if (found.push(request) >= most) break;
      }
    } catch (error) {
      // Nobody asked for it: the form goes on without.
      if (!stop.signal.aborted) console.warn('citydesk: reports nearby could not be looked up.', error);
    }
  }

  async #fetchGround(file: string): Promise<void> {
    try {
      const url = new URL(file, document.baseURI).href;
      const { json } = await fetchJson(url, { limit: 5_000_000 });
      const ground = readGround(json);
      if (!ground) throw new Error('It draws no area and no line, or a broken one.');
      this.#rules = withGround(this.#rules, file, ground);
      this.#came();
    } catch (error) {
      console.warn(`citydesk: the area ${file} of "responsibility" in the city file is left out.`, error);
    }
  }
}
