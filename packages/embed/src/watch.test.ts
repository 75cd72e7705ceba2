import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { watch } from './watch.ts';

let count = 0;
/** A fresh element name, for an element can be defined only once on a page. */
const freshName = (): string => `watched-widget-${(count += 1)}`;
const define = (name: string): void => customElements.define(name, class extends HTMLElement {});

/** What the console was told while `act` ran. */
async function complaints(act: () => Promise<unknown>): Promise<readonly string[]> {
  const said: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return said;
}

describe('The watch for elements', () => {
  it('fetches the code of an element that stands on the page, and no other', async () => {
    const [here, absent] = [freshName(), freshName()];
    const fetched: string[] = [];
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(document.createElement(here));
    watch({ [here]: async () => fetched.push(here), [absent]: async () => fetched.push(absent) }, 'citydesk.js');
    await aTimeout(60);
    expect(fetched).to.deep.equal([here]);
  });

  it('fetches the code of an element that is added later, once', async () => {
    const name = freshName();
    let fetches = 0;
    watch({ [name]: async () => (fetches += 1) }, 'citydesk.js');
    const place = await fixture<HTMLElement>(html`<div></div>`);
    expect(fetches).to.equal(0);
    place.innerHTML = `<section><${name}></${name}></section><${name}></${name}>`;
    await aTimeout(60);
    place.append(document.createElement(name));
    await aTimeout(60);
    expect(fetches).to.equal(1);
  });

  it('waits with an element far below until it comes near the view', async () => {
    const name = freshName();
    let fetches = 0;
    const place = await fixture<HTMLElement>(html`<div><div style="block-size: 5000px"></div></div>`);
    place.append(document.createElement(name));
    watch({ [name]: async () => (fetches += 1) }, 'citydesk.js');
    await aTimeout(100);
    expect(fetches).to.equal(0);
    place.lastElementChild!.scrollIntoView();
    await waitUntil(() => fetches === 1);
  });

  it('does not wait where the page’s link leads into a widget', async () => {
    const name = freshName();
    let fetches = 0;
    const place = await fixture<HTMLElement>(html`<div><div style="block-size: 5000px"></div></div>`);
    place.append(document.createElement(name));
    watch({ [name]: async () => (fetches += 1) }, 'citydesk.js');
    location.hash = '#citydesk:request=26-1';
    await waitUntil(() => fetches === 1);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('leaves what is inside a launcher until that stands, and has it stand at once', async () => {
    const name = freshName();
    const fetched: string[] = [];
    const place = await fixture<HTMLElement>(html`<div><div style="block-size: 5000px"></div></div>`);
    place.innerHTML += `<citydesk-launcher><${name}></${name}></citydesk-launcher>`;
    const launcher = async (): Promise<void> => {
      fetched.push('launcher');
      await aTimeout(60);
      // Its dialog is closed.
      customElements.define(
        'citydesk-launcher',
        class extends HTMLElement {
          connectedCallback() {
            this.hidden = true;
          }
        },
      );
    };
    watch({ [name]: async () => fetched.push(name), 'citydesk-launcher': launcher }, 'citydesk.js');
    await customElements.whenDefined('citydesk-launcher');
    await aTimeout(60);
    expect(fetched).to.deep.equal(['launcher']);
    place.querySelector<HTMLElement>('citydesk-launcher')!.hidden = false;
    place.lastElementChild!.scrollIntoView();
    await waitUntil(() => fetched.includes(name));
  });

  it('leaves an element alone that the page has defined itself', async () => {
    const name = freshName();
    define(name);
    let fetches = 0;
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(document.createElement(name));
    watch({ [name]: async () => (fetches += 1) }, 'citydesk.js');
    await aTimeout(60);
    expect(fetches).to.equal(0);
  });

  it('tries once more when a fetch fails, and is silent when that works', async () => {
    const name = freshName();
    let fetches = 0;
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(document.createElement(name));
    const said = await complaints(async () => {
      const flaky = async (): Promise<void> => {
        fetches += 1;
        if (fetches === 1) throw new TypeError('Failed to fetch');
        define(name);
      };
      watch({ [name]: flaky }, 'citydesk.js');
      await customElements.whenDefined(name);
    });
    expect(fetches).to.equal(2);
    expect(said).to.deep.equal([]);
  });

  it('leaves the words inside the element and says the one thing to change when the second try fails too', async () => {
    const name = freshName();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = `<${name}><p>Call 269-555-0142</p></${name}>`;
    let fetches = 0;
    const said = await complaints(async () => {
      const broken = async (): Promise<void> => {
        fetches += 1;
        throw new TypeError('Failed to fetch');
      };
      watch({ [name]: broken }, 'https://city.example/citydesk.js');
      await aTimeout(1300);
    });
    expect(fetches).to.equal(2);
    expect(place.innerText).to.equal('Call 269-555-0142');
    expect(said).to.have.length(1);
    expect(said[0]).to.contain(
      `<${name}> did not load. Put the folder "citydesk" of the same version beside https://city.example/citydesk.js`,
    );
  });

  it('puts the way to a person into an element that is empty, when its code does not come', async () => {
    const name = freshName();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = `<${name} phone="269-555-0142"></${name}>`;
    await complaints(async () => {
      const broken = () => Promise.reject(new TypeError('Failed to fetch'));
      watch({ [name]: broken }, 'https://311.example.gov/citydesk/0.1.0/citydesk.js');
      await waitUntil(() => place.innerText !== '', 'words', { timeout: 3000 });
    });
    expect(place.innerText).to.equal('This did not load. Call 269-555-0142');
    expect(place.querySelector('a')?.href).to.equal('tel:2695550142');
  });
});
