// The script tag: finds Citydesk's elements on a page, now or later, and fetches only the code they need.
// It keeps what its own tag says for the elements to read, and leaves everything else to them.

import { tagSettings } from './tag-settings.ts';
import { watch } from './watch.ts';

/** What each element needs. Every entry becomes one file beside this one, fetched when such an element is seen. */
const widgets = {
  'citydesk-request-form': (form: Element) => {
    // Its first screen at the same time: where the page or its link says what it is, the form begins with the place.
    const isPreset = form.hasAttribute('service-code') || /^#citydesk:(.*&)?service=/.test(location.hash);
    const first = isPreset
      ? import('@citydesk/elements/request-form/where')
      : import('@citydesk/elements/request-form/what');
    return Promise.all([import('@citydesk/elements/request-form/define'), first.catch(() => {})]);
  },
  'citydesk-faq-panel': () => import('@citydesk/elements/faq-panel/define'),
  'citydesk-status-tracker': () => import('@citydesk/elements/status-tracker/define'),
};

const key = Symbol.for('citydesk.tag');
const page = globalThis as { [key]?: Record<string, string | undefined> };

// A page may carry the tag twice, from a template and from an editor. The first one does the work; the second only adds
// what the first left unsaid.
const first = !page[key];
page[key] = { ...tagSettings(import.meta.url), ...page[key] };
if (first) watch(widgets, import.meta.url);
