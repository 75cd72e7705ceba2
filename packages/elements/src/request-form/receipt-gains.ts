/** What a receipt gains once it stands, to be fetched at once: it is wanted together. With its own words. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { serviceOf, type Sent } from '@citydesk/core/request';
import type { Alerts } from '../alerts/alerts.ts';
import type { CityController } from '../city/city-controller.ts';
import en from '../messages/receipt-gains.en.json';
import type { Messages } from '../messages/messages.ts';
import type { KeepReport } from '../parts/keep-report.ts';
import { qrCode } from '../parts/qr-code.ts';
import type { View } from './view.ts';

export { Feedback } from '../feedback/feedback.ts';
export { KeepReport } from '../parts/keep-report.ts';

/** For a screen that a phone can scan, and for paper. Nothing where the link is too long. */
export function code(link: string, main: Messages): unknown {
  const words = main.with(en);
  try {
    const drawn = qrCode(link, words.text('receipt.qr'));
    return html`<p class="small quiet">${words.text('receipt.scan')}</p>${drawn}`;
  } catch {
    return nothing;
  }
}

/** The tick box of this receipt. */
export function keep(box: KeepReport, { state, words: main, city }: View<Sent>, place: string): TemplateResult {
  const { serviceRequestId, token = '' } = state.receipt;
  const words = main.with(en);
  const serviceName = serviceOf(state)?.serviceName;
  const report = {
    reference: serviceRequestId ?? token,
    ...(serviceRequestId === undefined && { isToken: true }),
    endpoint: new URL(city.endpoint!, document.baseURI).href,
    ...(serviceName && { serviceName }),
    ...(place && { place }),
  };
  return box.render(report, {
    keep: words.text('receipt.remember'),
    kept: words.text('receipt.remembered'),
    failed: words.text('receipt.remember.failed'),
    stuck: words.text('receipt.remember.stuck'),
  });
}

/** Takes an address for messages about the report; nothing where the city sends none. */
export async function alertsOf(host: LitElement, city: CityController): Promise<Alerts | undefined> {
  if (!city.settings.alerts) return undefined;
  const { bringAlerts } = await import('../alerts/alerts.ts');
  return bringAlerts(host, city);
}
