/** The field, and what stands below it: answers to the words, or before that what is asked most often, and all topics. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FaqEntry } from '@citydesk/core/faq';
import { field } from '../../parts/field.ts';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import type { FaqView } from '../view.ts';
import { entryItem, ownName } from './entry.ts';
import { waysOn } from './ways-on.ts';

/** So many answers at most: who has to read more would rather ask. */
const most = 10;

export function searchField(view: FaqView): TemplateResult {
  const { words, typed } = view;
  // The words of an input method are not whole yet. In Chromium, its end comes after the last input.
  const type = (event: Event) =>
    (event as InputEvent).isComposing || view.do.type((event.target as HTMLInputElement).value);
  return field(
    { id: 'question', label: words.text('faq.label'), hint: words.text('faq.hint') },
    html`<div class="search">
      ${icons.search}
      <input
        class="input"
        id="question"
        dir="auto"
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby="question-hint"
        .value=${typed}
        @input=${type}
        @compositionend=${type}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && view.do.settle()}
      />
    </div>`,
  );
}

export function below(view: FaqView): unknown {
  const { words, answers, typed } = view;
  const { entries } = answers;
  if (entries.is === 'failed') {
    return html`<p class="message">${icons.warning}<span>${words.text('faq.failed')}</span></p>
      <button class="button" type="button" @click=${() => view.do.retry()}>${words.text('retry')}</button>
      <slot></slot>`;
  }
  // What the page says by itself stays until there is more.
  if (entries.is !== 'ready') return html`<p class="quiet">${words.text('faq.loading')}</p><slot></slot>`;
  if (!entries.value.length) return html`<p>${words.text('faq.empty')}</p>`;
  if (typed.trim()) return found(view, shownFor(view));
  return browsed(view, entries.value);
}

/** The answers to what is typed. */
export function shownFor({ answers, typed }: Pick<FaqView, 'answers' | 'typed'>): readonly FaqEntry[] {
  return answers
    .search(typed)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** "We found no answer for …", with the words as far as anyone would read them. */
export function noneWords({ words, typed }: Pick<FaqView, 'words' | 'typed'>): string {
  const [asked, more] = [typed.trim().slice(0, 100), typed.trim().length > 100];
  return words.text('faq.none', { words: more ? `${asked}…` : asked });
}

function found(view: FaqView, entries: readonly FaqEntry[]): TemplateResult {
  const { words } = view;
  if (!entries.length) {
    return html`<p><strong>${noneWords(view)}</strong></p>
      <p>${words.text('faq.none.body')}</p>
      ${waysOn(view)}`;
  }
  return html`<p class="small quiet">${words.text('faq.count', { count: entries.length })}</p>
    ${list(view, entries)}`;
}

const list = (view: FaqView, entries: readonly FaqEntry[]) =>
  html`<ul class="list">
    ${entries.map((entry) => entryItem(view, entry))}
  </ul>`;

/** What is asked most often, in the reader's language, and all others by topic. */
function browsed(view: FaqView, entries: readonly FaqEntry[]): unknown {
  const { words, level, answers } = view;
  const asked = entries.filter((entry) => entry.popular && !answers.isForeign(entry));
  const others = entries.filter((entry) => !asked.includes(entry));
  const topics = byTopic(view, others);
  // One topic alone needs no name, unless it is another language.
  const isByTopic = topics.length > 1 || (others[0] && answers.isForeign(others[0]));
  return html`${asked.length ? html`${heading(level + 1, words.text('faq.popular'))} ${list(view, asked)}` : nothing}
  ${others.length && (asked.length || isByTopic) ? heading(level + 1, words.text(isByTopic ? 'faq.topics' : 'faq.others')) : nothing}
  ${
    isByTopic
      ? html`<div class="list">${topics.map(([topic, members]) => topicItem(view, topic, members))}</div>`
      : others.length
        ? list(view, others)
        : nothing
  }`;
}

function topicItem(view: FaqView, topic: string, members: readonly FaqEntry[]): TemplateResult {
  const { words, answers, topics } = view;
  const toggled = (event: Event) => view.do.browse(topic, (event.currentTarget as HTMLDetailsElement).open);
  const name = topic ? html`<bdi lang=${answers.languageOf(members[0]!)}>${topic}</bdi>` : words.text('faq.untopical');
  return html`<details ?open=${topics.has(topic)} @toggle=${toggled}>
    <summary><strong>${words.parts('faq.topic', { topic: name, count: members.length })}</strong>${icons.open}</summary>
    ${list(view, members)}
  </details>`;
}

/** Under which an answer is found by browsing: those in another language under its name, those without a topic under ''. */
export function topicOf({ answers }: Pick<FaqView, 'answers'>, entry: FaqEntry): string {
  return answers.isForeign(entry) ? ownName(answers.languageOf(entry)) : (entry.topic ?? '');
}

/** Those without a topic come after the others, other languages last. */
function byTopic(view: FaqView, entries: readonly FaqEntry[]): readonly (readonly [string, readonly FaqEntry[]])[] {
  const rank = (entry: FaqEntry) => (view.answers.isForeign(entry) ? 2 : entry.topic ? 0 : 1);
  const found = new Map<string, FaqEntry[]>();
  for (const entry of [...entries].sort((one, other) => rank(one) - rank(other))) {
    const topic = topicOf(view, entry);
    const members = found.get(topic);
    if (members) members.push(entry);
    else found.set(topic, [entry]);
  }
  return [...found];
}
