// The sidebar of the documentation, made from its folders, so that no page is forgotten.

import { docsPages, type Page } from './pages.ts';

export interface SidebarItem {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: SidebarItem[];
}

/** What folders are called, in their order. One that is not here comes last, under its own name. */
const folders: Readonly<Record<string, string>> = {
  'guides/cms': 'On your CMS',
  guides: 'Guides',
  'guides/security': 'For IT and security',
  'guides/privacy': 'Privacy',
  'guides/developers': 'For developers',
  builder: 'Snippet builder',
  explanation: 'How it is built, and why',
  reference: 'Reference',
  'reference/accessibility': 'Accessibility',
  'reference/api': 'Elements and client',
  'reference/packages': 'Packages',
  decisions: 'Decisions',
};

/** One group for each folder; the start page stands before them. */
export function sidebar(pages: readonly Page[] = docsPages()): SidebarItem[] {
  const names = [...new Set(pages.map(folderOf))].filter((name) => name !== '');
  const known = Object.keys(folders);
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
  names.sort((one, other) => place(one) - place(other) || one.localeCompare(other));
  return [
    ...itemsOf(pages.filter((page) => folderOf(page) === '')),
    ...names.map((name) => ({
      text: folders[name] ?? name,
      collapsed: ['decisions', 'reference/packages'].includes(name),
      items: itemsOf(pages.filter((page) => folderOf(page) === name)),
    })),
  ];
}

function itemsOf(pages: readonly Page[]): SidebarItem[] {
  return pages
    .toSorted((one, other) => one.order - other.order || one.file.localeCompare(other.file, 'en', { numeric: true }))
    .map(({ title, address }) => ({ text: title, link: address }));
}

const folderOf = ({ file }: Page): string => file.split('/').slice(0, -1).join('/');
