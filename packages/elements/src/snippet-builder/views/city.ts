/** What is said of the city, and what it wants to know and keep. */
import { html, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import type { Choice } from '../choice.ts';
import type { BuilderView } from '../view.ts';
import { choices, textField, tick } from './controls.ts';

export function cityView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const { change } = view.do;
  const contacts = (['optional', 'required', 'none'] as const).map((key) => ({
    key,
    name: words.text(`builder.contact.${key}`),
  }));
  const storages = (['device', 'none'] as const).map((key) => ({ key, name: words.text(`builder.storage.${key}`) }));
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.city.heading'))}
    ${textField({ id: 'city-name', label: words.text('builder.city-name') }, choice.cityName, (cityName) => change({ cityName }))}
    ${textField(
      { id: 'phone', label: words.text('builder.phone'), hint: words.text('builder.phone.hint') },
      choice.phone,
      (phone) => change({ phone }),
      'tel',
    )}
    ${textField(
      {
        id: 'locale',
        label: words.text('builder.locale'),
        hint: words.text('builder.locale.hint'),
        wrong: view.wrong('locale'),
      },
      choice.locale,
      (locale) => change({ locale }),
    )}
    ${choices({ id: 'contact', label: words.text('builder.contact') }, 'radio', contacts, [choice.contact], ([key]) =>
      change({ contact: key as Choice['contact'] }),
    )}
    ${choices({ id: 'storage', label: words.text('builder.storage') }, 'radio', storages, [choice.storage], ([key]) =>
      change({ storage: key as Choice['storage'] }),
    )}
    ${textField(
      {
        id: 'mapStyle',
        label: words.text('builder.map-style'),
        hint: words.text('builder.map-style.hint'),
        wrong: view.wrong('mapStyle'),
      },
      choice.mapStyle,
      (mapStyle) => change({ mapStyle }),
    )}
    ${tick(
      { id: 'practice', label: words.text('builder.practice'), hint: words.text('builder.practice.hint') },
      choice.practice,
      (practice) => change({ practice }),
    )}
  </div>`;
}
