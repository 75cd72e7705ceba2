import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Editor, elsewhere, endpointOf, plainAddress } from '../../test/building.ts';
import { readQrCode } from '../../test/read-qr-code.ts';

let city: TestCity;
beforeEach(async () => {
  city = await freshCity();
});
afterEach(async () => {
  plainAddress();
  await city.close();
});

const onThePage = 'On the page';

describe('the endpoint', () => {
  it('is asked for its services, and looked at, when the editor says so and not before', async () => {
    const editor = await Editor.comes();
    await editor.types(/^Address of the Open311 endpoint/, endpointOf(city));
    expect(editor.text).not.to.contain('The city answers');
    await editor.checks(elsewhere(city.endpoint));
    expect(editor.text).to.match(/The city answers\. It has \d\d services\./);
    expect(editor.text).to.contain('It speaks Open311 GeoReport v2, and this page may read it.');
    expect(editor.text).to.contain('It is not a Citydesk relay.');
    expect(editor.text).to.match(/\d\d things that were looked at/);
    expect(editor.root.querySelector('.said')!.textContent).to.match(/The city answers\. It has \d\d services\./);
  });

  for (const [what, address, sentence] of [
    ['a server that lets no page read', '/no-city-here/', /lets no page of another site read.*Citydesk relay/],
    ['no server', 'http://127.0.0.1:9/', /No server answers at this address/],
  ] as const) {
    it(`is told from ${what}, with what to do`, async () => {
      const editor = await Editor.comes();
      await editor.checks(elsewhere(address).replace(/localhost:9/, '127.0.0.1:9'));
      expect(editor.text).to.match(sentence);
      expect(editor.text).not.to.contain('The city answers');
    });
  }

  it('is told from a page that is no endpoint', async () => {
    const editor = await Editor.comes();
    await editor.checks(new URL('/packages/', location.href).href);
    expect(editor.text).to.match(/not as an Open311 endpoint|lists no services/);
  });

  for (const [words, sentence] of [
    ['', 'Write the whole address, from https:// on.'],
    ['311.example.gov', 'Write the whole address, from https:// on.'],
    ['javascript:alert(1)', 'Write the whole address, from https:// on.'],
    ['http://311.example.gov/open311/v2/', 'Use an address that begins with https://.'],
  ] as const) {
    it(`is not asked where it is ${words || 'empty'}: the field says why, and has the focus`, async () => {
      const editor = await Editor.comes();
      await editor.types(/^Address of the Open311 endpoint/, words);
      await editor.presses('Check');
      await editor.sees(sentence);
      await editor.until('the focus', () => editor.focused?.id === 'endpoint');
      expect(editor.focused!.getAttribute('aria-invalid')).to.equal('true');
    });
  }

  it('is forgotten when another is typed', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.types(/^Address of the Open311 endpoint/, `${endpointOf(city)}x`);
    expect(editor.text).not.to.contain('The city answers');
  });
});

describe('the choices', () => {
  it('become what is copied: from the endpoint to the clipboard', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.types(/^Phone number/, '269-555-0142');
    await editor.chooses('A place to follow a report');
    await editor.chooses('The form begins with', 'Pothole in the street');
    await editor.chooses(/^Practice/);
    await editor.chooses('They are not asked for');
    const text = await editor.piece(onThePage);
    expect(text).to.contain(`data-endpoint="${endpointOf(city)}"`);
    expect(text).to.contain('integrity="sha384-oqVu');
    expect(text).to.contain('data-contact="none"');
    expect(text).to.contain('<citydesk-request-form service-code="pothole">');
    expect(text).to.contain('<citydesk-status-tracker>');
    expect(text).not.to.contain('practice');

    let copied = '';
    const { clipboard } = navigator;
    const spy = { writeText: async (words: string) => void (copied = words) };
    Object.defineProperty(navigator, 'clipboard', { value: spy, configurable: true });
    await editor.presses(`Copy: ${onThePage}`);
    await editor.until('the word', () => editor.root.querySelector('.said')!.textContent?.includes('Copied.'));
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    expect(copied).to.equal(text);
  });

  it('are selected where the page may not copy', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    await editor.presses(`Copy: ${onThePage}`);
    await editor.sees('The text is selected: press Ctrl+C');
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const field = editor.focused as HTMLTextAreaElement;
    expect(field.id).to.equal('piece-page');
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal(field.value);
  });

  it('put chosen services first, by the city file', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.chooses('The ones I choose');
    await editor.chooses('Pothole in the street');
    const file = JSON.parse(await editor.piece(/^City file, saved as/)) as Record<string, unknown>;
    expect(file['popularServices']).to.deep.equal(['pothole']);
    expect(await editor.piece(onThePage)).to.contain('data-config="/citydesk.json"');
    await editor.chooses('As the city lists them');
    expect(await editor.piece(onThePage)).not.to.contain('data-config');
  });

  it('are shown in the policy of the page', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.types(/^Address of a map style/, 'https://tiles.example/style.json');
    await editor.types(/^Links and main button/, '#14574a');
    const policy = await editor.piece('Content-Security-Policy of the page');
    expect(policy).to.contain(`connect-src ${new URL(endpointOf(city)).origin} https://tiles.example;`);
    expect(policy).to.match(/style-src 'sha256-[\w+/]+=';/);
    expect(policy).to.contain('trusted-types citydesk citydesk-map;');
  });
});

