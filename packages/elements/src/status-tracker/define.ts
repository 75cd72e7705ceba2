/** Registers `citydesk-status-tracker`; a second copy on the page changes nothing. */
import { CitydeskStatusTracker } from './status-tracker.ts';

if (!customElements.get('citydesk-status-tracker')) {
  customElements.define('citydesk-status-tracker', CitydeskStatusTracker);
}
