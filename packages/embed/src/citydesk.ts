// The script tag: finds Citydesk's elements on a page, now or later, and fetches only the code they need.
// It keeps what its own tag says for the elements to read, and leaves everything else to them.
// The build makes a second file of it, `citydesk.classic.js`, for pages and tag managers that run no modules.

import { nowAndLater } from './now-and-later.ts';
import { leaveSettings, settingsHere, tagSettings } from './tag-settings.ts';
import { watch } from './watch.ts';

/** What each element needs. Every entry becomes one file beside this one, fetched when such an element comes near the view. */
const widgets = {
  'citydesk-request-form': (form: Element) => {
    // Its first screen at the same time: where the page or its link says what it is, the form begins with the place.
    const isPreset =
      form.matches('[service-code],[data-citydesk-service-code]') || /^#citydesk:(.*&)?service=/.test(location.hash);
    const first = isPreset
      ? import('@citydesk/elements/request-form/where')
      : import('@citydesk/elements/request-form/what');
    return Promise.all([import('@citydesk/elements/request-form/define'), first.catch(() => {})]);
  },
  'citydesk-faq-panel': () => import('@citydesk/elements/faq-panel/define'),
  'citydesk-status-tracker': () => import('@citydesk/elements/status-tracker/define'),
  'citydesk-launcher': () => import('@citydesk/elements/launcher/define'),
  'citydesk-city-report': () => import('@citydesk/elements/city-report/define'),
  'citydesk-snippet-builder': () => import('@citydesk/elements/snippet-builder/define'),
};

const address = import.meta.url;
if (leaveSettings(tagSettings(address))) {
  watch(widgets, address);
  // Most pages have none of these.
  const around = '[data-citydesk],a[href*="/citydesk/embed"],iframe[src*="/citydesk/embed"],script[data-frame]';
  let isFollowed = false;
  nowAndLater(() => {
    if (isFollowed || !document.querySelector(around)) return;
    isFollowed = true;
    void import('./around.ts').then((all) => all.begin(address, around, settingsHere)).catch(() => {});
  });
}