describe('colours that cannot be read', () => {
  it('are refused with the reason, and nothing can be copied until they are mended', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.types('Links and main button', '#9ab');
    await editor.sees('Links and main button on ground has a contrast of 2.3 to 1.');
    expect(editor.all('field').map(({ id }) => id)).not.to.contain('piece-page');
    await editor.sees('There is nothing to copy yet.');
    await editor.presses('Show what to fix');
    await editor.until('the summary', () => editor.focused?.id === 'problems');
    await editor.follows(/^Links and main button on ground has a contrast/);
    expect(editor.focused!.id).to.equal('accent');
    await editor.types('Links and main button', '#14574a');
    expect(await editor.piece(onThePage)).to.contain('--citydesk-accent: #14574a;');
  });

  it('are no colours at all: the field says so once it is left', async () => {
    const editor = await Editor.comes();
    await editor.types('Ground', 'red;}*{x');
    expect(editor.text).not.to.contain('Write a color like');
    (await editor.field('Ground')).dispatchEvent(new Event('change', { bubbles: true }));
    await editor.sees('Write a color like #0f4f78.');
  });
});

describe('a link to the choices', () => {
  const shared = async (editor: Editor) => new URL(await editor.piece('Link to these choices')).hash;

  it('brings them back, and asks the endpoint only when the editor presses Check', async () => {
    const one = await Editor.comes();
    await one.checks(endpointOf(city));
    await one.types(/^Phone number/, '269-555-0142');
    await one.types('Links and main button', '#14574a');
    expect(location.hash).to.equal(await shared(one));
    one.widget.remove();

    const asked = await Editor.comes();
    expect(asked.filledIn['Phone number for help']).to.equal('269-555-0142');
    await asked.sees('These choices come from a link. Look at the endpoint, then press Check.');
    expect(asked.text).not.to.contain('The city answers');
    expect(asked.all('field').map(({ id }) => id)).not.to.contain('piece-page');
    await asked.presses('Check');
    await asked.sees(/The city answers/);
    expect(await asked.piece(onThePage)).to.contain('--citydesk-accent: #14574a;');
  });

  it('may be opened while the builder is on the page, and brings no HTML', async () => {
    const editor = await Editor.comes();
    location.hash = `#builder=cityName=${encodeURIComponent('<img src=x onerror=alert(1)>')}&endpoint=javascript:1`;
    await editor.until('the name', () => editor.filledIn['Name of the city']);
    expect(editor.filledIn['Name of the city']).to.equal('<img src=x onerror=alert(1)>');
    expect(editor.filledIn['Address of the Open311 endpoint']).to.equal(undefined);
    expect(editor.root.querySelector('img')).to.equal(null);
  });
});

describe('a link and a poster for a service', () => {
  it('lead to the form on the page that the editor names', async () => {
    const editor = await Editor.comes();
    await editor.checks(endpointOf(city));
    await editor.types(/^Address of the page with the form/, 'https://www.example.gov/report/#top');
    await editor.chooses('Service', 'Pothole in the street');
    expect(await editor.piece(/^Link to “Pothole/)).to.equal(
      'https://www.example.gov/report/#citydesk:service=pothole',
    );
    await editor.types(/^Phone number/, '269-555-0142');
    await editor.presses('Make a poster');
    const page = await editor.until('the poster', () => {
      const frame = editor.root.querySelector<HTMLIFrameElement>('iframe.poster');
      return frame?.contentDocument?.querySelector('main') ?? undefined;
    });
    expect(page.querySelector('h1')!.textContent).to.equal('Pothole in the street');
    const code = page.querySelector('svg')!;
    expect(code.getAttribute('role')).to.equal('img');
    expect(await readQrCode(code)).to.equal('https://www.example.gov/report/#citydesk:service=pothole&channel=qr');
    expect(page.textContent).to.contain('www.example.gov/report and choose “Pothole in the street”.');
    expect(page.textContent).to.contain('Or call 269-555-0142.');
  });
});

describe('a builder that does not know its files', () => {
  it('says what to set', async () => {
    const { error } = console;
    console.error = () => {};
    const editor = await Editor.comes({ files: '/nowhere/' });
    await editor.types(/^Address of the Open311 endpoint/, endpointOf(city));
    await editor.sees(/The list of built files was not found at http.*\/nowhere\//);
    console.error = error;
  });
});
