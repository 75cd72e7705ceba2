/** Check and send: the whole slip, who may read it, and contact for those who want it. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, givenTo, questionsIn, sendIt, type Question } from '@citydesk/core/going-on';
import { stepsOf, type Contact, type Filling, type Sending } from '@citydesk/core/request';
import type { Messages } from '../../messages/messages.ts';
import { field, line, type FieldWords } from '../../parts/field.ts';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import { slip, type SlipRow } from '../../parts/slip.ts';
import { whatWentWrong, wrongAt } from '../notices.ts';
import { toldRows } from '../told.ts';
import { screen, type View } from '../view.ts';

type CheckView = View<Filling | Sending>;

/** Whether a form's fold was open when its screen came: it does not close under whoever empties a field in it. */
const opened = new WeakMap<object, { readonly key: string; readonly open: boolean }>();

function opens({ parts, state: { phase, turn } }: CheckView, open: boolean): boolean {
  const key = phase + turn;
  const known = opened.get(parts);
  if (known?.key === key) return known.open;
  opened.set(parts, { key, open });
  return open;
}

/** Enter in a contact field does nothing here: only the button sends. */
export function checkStep(view: CheckView): TemplateResult {
  const { state, words, send } = view;
  view.parts.here.later?.ahead();
  return screen(view, {
    title: words.text('check.heading'),
    notice: whatWentWrong(view),
    body: html`${slip(rows(view), words.text('change'))} ${contact(view)}
      <div class="bar soft"><p>${words.text(view.city.contact === 'none' ? 'check.public.nameless' : 'check.public')}</p></div>
      ${view.parts.here.photos?.onTheirWay(state)}
      <div class="actions">
        <button class="button primary" type="button" @click=${() => send(sendIt(state))}>
          ${words.text(state.phase === 'sending' ? 'send.sending' : 'send.button')}
        </button>
        <span role="status">${state.phase === 'sending' && state.slow ? words.text('send.long') : nothing}</span>
      </div>`,
  });
}

function rows(view: CheckView): readonly SlipRow[] {
  const { state, words, send } = view;
  const { draft } = state;
  const all: SlipRow[] = [...toldRows(view)];
  if (stepsOf(state).includes('questions')) {
    for (const question of questionsIn(fieldsOf(state))) {
      all.push({
        label: words.phrase(question.question),
        answer: answerWords(question, draft.answers, words),
        change: () => send({ type: 'went', step: 'questions', field: `answer:${question.code}` }),
      });
    }
  }
  const count = draft.photos.filter(({ is }) => is === 'ready').length;
  if (count) {
    all.push({
      label: words.text('check.photo'),
      answer: words.text('check.photos', { count }),
      change: () => send({ type: 'went', step: 'where', field: 'photos-add' }),
    });
  }
  all.push({
    label: words.text('questions.describe'),
    answer: draft.description.trim() || words.text('check.empty'),
    change: () => send({ type: 'went', step: 'where', field: 'description' }),
  });
  return all;
}

function answerWords(question: Question, answers: Filling['draft']['answers'], words: Messages): unknown {
  const answer = givenTo(question, answers);
  if (!answer.length) return words.text('check.empty');
  if (question.kind === 'one-of' || question.kind === 'many-of') {
    const chosen = question.values.filter(
      ({ key }) => answer === key || (typeof answer !== 'string' && answer.includes(key)),
    );
    return chosen.map(({ name }, at) => [at ? '\n' : '', words.phrase(name)]);
  }
  if (question.kind !== 'date') return String(answer);
  const [day, time] = String(answer).split('T');
  // As on a calendar, in any zone.
  const written = words.format(new Date(`${day}T00:00Z`), {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
  return [written, time && words.time(time)].filter(Boolean).join(', ');
}

/**
 * Optional: folded, with the reason on the fold; open on arrival when there is something in it. Required: open and not
 * foldable. None: not there.
 */
function contact(view: CheckView): unknown {
  const { state, words, city } = view;
  const rule = city.contact ?? 'optional';
  if (rule === 'none') return nothing;
  const anonymously = () => {
    view.send({ type: 'introduced', contact: nobody });
    view.send(sendIt({ ...state, draft: { ...state.draft, contact: nobody } }));
  };
  const given = Object.values(state.draft.contact).some(Boolean);
  const wrong = (['name', 'email', 'phone'] as const).some((name) => wrongAt(view, name));
  if (rule === 'required') {
    return html`<div class="stack">
      ${heading(view.level + 1, words.text('contact.heading'))}
      <p>${words.text('contact.required')}</p>
      ${contactFields(view)}
    </div>`;
  }
  return html`<details class="fold" ?open=${opens(view, wrong || given)}>
    <summary>
      <span>
        <strong>${words.text('optional', { label: words.text('contact.heading') })}</strong><br />
        <span class="hint">${words.text('contact.anonymous')}</span>
      </span>
      ${icons.open}
    </summary>
    <div class="inside stack">
      ${contactFields(view)}
      <p>
        <button class="link" type="button" @click=${anonymously}>
          ${words.text('contact.clear')}
        </button>
      </p>
    </div>
  </details>`;
}

/** One tap: what was typed here is taken out, and the report goes. */
const nobody: Contact = { name: '', email: '', phone: '' };

function contactFields(view: CheckView) {
  const { words } = view;
  return html`<p class="hint">${words.text('contact.why')}</p>
    ${contactField(view, 'name')} ${contactField(view, 'email')} ${contactField(view, 'phone')}
    ${view.parts.here.keeping?.consent()}`;
}

function contactField(view: CheckView, name: keyof Contact) {
  const said: FieldWords = { id: name, label: view.words.text(`contact.${name}`), wrong: wrongAt(view, name) };
  return field(
    said,
    line(said, {
      value: view.state.draft.contact[name],
      input: (typed) => view.send({ type: 'introduced', contact: { [name]: typed } }),
      type: name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text',
      autocomplete: name === 'phone' ? 'tel' : name,
    }),
  );
}
