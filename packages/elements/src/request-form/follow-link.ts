/** What a link into the form does once the form stands. Nothing that was typed is thrown away, and a receipt stays in sight. */
import type { Journey, RequestFlow } from '@citydesk/core/request';
import en from '../messages/follow-link.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';
import { beginningIn } from './deep-link.ts';
import type { View } from './view.ts';

/** The most of a report's number that is taken from a link, in characters. */
const longestNumber = 100;

/** The most that is taken over of what was typed elsewhere, in characters. */
const longestWords = 2000;

/**
 * Fills what is empty and goes to the service, if none is chosen yet. The link that the form began with has done so
 * already: of that one, only what needs words is left.
 * @returns the id of the answer that was read before
 */
export function followLink(
  flow: RequestFlow,
  fragment: string,
  { city, parts }: Pick<View<Journey>, 'city' | 'parts'>,
  isFirst: boolean,
): string | undefined {
  const { serviceCode, place } = beginningIn(fragment);
  const { draft, phase } = flow.state;
  // What the link says belongs to its own service, not to another one that is being reported.
  const fits = serviceCode === undefined || draft.serviceCode === undefined || serviceCode === draft.serviceCode;
  if (phase !== 'filling' || !fits) return undefined;
  const said = new URLSearchParams(fragment.replace(/^#citydesk:/, ''));
  const typed = said.get('words')?.slice(0, longestWords);
  if (typed && !draft.words) flow.dispatch({ type: 'edited', change: { words: typed } });
  const description = aboutIn(said, messagesIn(en, city));
  // A point beside other words would be another place.
  const isEmpty = !draft.place.words && !draft.place.point;
  flow.dispatch({ type: 'prefilled', known: { place: isEmpty && !isFirst ? place : undefined, description } });
  if (serviceCode && draft.serviceCode === undefined && !isFirst) flow.dispatch({ type: 'chosen', serviceCode });
  // The code on a lamp: which one it is, and so where.
  const asset = said.get('asset');
  if (asset)
    void parts.bring('place').then(
      (part) => part.followAsset(asset, serviceCode),
      () => {},
    );
  return said.get('answer') ?? undefined;
}

/** `about=…`: the number of a report that was closed and not fixed. The resident can change the sentence. */
function aboutIn(link: URLSearchParams, words: Messages): string | undefined {
  const said = link.get('about') ?? '';
  // Nothing that cannot be seen, such as marks that turn the direction of the sentence.
  const number = [...said.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, longestNumber).join('').trim();
  return number && words.text('about.unfixed', { number: isolated(number) });
}

/** In plain text the marks of Unicode do what `<bdi dir="ltr">` does; the city is spared them where nothing could turn. */
const isolated = (number: string) => (/^[\x20-\x7e]*$/.test(number) ? number : `\u2066${number}\u2069`);
