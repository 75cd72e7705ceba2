import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import en from '../messages/snippet-builder.en.json';
import { messagesIn } from '../messages/messages.ts';
import { title } from '../parts/heading.ts';
import { LateParts } from '../parts/late-parts.ts';
import { Checking } from './checking.ts';
import { firstChoice, tidy, type Choice, type Theme } from './choice.ts';
import { copyText } from './copy-text.ts';
import type { Examined } from './endpoint-check.ts';
import { placesFor, readRelease, type Places, type Release } from './places.ts';
import { PreviewFrame } from './preview-frame.ts';
import { problemsOf, slipWords } from './problems.ts';
import { slipsIn, type Slip } from './slips.ts';
import { snippetBuilderStyles } from './snippet-builder.styles.ts';
import { choiceIn, fragmentOf, isShared } from './state-in-url.ts';
import { StyleHash } from './style-hash.ts';
import { tooWeak } from './theme.ts';
import { previewPages, type BuilderActions, type BuilderView, type Look, type PreviewPage } from './view.ts';
import { cityView } from './views/city.ts';
import { copyView } from './views/copy.ts';
import { endpointView, findings } from './views/endpoint.ts';
import { linksView, shareView } from './views/links.ts';
import { previewView } from './views/preview.ts';
import { problemsView } from './views/problems.ts';
import { themeView } from './views/theme.ts';
import { widgetsView } from './views/widgets.ts';

/** Editors are spoken to in the language of the documentation. */
const words = messagesIn(en);

/**
 * For web editors: from a city's endpoint to the text that goes onto its page, with a preview. Everything happens in the browser; the endpoint
 * is asked only when the editor presses Check, and the choices are kept in the fragment of the page's address (`#builder=…`).
 *
 * @tag citydesk-snippet-builder
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
 * @cssprop [--citydesk-heading-font=inherit] - headings
 * @cssprop [--citydesk-size=max(1em, 17px)] - base size
 * @cssprop [--citydesk-radius=3px] - corners
 */
export class CitydeskSnippetBuilder extends LitElement {
  static override styles = snippetBuilderStyles;

  static override properties: PropertyDeclarations = {
    files: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    govukStyles: { attribute: 'govuk-styles' },
    uswdsStyles: { attribute: 'uswds-styles' },
  };

  /** Folder of the built files, with their `citydesk/integrity.json`; may be relative to the page. */
  declare files: string;
  /** Level of the builder's heading, 1–6. Default 2. */
  declare headingLevel: number;
  /** URL of a style sheet of the GOV.UK Design System, for the preview. */
  declare govukStyles?: string;
  /** URL of a style sheet of the U.S. Web Design System, for the preview. */
  declare uswdsStyles?: string;

  #choice: Choice = firstChoice;
  #release: Release | 'reading' | 'missing' = 'reading';
  #checking = new Checking(this, (now, before) => this.#examine(now, before));
  #isRestored = false;
  #isPicking = false;
  #look: Look = { page: 'plain', width: 'phone', rtl: false, dark: false };
  #preview = new PreviewFrame(() => this.#late.bring('preview'));
  #linked = '';
  /** Fields that the editor has left; only of these is said what is wrong, until all is asked for. */
  #left = new Set<string>();
  #showsProblems = false;
  #style = new StyleHash(this);
  #said = '';

