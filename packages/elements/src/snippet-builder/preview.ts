/** Fills the preview's frame: a page as the editor's may be, with the widgets in it. Made of nodes, and always in practice. */
import type { Choice } from './choice.ts';
import { linkWords } from './markup.ts';
import type { Places } from './places.ts';
import { cityFile, needsCityFile, sharedSettings } from './settings-of.ts';
import { themeProperties } from './theme.ts';
import type { Look, PreviewPage } from './view.ts';
import type { Messages } from '../messages/messages.ts';

export interface PreviewOptions {
  readonly choice: Choice;
  readonly places: Places;
  /** Folder of the built files that the preview itself runs on. */
  readonly files: string;
  readonly look: Look;
  /** Style sheets of the designs that the builder has. */
  readonly sheets: Partial<Record<PreviewPage, string | undefined>>;
  readonly words: Messages;
}

/** The page's own classes, where its design has some. */
const designs: Readonly<
  Record<PreviewPage, readonly [root: string, head: string, main: string, title: string, text: string]>
> = {
  plain: ['', '', '', '', ''],
  govuk: [
    'govuk-template',
    'govuk-width-container',
    'govuk-width-container govuk-main-wrapper',
    'govuk-heading-l',
    'govuk-body',
  ],
  uswds: ['', 'grid-container', 'grid-container usa-prose', '', ''],
};

/** A wide page is made as small as its room. */
const rooms = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    (target as HTMLElement).style.setProperty('--scale', String(Math.min(1, contentRect.width / desktop)));
  }
});
/** CSS pixels; as in the styles. */
const desktop = 1200;

export function fillPreview(frame: HTMLIFrameElement, options: PreviewOptions): void {
  const page = frame.contentDocument;
  if (!page) return;
  if (frame.parentElement) rooms.observe(frame.parentElement);
  const { look, words } = options;
  const [root, head, main, title, text] = designs[look.page];
  page.documentElement.lang = words.lang;
  page.documentElement.dir = look.rtl ? 'rtl' : 'ltr';
  page.documentElement.className = root;
  page.documentElement.style.colorScheme = look.dark ? 'dark' : 'light';
  // A design may paint its page white whatever the scheme is.
  page.body.style.backgroundColor = look.dark ? 'Canvas' : '';
  page.body.style.color = look.dark ? 'CanvasText' : '';
  // GOV.UK sets its font on the body by a class, like all else.
  page.body.className = root && `${root}__body`;
  wear(page, options.sheets[look.page]);
  load(page, options);

  const make = (name: string, className: string, ...inside: readonly (string | Node)[]) => {
    const element = page.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
  page.body.replaceChildren(
    make('header', head, make('p', text, make('strong', '', words.text('builder.preview.city')))),
    make(
      'main',
      main,
      make('h1', title, words.text('builder.preview.title')),
      make('p', text, words.text('builder.preview.text')),
      ...widgetsIn(page, options),
    ),
  );
}

function widgetsIn(page: Document, { choice, words }: PreviewOptions): readonly Element[] {
  const settings = sharedSettings({ ...choice, practice: true }).filter(([name]) => name !== 'config');
  const file = fileFor(page, choice);
  return choice.widgets.map((widget) => {
    const element = page.createElement(`citydesk-${widget}`);
    for (const [name, value] of settings) element.setAttribute(name, value === true ? '' : value);
    if (file) element.setAttribute('config', file);
    if (widget === 'request-form' && choice.start) element.setAttribute('service-code', choice.start);
    // Nothing is sent and nothing is kept, whatever is chosen.
    element.setAttribute('practice', '');
    element.setAttribute('storage', 'none');
    element.append(words.text('builder.preview.text'));
    for (const [name, value] of Object.entries(themeProperties(choice.theme))) element.style.setProperty(name, value);
    if (widget !== 'request-form' || !choice.launcher) return element;
    const launcher = page.createElement('citydesk-launcher');
    launcher.setAttribute('label', linkWords[widget]);
    for (const [name, value] of Object.entries(themeProperties(choice.theme))) launcher.style.setProperty(name, value);
    launcher.append(element);
    return launcher;
  });
}

const files = new WeakMap<Document, string>();

/** The city file that is not on any server yet. */
function fileFor(page: Document, choice: Choice): string | undefined {
  const last = files.get(page);
  if (last) URL.revokeObjectURL(last);
  files.delete(page);
  if (!needsCityFile(choice)) return undefined;
  const file = cityFile({ ...choice, practice: true });
  const url = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  files.set(page, url);
  return url;
}

function wear(page: Document, sheet: string | undefined): void {
  const [old] = page.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
  const href = sheet && new URL(sheet, document.baseURI).href;
  if (old?.href === href) return;
  old?.remove();
  if (href) page.head.append(Object.assign(page.createElement('link'), { rel: 'stylesheet', href }));
}

/** The script tag, once a page; for a strict page its address goes through the policy that the tag itself would make there. */
function load(page: Document, { places, files: folder }: PreviewOptions): void {
  if (page.head.querySelector('script')) return;
  const script = page.createElement('script');
  const { address } = scriptAddress(page, `${folder}citydesk.js`);
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = places.release.files['citydesk.js'] ?? '';
  script.src = address as string;
  page.head.append(script);
}

interface Policies {
  createPolicy(
    name: string,
    rules: object,
  ): { createScriptURL(url: string): unknown; createHTML(html: string): unknown };
}

function scriptAddress(page: Document, address: string): { readonly address: unknown } {
  const inside = page.defaultView as unknown as { trustedTypes?: Policies; [key: symbol]: unknown };
  try {
    const policy = inside.trustedTypes?.createPolicy('citydesk', {
      createHTML: (html: string) => html,
      createScriptURL: (url: string) => url,
    });
    // The copy of us in there takes the same policy: a page allows the name once.
    if (policy) inside[Symbol.for('citydesk.policy')] = policy;
    return { address: policy?.createScriptURL(address) ?? address };
  } catch {
    return { address };
  }
}
