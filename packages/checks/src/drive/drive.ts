// Turns an engine into a driver: finding, waiting and saying what went wrong are the same for all of them.

import type { Driver, Engine, Role } from './driver.ts';
import { finderScript } from './finder.ts';

const patience = 10_000;

/** A driver over this engine. */
export function drive<Handle>(engine: Engine<Handle>): Driver {
  const script = (body: string) => `${finderScript()}\n${body}`;
  const lookFor = (role: Role, name: string) => `find(${JSON.stringify(role)}, ${JSON.stringify(name)})`;

  async function waitFor<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const end = performance.now() + patience;
    let trouble: unknown;
    do {
      try {
        const found = await look();
        if (found !== undefined) return found;
      } catch (error) {
        trouble = error; // the page is just being left, or the element was just redrawn
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (performance.now() < end);
    const seen = await engine.read(script('return visibleText();')).catch(String);
    throw new Error(`${what} did not come in ${patience / 1000} s. The page says:\n${String(seen)}`, {
      cause: trouble,
    });
  }

  /** Finds and acts in one attempt, so that an element redrawn in between is found again. */
  const act = (what: string, body: string, action: (handle: Handle) => Promise<void>) =>
    waitFor(what, async () => {
      const handle = await engine.element(script(body));
      if (handle === undefined) return undefined;
      await action(handle);
      return true;
    });

  return {
    version: engine.version,
    open: (url) => engine.open(url),
    close: () => engine.close(),
    async scrollTo(element) {
      const body = `
        const element = document.querySelector(${JSON.stringify(element)});
        element?.scrollIntoView({ behavior: 'instant' });
        return Boolean(element);`;
      await waitFor(`The element <${element}>`, async () => ((await engine.read(body)) === true ? true : undefined));
    },
    async click(role, name) {
      await act(`The ${role} “${name}”`, `return ${lookFor(role, name)};`, (handle) => engine.press(handle));
    },
    async fill(label, text) {
      const field = `return ${lookFor('textbox', label)} ?? ${lookFor('combobox', label)};`;
      await act(`The field “${label}”`, field, (handle) => engine.type(handle, text));
    },
    async choose(question, answer) {
      const body = `
        const group = ${lookFor('group', question)};
        const radio = group && (find('radio', ${JSON.stringify(answer)}, group) ?? find('checkbox', ${JSON.stringify(answer)}, group));
        if (radio) return radio.labels[0] ?? radio;
        const select = ${lookFor('combobox', question)};
        const option = select && [...select.options].find(({ label }) => label.startsWith(${JSON.stringify(answer)}));
        if (!option) return undefined;
        select.value = option.value;
        for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        return select.labels[0] ?? select;`;
      await act(`The answer “${answer}” to “${question}”`, body, (handle) => engine.press(handle));
    },
    async heading(name) {
      await waitFor(`The heading “${name}”`, async () =>
        (await engine.read(script(`return Boolean(${lookFor('heading', name)});`))) === true ? true : undefined,
      );
    },
    async has(role, name) {
      return (await engine.read(script(`return Boolean(${lookFor(role, name)});`))) === true;
    },
    text: (pattern) =>
      waitFor(`Text like ${pattern}`, async () => {
        const text = await engine.read(script('return visibleText();'));
        return String(text).match(pattern) ?? undefined;
      }),
    linkTo: (name) =>
      waitFor(`The link “${name}”`, async () => {
        const href = await engine.read(script(`return ${lookFor('link', name)}?.href ?? '';`));
        return href ? String(href) : undefined;
      }),
    address: async () => String(await engine.read('return location.href;')),
  };
}
