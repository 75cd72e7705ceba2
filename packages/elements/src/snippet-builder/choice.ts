/** What a web editor has chosen in the builder. Every part has a reader, so that what comes from a link is taken only where it is safe. */

export const widgets = ['request-form', 'faq-panel', 'status-tracker'] as const;
export type Widget = (typeof widgets)[number];

export const shapes = [
  'module',
  'classic',
  'tag-manager',
  'div',
  'iframe',
  'link',
  'wordpress',
  'drupal',
  'npm',
  'react',
  'city-file',
] as const;
export type Shape = (typeof shapes)[number];

/** Colours as `#rrggbb`, a list of font names, pixels; "" for what stays as it is. */
export interface Theme {
  readonly accent: string;
  readonly onAccent: string;
  readonly surface: string;
  readonly text: string;
  readonly font: string;
  readonly radius: string;
}

export interface Choice {
  readonly endpoint: string;
  readonly jurisdictionId: string;
  readonly widgets: readonly Widget[];
  /** The form opens from a button in the corner. */
  readonly launcher: boolean;
  /** Codes of the services that come first; none: as the city has them. */
  readonly services: readonly string[];
  /** Code of the service that the form starts with. */
  readonly start: string;
  readonly locale: string;
  readonly cityName: string;
  readonly phone: string;
  readonly contact: 'optional' | 'required' | 'none';
  readonly storage: 'device' | 'none';
  readonly practice: boolean;
  readonly mapStyle: string;
  readonly theme: Theme;
  /** Folder of the built files, with a slash at its end; "": as the builder knows it. */
  readonly files: string;
  /** Where the city file will be, as the page says it. */
  readonly config: string;
  /** The page that the form is on, for links to a service. */
  readonly page: string;
  readonly shape: Shape;
}

export const plainTheme: Theme = { accent: '', onAccent: '', surface: '', text: '', font: '', radius: '' };

/** What a builder begins with: nothing is sent until the editor says so. */
export const firstChoice: Choice = {
  endpoint: '',
  jurisdictionId: '',
  widgets: ['request-form'],
  launcher: false,
  services: [],
  start: '',
  locale: '',
  cityName: '',
  phone: '',
  contact: 'optional',
  storage: 'device',
  practice: true,
  mapStyle: '',
  theme: plainTheme,
  files: '',
  config: '/citydesk.json',
  page: '',
  shape: 'module',
};

/** `#abc` or `#aabbcc` as `#aabbcc`; `undefined` for anything else. */
export function colour(words: string): string | undefined {
  const [, short, long] = /^#?(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(words.trim()) ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  return digits && `#${digits.toLowerCase()}`;
}

/** Names of fonts with commas between them; nothing that could end the rule they will stand in. */
export const font = (words: string): string | undefined =>
  /^[\p{L}\d "',_-]{1,200}$/u.test(words) && quotesMatch(words) ? words.trim() : undefined;

const quotesMatch = (words: string) => /^(?:[^"']|"[^"']*"|'[^"']*')*$/.test(words);

/** Whole pixels, 0 to 24. */
export const radius = (words: string): string | undefined =>
  /^\d{1,2}$/.test(words.trim()) && Number(words) <= 24 ? String(Number(words)) : undefined;

/** A language tag as it is written. */
export function languageTag(words: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(words.trim())[0];
  } catch {
    return undefined;
  }
}

/** The same, where a secure page may ask it: https, or this computer. */
export function secureAddress(words: string): string | undefined {
  const address = webAddress(words);
  const isHere = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;
  return address && (address.startsWith('https:') || isHere.test(address)) ? address : undefined;
}

/** A whole address of the web without a name and password in it. */
export function webAddress(words: string): string | undefined {
  if (!/^https?:\/\//i.test(words.trim())) return undefined;
  try {
    const { href, username, password } = new URL(words.trim());
    return username || password ? undefined : href;
  } catch {
    return undefined;
  }
}

/** The same, or one that begins with a slash: on the site that it stands on. */
export const siteAddress = (words: string): string | undefined =>
  /^\/(?![/\\])[^\s\\]*$/.test(words.trim()) ? words.trim() : webAddress(words);

/** The address of a folder has a slash at its end, and nothing behind it. */
export function folderAddress(words: string): string | undefined {
  const address = webAddress(words);
  if (!address) return undefined;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}

/** The choice as it is used: without blanks around it, each value as its reader gives it. What cannot be read is left out. */
export function tidy(choice: Choice): Choice {
  const { theme } = choice;
  return {
    ...choice,
    endpoint: secureAddress(choice.endpoint) ?? '',
    jurisdictionId: choice.jurisdictionId.trim(),
    locale: languageTag(choice.locale) ?? '',
    cityName: choice.cityName.trim(),
    phone: choice.phone.trim(),
    mapStyle: siteAddress(choice.mapStyle) ?? '',
    theme: {
      accent: colour(theme.accent) ?? '',
      onAccent: colour(theme.onAccent) ?? '',
      surface: colour(theme.surface) ?? '',
      text: colour(theme.text) ?? '',
      font: font(theme.font) ?? '',
      radius: radius(theme.radius) ?? '',
    },
    files: folderAddress(choice.files) ?? '',
    config: siteAddress(choice.config) ?? '',
    page: webAddress(choice.page) ?? '',
  };
}
