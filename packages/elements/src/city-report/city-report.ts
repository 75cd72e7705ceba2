import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { reportLead } from '@citydesk/core/city-report';
import { CityController } from '../city/city-controller.ts';
import en from '../messages/city-report.en.json';
import common from '../messages/common.en.json';
import { messagesIn } from '../messages/messages.ts';
import { title } from '../parts/heading.ts';
import { help } from '../parts/help.ts';
import { cityReportStyles } from './city-report.styles.ts';
import { fetchReport, type Fetched } from './fetch-report.ts';
import { section } from './section.ts';

/** Pixels below which a chart is drawn for a phone, so that its words are no smaller than those around it. */
const narrow = 480;

/**
 * What became of the city's reports, for council and residents: how many there were, how long they took, where they came from, what was saved. Public
 * figures only, from a relay whose `publicReport` is on; read, never changed. In English.
 *
 * ```html
 * <citydesk-city-report endpoint="https://311.example.gov/open311/v2/" from="2026-10-01" to="2026-10-31"></citydesk-city-report>
 * ```
 *
 * @tag citydesk-city-report
 * @slot help - the city's own human route, after the phone
 * @cssprop [--citydesk-accent=#0f4f78] - links, columns, bars
 * @cssprop [--citydesk-on-accent=#ffffff] - text on the accent
 * @cssprop [--citydesk-surface=#ffffff] - ground of the widget
 * @cssprop [--citydesk-soft=#f1f4f3] - ground of hovered buttons
 * @cssprop [--citydesk-text=#14191d] - main text
 * @cssprop [--citydesk-quiet=#434c54] - hints
 * @cssprop [--citydesk-border=#57626b] - heads of tables
 * @cssprop [--citydesk-rule=#c5ccd0] - lines between rows
 * @cssprop [--citydesk-error=#951b12] - errors
 * @cssprop [--citydesk-caution=#654600] - late, held, unknown
 * @cssprop [--citydesk-done=#155338] - sent
 * @cssprop [--citydesk-focus=#14191d] - focus ring
 * @cssprop [--citydesk-font=inherit] - the page's own font by default
 * @cssprop [--citydesk-heading-font=inherit] - headings
 * @cssprop [--citydesk-size=max(1em, 17px)] - base size
 * @cssprop [--citydesk-radius=3px] - corners
 */
export class CitydeskCityReport extends LitElement {
  static override styles = cityReportStyles;

  static override properties: PropertyDeclarations = {
    config: {},
    endpoint: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    phone: {},
    from: {},
    to: {},
  };

  /** URL of the city file. */
  declare config?: string;
  /** Base URL of the relay. */
  declare endpoint?: string;
  /** Level of the widget's heading, 1–6. Default 2. */
  declare headingLevel: number;
  /** The human route, always shown. */
  declare phone?: string;
  /** First day, such as `2026-10-01`. Default: that of the last whole month. */
  declare from?: string;
  /** Last day, such as `2026-10-31`. */
  declare to?: string;

  #city = new CityController(this);
  #fetched?: Fetched | undefined;
  #asking?: AbortController;
  #isNarrow = false;
  readonly #size = new ResizeObserver(() => {
    const isNarrow = this.clientWidth < narrow;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.requestUpdate();
  });

  constructor() {
    super();
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#unfold);
    this.#size.observe(this);
    if (this.hasUpdated) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#unfold);
    this.#size.disconnect();
    this.#asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#asking || (['config', 'endpoint', 'from', 'to'] as const).some((name) => changed.has(name)))
      void this.#ask();
  }

  protected override render(): TemplateResult {
    const words = messagesIn({ ...common, ...en }, { locale: 'en' });
    const level = this.headingLevel;
    const view = { words, level, city: this.#city.settings, now: new Date() };
    return html`<section aria-labelledby="title" lang="en" dir="ltr">
      ${title(level, words.text('report.heading'), false)}
      <div class="stack" role="status">${this.#standing()}</div>
      ${this.#content()} ${help(view)}
    </section>`;
  }

  /** What is said while nothing is shown. */
  #standing(): unknown {
    const words = messagesIn(en, { locale: 'en' });
    switch (this.#fetched?.is) {
      case undefined:
        return html`<p>${words.text('report.loading')}</p>`;
      case 'none':
        return html`<p>${words.text('report.none')}</p>`;
      case 'failed':
        return html`<p><strong>${words.text('report.failed')}</strong> ${words.text('report.failed.do')}</p>`;
      case 'here':
        return html`<p>${reportLead(this.#fetched.report)}</p>`;
    }
  }

  #content(): unknown {
    const words = messagesIn({ ...common, ...en }, { locale: 'en' });
    const fetched = this.#fetched;
    if (fetched?.is === 'failed') {
      return html`<p class="actions">
        <button class="button" type="button" @click=${() => void this.#ask()}>${words.text('retry')}</button>
      </p>`;
    }
    if (fetched?.is !== 'here') return nothing;
    return html`${fetched.sections.map((part) => section(part, this.headingLevel + 1, words, this.#isNarrow))}
      <p class="no-print"><a class="link" href=${fetched.csv}>${words.text('report.csv')}</a></p>`;
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#show(undefined);
    const base = await this.#city.base().catch(() => undefined);
    const fetched: Fetched = base ? await fetchReport(base, this.from, this.to, asking.signal) : { is: 'none' };
    if (!asking.signal.aborted) this.#show(fetched);
  }

  /** On paper nobody can open anything. */
  readonly #unfold = (): void => {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = true;
  };

  #show(fetched: Fetched | undefined): void {
    this.#fetched = fetched;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-city-report': CitydeskCityReport;
  }
}
