/** The language that the resident has chosen, for every widget of the page and as long as the tab is open. What chooses is `language-menu.ts`. */

/** Where other pages of the tab find it; also the name of the event on the window that tells of a choice. */
export const languageKey = 'citydesk-language';

/** BCP 47; nothing before there is a choice. */
export const chosen: { tag?: string | null } = {};
try {
  chosen.tag = sessionStorage.getItem(languageKey);
} catch {
  // Storage is forbidden here: a choice holds on its page.
}
