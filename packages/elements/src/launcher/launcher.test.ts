import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { Resident } from '../../test/resident.ts';
import { placed, type Page } from '../../test/visitor.ts';
import type { CitydeskLauncher } from './launcher.ts';
import '../city/define.ts';
import './define.ts';

describe('the launcher', () => {
  let city: TestCity;

  before(async () => {
    city = await freshCity();
    await resetMouse();
  });
  after(() => city.close());
  afterEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ media: 'screen', forcedColors: 'none' });
  });

  const opens = async (attributes: Readonly<Record<string, string>> = {}, page: Page = {}) => {
    const inside = `<citydesk-request-form endpoint="${city.endpoint}"><p>Call 311.</p></citydesk-request-form>`;
    const launcher = await placed('citydesk-launcher', attributes, { inside, ...page });
    const resident = new Resident(launcher.querySelector('citydesk-request-form')!);
    return { launcher, resident, ...partsOf(launcher) };
  };
  const partsOf = ({ shadowRoot }: CitydeskLauncher) => {
    const [button, close] = shadowRoot!.querySelectorAll('button');
    return { button: button!, close: close!, dialog: shadowRoot!.querySelector('dialog')!, root: shadowRoot! };
  };

  it('is a button that opens a dialog with the widget, and both have a name', async () => {
    const { launcher, button, dialog, close, root, resident } = await opens();
    expect(button.textContent!.trim()).to.equal('Report a problem');
    expect(button.getAttribute('aria-haspopup')).to.equal('dialog');
    expect([dialog.open, resident.form.checkVisibility()]).to.deep.equal([false, false]);
    button.click();
    await launcher.updateComplete;
    expect([dialog.matches(':modal'), launcher.open, launcher.hasAttribute('open')]).to.deep.equal([true, true, true]);
    expect(root.getElementById(dialog.getAttribute('aria-labelledby')!)!.textContent).to.equal('Report a problem');
    expect(close.textContent!.trim()).to.equal('Close');
    await resident.sees('Some things you can report');
    expect((await axeSays(launcher)).violations).to.deep.equal([]);
  });

  it('says what the page gives it to say', async () => {
    const { button, root } = await opens({ label: 'Informar de un problema' });
    expect(button.textContent!.trim()).to.equal('Informar de un problema');
    expect(root.getElementById('name')!.textContent).to.equal('Informar de un problema');
  });

  it('is closed by Escape and by its button: the focus goes back, and what was typed is still there', async () => {
    const { launcher, button, dialog, close, root, resident } = await opens();
    for (const shut of [() => sendKeys({ press: 'Escape' }), async () => close.click()]) {
      button.focus();
      await sendKeys({ press: 'Enter' });
      await launcher.updateComplete;
      expect(dialog.open).to.equal(true);
      if (!resident.form.draft.words) await resident.types('Say it in your own words', 'pot hole');
      await shut();
      await resident.until('the closed dialog', () => !dialog.open && !launcher.open);
      expect(root.activeElement === button, 'the focus').to.equal(true);
    }
    button.click();
    await launcher.updateComplete;
    expect((await resident.field('Say it in your own words')).value).to.equal('pot hole');
  });

  it('keeps the keyboard inside while it is open', async () => {
    const { launcher, button, resident } = await opens();
    const outside = document.createElement('button');
    document.body.append(outside);
    button.click();
    await launcher.updateComplete;
    await resident.sees('Some things you can report');
    for (let turn = 0; turn < 40; turn++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement === outside).to.equal(false);
    }
    outside.remove();
  });

  it('is opened by a link into the widget, on arrival and later, and by no other link', async () => {
    location.hash = '#citydesk:service=graffiti';
    const { launcher, dialog, resident, close } = await opens();
    await launcher.updateComplete;
    expect(dialog.open).to.equal(true);
    await resident.arrivesAt('Show us where it is');
    close.click();
    await resident.until('the closed dialog', () => !dialog.open);
    for (const [hash, isOpen] of [
      ['#contact', false],
      ['#citydesk:request=1', false],
      ['#citydesk:service=pothole', true],
    ] as const) {
      const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = hash;
      await followed;
      await launcher.updateComplete;
      expect(dialog.open, hash).to.equal(isOpen);
    }
  });

  it('leaves a link to the form that stands in the page itself', async () => {
    await placed('citydesk-request-form', { endpoint: city.endpoint });
    location.hash = '#citydesk:service=graffiti';
    const { launcher, dialog } = await opens();
    await launcher.updateComplete;
    expect(dialog.open).to.equal(false);
  });

  it('stands in the corner at the end of the line, large enough, above the page', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { button } = await opens({}, { dir });
      const { left, right, bottom, width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
      const room = dir === 'ltr' ? document.documentElement.clientWidth - right : left;
      expect([room <= 24, innerHeight - bottom <= 24]).to.deep.equal([true, true]);
      button.getRootNode();
      button.closest('div')?.remove();
    }
  });

  it('fills the whole screen at 320 pixels, and nothing has to be scrolled sideways', async () => {
    await setViewport({ width: 320, height: 480 });
    const { launcher, button, dialog, resident } = await opens({
      label: 'Report a problem to the City of Three Rivers',
    });
    button.click();
    await launcher.updateComplete;
    await resident.sees('Some things you can report');
    const { width, height } = dialog.getBoundingClientRect();
    expect([width, height]).to.deep.equal([document.documentElement.clientWidth, 480]);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    expect(resident.sticksOut).to.deep.equal([]);
  });

  it('is not on paper; what stands in the open dialog is', async () => {
    const { launcher, button, close, resident } = await opens();
    await emulateMedia({ media: 'print' });
    expect(button.checkVisibility()).to.equal(false);
    await emulateMedia({ media: 'screen' });
    button.click();
    await launcher.updateComplete;
    await emulateMedia({ media: 'print' });
    expect([close.checkVisibility(), resident.form.checkVisibility()]).to.deep.equal([false, true]);
  });

  it('can be seen in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { button } = await opens();
    const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
    expect(borderTopWidth).to.equal('2px');
    expect(borderTopColor).not.to.equal(backgroundColor);
  });

  it('taken out of the page while it is open is closed when it comes back, with what was typed', async () => {
    const { launcher, button, dialog, resident } = await opens();
    button.click();
    await launcher.updateComplete;
    await resident.types('Say it in your own words', 'pot hole');
    const place = launcher.parentElement!;
    launcher.remove();
    place.append(launcher);
    await launcher.updateComplete;
    expect([launcher.open, dialog.open]).to.deep.equal([false, false]);
    button.click();
    await launcher.updateComplete;
    expect(dialog.matches(':modal')).to.equal(true);
    expect((await resident.field('Say it in your own words')).value).to.equal('pot hole');
  });

  it('with `practice` has a widget that practises', async () => {
    const { button, resident } = await opens({ practice: '' });
    button.click();
    await resident.sees('Practice. Nothing is sent.');
  });
});

describe('the city around widgets', () => {
  it('takes no room of its own and settles what they do not', async () => {
    const inside = '<p>Ours</p><citydesk-request-form></citydesk-request-form>';
    const around = await placed('citydesk-city', { phone: '269-555-0142', practice: '' }, { inside });
    expect(getComputedStyle(around).display).to.equal('contents');
    expect(around.querySelector('p')!.checkVisibility()).to.equal(true);
    const resident = new Resident(around.querySelector('citydesk-request-form')!);
    await resident.sees('Call 269-555-0142.');
    await resident.sees('Practice. Nothing is sent.');
  });
});
