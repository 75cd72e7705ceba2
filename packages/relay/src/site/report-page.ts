/** The second page: the form itself, empty or with everything that was typed. */
import type { ContactRule, Field, FieldId } from '@citydesk/core/report';
import type { Service } from '@citydesk/open311';
import { html } from 'hono/html';
import { honeypotField } from '../bots/judge.ts';
import type { Entry } from './entry.ts';
import { around, lineField, longField, questionField, told, type Around } from './fields.ts';
import { icons } from '../page-icons.ts';
import { page, type Frame, type Html } from './page.ts';
import type { Mistake } from './problem-words.ts';
import { summary } from './summary.ts';
import { say } from './words.ts';

export interface ReportPage {
  readonly service: Service;
  readonly entry: Entry;
  /** All the service may ask; `undefined` where its questions did not load. */
  readonly fields: readonly Field[] | undefined;
  /** Codes of what is asked whatever is answered before. */
  readonly sure: ReadonlySet<string>;
  readonly contact: ContactRule;
  readonly isPrivate: boolean;
  /** How many photos, and how large each may be in words. */
  readonly photos?: { readonly most: number; readonly limit: string } | undefined;
  readonly mistakes?: readonly Mistake[] | undefined;
  /** Said above the form. */
  readonly said?: { readonly heading: string; readonly lines: readonly string[] } | undefined;
  /** On the button. Default: send. */
  readonly button?: string | undefined;
}

export function reportPage(frame: Frame, given: ReportPage): Html {
  const { words } = frame;
  const { service, entry, fields, sure, contact, isPrivate, photos, mistakes = [], said } = given;
  const ids = new Map<FieldId, string>((fields ?? []).map(({ code }, at) => [`answer:${code}`, `answer-${at + 1}`]));
  const idOf = (field: FieldId) => ids.get(field) ?? field;
  const base = (field: FieldId): Pick<Around, 'id' | 'mistake' | 'words'> => {
    return { id: idOf(field), mistake: mistakes.find((one) => one.field === field)?.text, words };
  };
  const wrong = mistakes.length > 0;
  const heading = said?.heading ?? service.serviceName;
  return page(
    frame,
    wrong || said ? say(words.errorsTitle, { title: heading }) : heading,
    html`<p><a class="row-link" href="embed">${icons.back}${words.back}</a></p>
      ${
        wrong &&
        summary(
          words,
          mistakes.map(({ field, text }) => ({ id: idOf(field), text })),
        )
      }
      <h1 ${said && !wrong && html`tabindex="-1" autofocus`}>${heading}</h1>
      ${said && html`<div class="bar caution">${said.lines.map((line) => html`<p>${line}</p>`)}</div>`}
      ${said ? html`<h2>${service.serviceName}</h2>` : service.description && html`<p>${service.description}</p>`}
      <form method="post" action="embed" enctype="multipart/form-data" novalidate>
        ${hiddenFields(entry)}
        ${photos && photoField(entry, photos, base('photos-add'))}
        ${lineField({ ...base('place'), name: 'place', label: words.place, hint: words.placeHint, value: entry.place })}
        ${!fields && html`<div class="bar caution"><p>${words.questionsFailed}</p></div>`}
        ${fields?.some(({ kind }) => kind !== 'notice') && html`<h2>${words.questions}</h2>`}
        ${fields?.map((field) =>
          questionField(field, entry.answers[field.code] ?? [], {
            ...base(`answer:${field.code}`),
            sure: sure.has(field.code),
          }),
        )}
        ${longField({
          ...base('description'),
          ...{ name: 'description', label: words.describe, hint: words.describeHint },
          ...{ optional: true, value: entry.description },
        })}
        ${contact !== 'none' && contactFields(entry, contact, base, words)}
        <div class="further">
          <label for="further">${words.trap}</label>
          <input id="further" name="${honeypotField}" value="${entry.honeypot}" tabindex="-1" autocomplete="off" />
        </div>
        <p class="quiet">${isPrivate ? words.private : words.public}</p>
        <button class="button">${given.button ?? words.send}</button>
      </form>`,
  );
}

/** What goes along unseen: which report it is, and when it was begun. */
export function hiddenFields({ serviceCode, key, begun }: Entry): Html {
  return html`${hidden('service_code', serviceCode)} ${hidden('key', key)} ${hidden('begun', begun)}`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

function photoField(
  { kept, files }: Entry,
  { most, limit }: NonNullable<ReportPage['photos']>,
  base: Pick<Around, 'id' | 'mistake' | 'words'>,
): Html {
  const { words } = base;
  const hint = [
    say(most === 1 ? words.photosHintOne : words.photosHint, { most, limit }),
    files.length > 0 ? words.photosAgain : '',
  ];
  const field = {
    ...base,
    ...{ name: 'media', label: words.photos, hint: hint.filter(Boolean).join(' '), optional: true },
  };
  const keptOnes = kept.map(
    (name, at) =>
      html`<p>${say(words.photosKept, { index: at + 1 })}</p>
        ${hidden('kept', name)}
        <div class="choices">
          <label class="choice">
            <input type="checkbox" name="dropped" value="${name}" />
            <span>${say(words.photosDrop, { index: at + 1 })}</span>
          </label>
        </div>`,
  );
  return html`${around(
    field,
    html`<input class="input" id="${base.id}" name="media" type="file" accept="image/jpeg,image/png,image/webp"
      ${most > 1 && 'multiple'} ${told(field)} />`,
  )}
  ${keptOnes.length > 0 && html`<div class="field">${keptOnes}</div>`}`;
}

function contactFields(
  entry: Entry,
  rule: ContactRule,
  base: (field: FieldId) => Pick<Around, 'id' | 'mistake' | 'words'>,
  words: Frame['words'],
): Html {
  const inner = html`<p class="quiet">${words.contactWhy}</p>
    <p class="quiet">${rule === 'required' ? words.contactRequired : words.contactAnonymous}</p>
    ${lineField({ ...base('name'), name: 'name', label: words.name, optional: true, value: entry.name, autocomplete: 'name' })}
    ${lineField({
      ...{ ...base('email'), name: 'email', label: words.email, optional: rule !== 'required' },
      ...{ value: entry.email, type: 'email', autocomplete: 'email' },
    })}
    ${lineField({
      ...{ ...base('phone'), name: 'phone', label: words.phone, optional: rule !== 'required' },
      ...{ value: entry.phone, type: 'tel', autocomplete: 'tel' },
    })}`;
  if (rule === 'required') return html`<h2>${words.contact}</h2>${inner}`;
  const isOpen = Boolean(entry.name || entry.email || entry.phone);
  return html`<details ${isOpen && 'open'}>
    <summary>${say(words.optional, { label: words.contact })}</summary>
    <div>${inner}</div>
  </details>`;
}
