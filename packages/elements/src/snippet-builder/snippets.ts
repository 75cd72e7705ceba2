/** What is copied: the choice as text, in each shape that some page or editor lets through. */
import type { Choice, Shape, Widget } from './choice.ts';
import { inBlockComment, inHtml, inScript, inShortcode } from './escape.ts';
import { blocks, elements, linkWords, pageOf, scriptTag, themeSheet, themeTag } from './markup.ts';
import type { Places } from './places.ts';
import { cityFile, needsCityFile, sharedSettings, type Setting } from './settings-of.ts';

/** Where a piece goes. */
export type Where = 'page' | 'template' | 'tag' | 'styles' | 'editor' | 'shortcode' | 'terminal' | 'code' | 'file';

export interface Piece {
  readonly where: Where;
  readonly text: string;
}

/** What an editor has to know of a shape: it cannot do this, or needs that. */
export type Note =
  'files' | 'relay' | 'launcher' | 'theme' | 'city-file' | 'practice' | 'plugin-settings' | 'frame-height';

export interface Snippet {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

/** A shape for this choice. Its values are taken as they are: whoever calls has looked at them with `slipsIn`. */
export function snippetFor(shape: Shape, choice: Choice, places: Places): Snippet {
  const pieces = makers[shape](choice, places).filter(({ text }) => text);
  const keepsFile = needsCityFile(choice) && pieces.some(({ where }) => where !== 'file') && shape !== 'iframe';
  return {
    pieces: keepsFile ? [...pieces, { where: 'file', text: cityFile(choice) }] : pieces,
    notes: [
      ...(places.isBorrowed && pieces.some(({ text }) => text.includes(places.files)) ? (['files'] as const) : []),
      ...(pieces.length ? [] : (['relay'] as const)),
      ...(choice.launcher && launcherless.has(shape) ? (['launcher'] as const) : []),
      ...(shape === 'iframe' && themeSheet(choice) ? (['theme'] as const) : []),
      ...(shape === 'iframe' && pieces.length ? (['frame-height'] as const) : []),
      ...(shape === 'wordpress' || shape === 'drupal' ? (['plugin-settings'] as const) : []),
      ...(keepsFile ? (['city-file'] as const) : []),
      ...(choice.practice ? (['practice'] as const) : []),
    ],
  };
}

/** Shapes without elements of ours in them have no launcher. */
const launcherless: ReadonlySet<Shape> = new Set(['div', 'iframe', 'link', 'wordpress']);

const makers: Readonly<Record<Shape, (choice: Choice, places: Places) => readonly Piece[]>> = {
  module: (choice, places) => [
    {
      where: 'page',
      text: `${scriptTag('citydesk.js', places, sharedSettings(choice))}\n${themeTag(choice)}${elements(choice, places)}\n`,
    },
  ],
  classic: (choice, places) => {
    const inside = choice.launcher ? elements(choice, places) : blocks(choice, places);
    const tag = scriptTag('citydesk.classic.js', places, sharedSettings(choice));
    return [{ where: 'page', text: `${tag}\n${themeTag(choice)}${inside}\n` }];
  },
  'tag-manager': (choice, places) => [
    { where: 'tag', text: tagManager(places, sharedSettings(choice)) },
    { where: 'page', text: `${blocks(choice, places)}\n` },
    { where: 'styles', text: themeSheet(choice) },
  ],
  div: (choice, places) => [
    { where: 'template', text: `${scriptTag('citydesk.js', places, [])}\n${themeTag(choice)}` },
    { where: 'page', text: `${blocks(choice, places, sharedSettings(choice))}\n` },
  ],
  iframe: ({ widgets }, { embed }) =>
    embed
      ? [{ where: 'page', text: widgets.map((widget) => frame(pageOf(embed, widget), linkWords[widget])).join('') }]
      : [],
  link: (choice, places) => {
    const { embed } = places;
    if (!embed) return [];
    const line = (href: string, words: string) => `<p><a href="${inHtml(href)}">${words}</a></p>\n`;
    const links = choice.widgets.map((widget) => line(pageOf(embed, widget), linkWords[widget]));
    return [
      { where: 'page', text: links.join('') },
      { where: 'template', text: `${scriptTag('citydesk.js', places, sharedSettings(choice))}\n${themeTag(choice)}` },
    ];
  },
  wordpress: (choice) => [
    { where: 'editor', text: choice.widgets.map((widget) => wordpressBlock(choice, widget)).join('\n') },
    { where: 'shortcode', text: choice.widgets.map((widget) => wordpressShortcode(choice, widget)).join('\n') },
    { where: 'styles', text: themeSheet(choice) },
  ],
  drupal: (choice) => [
    { where: 'editor', text: choice.widgets.map((widget) => drupalToken(choice, widget)).join('\n') },
    { where: 'styles', text: themeSheet(choice) },
  ],
  npm: (choice, places) => [
    { where: 'terminal', text: `npm install @citydesk/elements@${places.release.version}\n` },
    { where: 'code', text: imports(choice) },
    { where: 'page', text: `${elements(choice, places, sharedSettings(choice))}\n` },
    { where: 'styles', text: themeSheet(choice) },
  ],
  react: (choice, places) => [
    { where: 'terminal', text: `npm install @citydesk/elements@${places.release.version}\n` },
    { where: 'code', text: component(choice) },
    { where: 'styles', text: themeSheet(choice) },
  ],
  'city-file': (choice) => [{ where: 'file', text: cityFile(choice) }],
};

/** Tag managers drop the data attributes of a script that is written as a tag, so that it is made by one. ES5: they take no more. */
function tagManager({ files, release }: Places, settings: readonly Setting[]): string {
  const digest = release.files['citydesk.classic.js'];
  return [
    '<script>',
    '(function () {',
    "  var tag = document.createElement('script');",
    `  tag.src = ${inScript(`${files}citydesk.classic.js`)};`,
    ...(digest ? [`  tag.integrity = ${inScript(digest)};`] : []),
    "  tag.crossOrigin = 'anonymous';",
    '  tag.async = true;',
    ...settings.map(
      ([name, value]) => `  tag.setAttribute('data-${name}', ${inScript(value === true ? 'true' : value)});`,
    ),
    '  document.head.appendChild(tag);',
    '})();',
    '</script>\n',
  ].join('\n');
}

const frame = (src: string, title: string) =>
  `<iframe src="${inHtml(src)}" title="${title}" width="100%" height="700" allow="geolocation"></iframe>\n`;

const startOf = ({ start }: Choice, widget: string) => (widget === 'request-form' && start ? start : undefined);

/** What is said in the text and not in the settings of the plugin: for this one place. */
const inText = (choice: Choice, widget: Widget) => ({
  serviceCode: startOf(choice, widget),
  contact: widget === 'request-form' && choice.contact !== 'optional' ? choice.contact : undefined,
  practice: choice.practice || undefined,
});

function wordpressBlock(choice: Choice, widget: Widget): string {
  const attributes = inBlockComment(inText(choice, widget));
  return `<!-- wp:citydesk/${widget}${attributes === '{}' ? '' : ` ${attributes}`} /-->`;
}

const wordpressShortcode = (choice: Choice, widget: Widget) =>
  `[citydesk_${widget.replaceAll('-', '_')}${shortcodeAttributes(choice, widget)}]`;

function drupalToken(choice: Choice, widget: Widget): string {
  const attributes = shortcodeAttributes(choice, widget);
  return choice.launcher && widget === 'request-form'
    ? `[citydesk:launcher label="${linkWords[widget]}"${attributes}]`
    : `[citydesk:${widget}${attributes}]`;
}

function shortcodeAttributes(choice: Choice, widget: Widget): string {
  const { serviceCode, contact, practice } = inText(choice, widget);
  const said = (name: string, value: string | undefined) => (value ? ` ${name}="${inShortcode(value)}"` : '');
  return `${said('service-code', serviceCode)}${said('contact', contact)}${practice ? ' practice' : ''}`;
}

const definitions = ({ widgets, launcher }: Choice) => [
  ...widgets,
  ...(launcher && widgets.includes('request-form') ? ['launcher'] : []),
];

const imports = (choice: Choice) =>
  definitions(choice)
    .map((name) => `import '@citydesk/elements/${name}/define';\n`)
    .join('');

/** React 19 hands attributes of custom elements on as they are. */
function component(choice: Choice): string {
  const property = ([name, value]: Setting) => (value === true ? ` ${name}` : ` ${name}={${inScript(value)}}`);
  const one = (widget: string) => {
    const start = startOf(choice, widget);
    const settings = [...sharedSettings(choice), ...(start ? ([['service-code', start]] as const) : [])];
    const element = `<citydesk-${widget}${settings.map(property).join('')} />`;
    if (widget !== 'request-form' || !choice.launcher) return `      ${element}\n`;
    return `      <citydesk-launcher label="Report a problem">\n        ${element}\n      </citydesk-launcher>\n`;
  };
  return `${imports(choice)}
export function Citydesk() {
  return (
    <>
${choice.widgets.map(one).join('')}    </>
  );
}
`;
}