  #late = new LateParts(this, {
    check: async () => (await import('./endpoint-check.ts')).checkEndpoint,
    preview: async () => (await import('./preview.ts')).fillPreview,
    poster: async () => new (await import('./poster.ts')).Poster(),
  });

  constructor() {
    super();
    this.files = '';
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#restore);
    this.#restore();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#restore);
    this.#preview.stop();
    this.#checking.forget();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const problems = this.#showsProblems ? problemsOf(view) : [];
    const count = problems.length;
    return html`<section
        class="stack-2"
        aria-labelledby="title"
        lang=${view.words.lang}
        dir="ltr"
        @change=${this.#leaves}
      >
        ${title(view.level, view.words.text('builder.heading'), false)}
        ${count ? problemsView(view.level + 1, view.words.text('builder.problems', { count }), problems) : nothing}
        ${endpointView(view)} ${widgetsView(view)} ${cityView(view)} ${themeView(view)} ${previewView(view)}
        ${copyView(view)} ${linksView(view)} ${shareView(view)}
      </section>
      <div class="said" role="status">${this.#said || nothing}</div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('files')) void this.#read();
  }

  protected override updated(): void {
    void this.#style.follow(tidy(this.#choice));
    const places = this.#places;
    const { examined } = this.#checking;
    this.#preview.show(
      places &&
        examined && {
          // Always in practice, whatever is copied.
          choice: { ...tidy(this.#choice), practice: true },
          places,
          files: this.#folder,
          look: this.#look,
          sheets: this.#sheets,
          words,
        },
    );
  }

  #view(): BuilderView {
    const choice = this.#choice;
    const slips = slipsIn(choice);
    const wrong = (slip: Slip) =>
      slips.includes(slip) && (this.#showsProblems || this.#left.has(slip))
        ? slipWords(slip, choice, words)
        : undefined;
    return {
      words,
      level: Math.trunc(this.headingLevel) || 2,
      choice,
      ready: tidy(choice),
      examined: this.#checking.examined,
      release: this.#release,
      places: this.#places,
      files: this.#folder,
      slips,
      weak: tooWeak(choice.theme),
      wrong,
      isRestored: this.#isRestored,
      isPicking: this.#isPicking,
      look: this.#look,
      pages: previewPages.filter((page) => page === 'plain' || this.#sheets[page]),
      styleHash: this.#style.value,
      shareLink: location.href.replace(/#.*/s, '') + fragmentOf(choice),
      linked: this.#linked,
      poster: this.#late.here.poster,
      do: this.#actions,
    };
  }

  get #sheets(): Partial<Record<PreviewPage, string | undefined>> {
    return { govuk: this.govukStyles, uswds: this.uswdsStyles };
  }

  get #folder(): string {
    return new URL(this.files.replace(/\/*$/, '/'), document.baseURI).href;
  }

  get #places(): Places | undefined {
    const ready = tidy(this.#choice);
    if (typeof this.#release === 'string' || !ready.endpoint) return undefined;
    return placesFor(ready, this.#release, this.#folder, this.#checking.examined?.isRelay === true);
  }

  readonly #actions: BuilderActions = {
    change: (part) => this.#change(part),
    theme: (part: Partial<Theme>) => this.#change({ theme: { ...this.#choice.theme, ...part } }),
    check: () => void this.#check(),
    pick: (isPicking) => {
      this.#isPicking = isPicking;
      this.#change(isPicking ? {} : { services: [] });
    },
    look: (part) => {
      this.#look = { ...this.#look, ...part };
      this.requestUpdate();
    },
    fill: (frame) => this.#preview.ready(frame),
    showProblems: () => void this.#showProblems(),
    copy: (id) => void this.#copy(id),
    link: (serviceCode) => {
      this.#linked = serviceCode;
      this.requestUpdate();
    },
    poster: () => void this.#late.bring('poster').catch(() => {}),
  };

  #change(part: Partial<Choice>): void {
    const before = this.#choice;
    this.#choice = { ...before, ...part };
    const { endpoint, jurisdictionId } = this.#choice;
    if (endpoint !== before.endpoint || jurisdictionId !== before.jurisdictionId) this.#checking.forget();
    this.#said = '';
    // So that loading the page again, or a bookmark, brings the choices back. Not a step of the history.
    history.replaceState(history.state, '', fragmentOf(this.#choice));
    this.requestUpdate();
  }

  readonly #restore = (): void => {
    if (!isShared(location.hash) || location.hash === fragmentOf(this.#choice)) return;
    this.#checking.forget();
    this.#choice = choiceIn(location.hash);
    this.#isRestored = this.#choice.endpoint !== '';
    this.#isPicking = this.#choice.services.length > 0;
    this.requestUpdate();
  };

  async #read(): Promise<void> {
    this.#release = await readRelease(this.#folder).catch((error: unknown) => {
      console.error('citydesk: the list of built files could not be read. Check the files attribute.', error);
      return 'missing' as const;
    });
    this.requestUpdate();
  }

  async #check(): Promise<void> {
    this.#checking.forget();
    this.#left.add('endpoint');
    const { endpoint, jurisdictionId } = tidy(this.#choice);
    if (!endpoint) {
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#endpoint')?.focus();
      return;
    }
    this.#isRestored = false;
    // What did not load is said to the web editor.
    await this.#checking.begin(this.#late.bring('check'), endpoint, jurisdictionId).catch(() => {});
  }

  /** Said when the services are there, and at the end where they are not; not each thing that is looked at. */
  #examine(now: Examined, before: Examined | undefined): void {
    const isNew = now.services.length > 0 && !before?.services.length;
    if (isNew) this.#keepKnown(now);
    if (isNew || now.isDone) this.#said = findings(this.#view()).sentences[0] ?? '';
  }

  /** Services from a link that this city does not have are left out. */
  #keepKnown({ services }: Examined): void {
    const known = (code: string) => services.some(({ serviceCode }) => serviceCode === code);
    const { start } = this.#choice;
    this.#change({ services: this.#choice.services.filter(known), start: known(start) ? start : '' });
  }

  readonly #leaves = (event: Event): void => {
    this.#left.add((event.target as HTMLElement).id || (event.target as HTMLInputElement).name);
    this.requestUpdate();
  };

  async #showProblems(): Promise<void> {
    this.#showsProblems = true;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#problems')?.focus();
  }

  async #copy(id: string): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`);
    if (!field) return;
    this.#said = words.text((await copyText(field)) ? 'builder.copied' : 'builder.copy.selected');
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-snippet-builder': CitydeskSnippetBuilder;
  }
}
