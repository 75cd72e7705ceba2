import { defineConfig } from 'vitepress';
import { linksOnSite } from '../../packages/checks/src/docs/links.ts';
import { sidebar } from '../../packages/checks/src/docs/sidebar.ts';

/** Where the site will stand, for example `/citydesk/`. */
const base = process.env['DOCS_BASE'] ?? '/';

export default defineConfig({
  base,
  lang: 'en',
  title: 'Citydesk',
  description: 'Service requests, answers and status tracking on any city page, on the city’s own Open311 server',
  cleanUrls: true,
  cacheDir: '../.cache/vitepress',
  srcExclude: ['public/**'],
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    // The widgets on these pages are real and practise: nothing they do leaves the page.
    [
      'script',
      {
        type: 'module',
        src: `${base}citydesk/citydesk.js`,
        'data-config': `${base}practice/citydesk.json`,
        'data-practice': '',
      },
    ],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('citydesk-') } } },
  vite: { publicDir: 'public', build: { chunkSizeWarningLimit: 2000 } },
  markdown: { config: (md) => linksOnSite(md) },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Start', link: '/' },
      { text: 'Your CMS', link: '/guides/cms/' },
      { text: 'Developers', link: '/guides/developers/' },
      { text: 'Builder', link: '/builder/' },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    socialLinks: [],
  },
});
