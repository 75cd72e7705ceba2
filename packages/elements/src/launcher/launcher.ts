import { LitElement, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import en from '../messages/launcher.en.json';
import { languageKey } from '../city/chosen-language.ts';
import { isEnglish, wantedLanguage } from '../city/wanted-language.ts';
import { messagesIn, type Speech } from '../messages/messages.ts';
import { tokens } from '../styles/tokens.ts';
import { launcherStyles } from './launcher.styles.ts';

/**
 * A button in the corner of every page, and a dialog with the widget that stands inside this element. With the script tag, nothing of the widget is
 * fetched before the dialog is opened. What was typed stays when it is closed. A link into the widget (`#citydesk:service=…`) opens it, unless the page
 * has another such widget before it.
 *
 * What stands inside is a fallback until the button is there.
 *
 * ```html
 * <citydesk-launcher label="Report a problem">
 *   <citydesk-request-form></citydesk-request-form>
 * </citydesk-launcher>
 * ```
 *
 * @tag citydesk-launcher
 * @slot - the widget
 * @attr {boolean} practice - the widget inside practises: everything works, nothing is sent
 * @csspart button - the button in the corner
 * @cssprop [--citydesk-accent=#0f4f78] - links, main button, edge, bars
 * @cssprop [--citydesk-on-accent=#ffffff] - text on the accent
 * @cssprop [--citydesk-surface=#ffffff] - ground of widget and fields
 * @cssprop [--citydesk-soft=#f1f4f3] - ground of bars, chosen and hovered rows
 * @cssprop [--citydesk-text=#14191d] - main text
 * @cssprop [--citydesk-quiet=#434c54] - hints
 * @cssprop [--citydesk-border=#57626b] - boxes and fields
 * @cssprop [--citydesk-rule=#c5ccd0] - lines between rows
 * @cssprop [--citydesk-error=#951b12] - errors
 * @cssprop [--citydesk-caution=#654600] - late, held, unknown
 * @cssprop [--citydesk-done=#155338] - sent
 * @cssprop [--citydesk-focus=#14191d] - focus ring
 * @cssprop [--citydesk-font=inherit] - the page's own font by default
 * @cssprop [--citydesk-radius=3px] - corners
 */
export class CitydeskLauncher extends LitElement {
  static override styles = [tokens, launcherStyles];

  static override properties: PropertyDeclarations = {
    label: {},
    locale: {},
    open: { type: Boolean, reflect: true },
  };

  /** What the button says, and the dialog is called. Default "Report a problem". */
  declare label?: string;
  /** BCP 47; overrides the language found from the page. */
  declare locale?: string;
  /** Whether the dialog is open. */
  declare open: boolean;

  #spoken?: string;
  #speech?: Speech | undefined;
  #language?: MutationObserver;

  constructor() {
    super();
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#linked);
    addEventListener(languageKey, this.#changed);
    this.#language ??= new MutationObserver(this.#changed);
    this.#language.observe(document.documentElement, { attributeFilter: ['lang', 'class'] });
    this.#linked();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#linked);
    removeEventListener(languageKey, this.#changed);
    this.#language?.disconnect();
    // Out of the page, it is no longer above it. What was typed stays in the widget.
    this.open = false;
    this.#dialog?.close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.#dialog;
    if (!dialog || !changed.has('open') || dialog.open === this.open || !this.isConnected) return;
    if (this.open) dialog.showModal();
    else dialog.close();
  }

  protected override render(): TemplateResult {
    const locale = wantedLanguage(this, this.locale);
    this.#speak(locale);
    const words = messagesIn(en, { locale, speech: this.#speech });
    // The page's own words are in the page's language.
    const label = this.label || html`<span lang=${words.lang}>${words.text('launcher.open')}</span>`;
    return html`<button
        class="open"
        part="button"
        type="button"
        aria-haspopup="dialog"
        @click=${this.#show}
      >
        ${label}
      </button>
      <dialog aria-labelledby="name" @close=${this.#closed}>
        <div class="bar">
          <p id="name">${label}</p>
          <button type="button" lang=${words.lang} @click=${this.#hide}>
            ${words.text('launcher.close')}
          </button>
        </div>
        <div class="widget"><slot></slot></div>
      </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  /** Two words of another language, fetched where one is asked for. */
  #speak(locale: string): void {
    if (locale === this.#spoken) return;
    this.#spoken = locale;
    this.#speech = undefined;
    if (isEnglish(locale)) return;
    const take = (speech?: Speech) => {
      if (locale !== this.#spoken) return;
      this.#speech = speech;
      this.requestUpdate();
    };
    import('../messages/language.ts')
      .then(({ bringSpeech }) => bringSpeech(this.localName, { locale }, take))
      .catch(() => {});
  }

  readonly #show = (): void => void (this.open = true);
  readonly #changed = (): void => this.requestUpdate();
  readonly #hide = (): void => void (this.open = false);

  readonly #closed = (event: Event): void => {
    // A dialog of the widget inside is not this one.
    if (event.target !== this.#dialog) return;
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  };

  /** Opens for a link that the widget inside follows, and no other before it. */
  readonly #linked = (): void => {
    const { hash } = location;
    const widget = Object.keys(links).find((name) => links[name]!.test(hash));
    if (widget && this.contains(document.querySelector(widget))) this.open = true;
  };
}

/** The links that each widget follows. */
const links: Readonly<Record<string, RegExp>> = {
  'citydesk-request-form': /^#citydesk:(.*&)?(service|lat|address|about|words|asset)=/,
  'citydesk-faq-panel': /^#citydesk:(.*&)?answer=/,
  'citydesk-status-tracker': /^#citydesk:(.*&)?(request|token)=/,
};

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-launcher': CitydeskLauncher;
  }
}
