import { aTimeout, expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { refusing } from '../../test/alerts-door.ts';
import { alertsOnReceipt, files, offer, opened, region, send, sent } from '../../test/alerts-on-receipt.ts';
import { axeSays } from '../../test/axe.ts';
import { anythingKept } from '../../test/own-device.ts';

describe('messages about a report that was just sent', () => {
  const { door, number, isLike } = alertsOnReceipt();
  afterEach(() => emulateMedia({ forcedColors: 'none' }));

  // First in this file: what is loaded once is not loaded again.
  it('are not offered where the city file does not say so, and not one file of theirs is fetched', async () => {
    const resident = await files({ city: { alerts: undefined } });
    await resident.button('Yes');
    await aTimeout(200);
    expect(resident.names('button')).not.to.include(offer);
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.some((name) => name.includes('/src/feedback/feedback.ts'))).to.equal(true);
    expect(fetched.filter((name) => /\/alerts\/(?!.*\.test)|alerts\.(en\.)?json/.test(name))).to.deep.equal([]);
    expect(door().looks).to.equal(0);
  });

  it('are offered behind a fold, which asks nobody before it is opened', async () => {
    const resident = await files();
    await resident.button(offer);
    expect(resident.names('field')).not.to.include('Email');
    expect(door().looks).to.equal(0);
    await resident.presses(offer);
    await resident.field('Email');
    await resident.until('the question', () => door().looks === 1);
    for (let press = 0; press < 2; press++) {
      await resident.presses(offer);
      await aTimeout(50);
    }
    expect(door().looks).to.equal(1);
  });

  it('ask for an address with what will be done with it beside the field', async () => {
    const resident = await opened();
    const field = await resident.field('Email');
    expect([field.type, field.inputMode, field.autocomplete, field.dir]).to.deep.equal([
      'email',
      'email',
      'email',
      'ltr',
    ]);
    const hint = resident.root.getElementById(field.getAttribute('aria-describedby')!)!.textContent!;
    for (const promise of [/Only about this report/, /confirm by a link/, /One press stops/, /30 days after/])
      expect(hint).to.match(promise);
  });

  it('are asked for once, by a plain form that tells of nobody and of no page', async () => {
    const resident = await opened();
    await resident.types('Email', ' ada@example.com ');
    let arrive!: () => void;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    door().answers = [() => arrival.then(() => Response.json([{ status: 'confirm' }], { status: 202 }))];
    const button = await resident.button(send);
    for (let press = 0; press < 5; press++) button.click();
    await resident.sees('Sending.');
    arrive();
    await resident.sees(sent);
    expect(door().came.length).to.equal(1);
    const { fields, init } = door().came[0]!;
    expect(fields).to.deep.equal({
      service_request_id: await number(),
      email: 'ada@example.com',
      locale: 'en-US',
    });
    expect([init.method, init.credentials, init.referrerPolicy, init.headers]).to.deep.equal([
      'POST',
      'omit',
      'no-referrer',
      undefined,
    ]);
    expect(init.body).to.be.instanceOf(URLSearchParams);
  });

  it('say what came of it once, and leave the focus on their name', async () => {
    const resident = await opened();
    const status = region(resident);
    await resident.types('Email', 'ada@example.com');
    (await resident.button(send)).focus();
    await resident.presses(send);
    await resident.sees(sent);
    expect(region(resident) === status, 'the same region').to.equal(true);
    expect(await resident.isAt('button', offer)).to.equal(true);
    expect(resident.names('field')).not.to.include('Email');
    await resident.presses(offer);
    expect((await resident.field('Email')).value, 'nothing of it stays').to.equal('');
  });

  it('begin with the email that was given with the report, and only with this one', async () => {
    const resident = await opened({ email: 'ada@example.com' });
    expect((await resident.field('Email')).value).to.equal('ada@example.com');
    await resident.presses(send);
    await resident.sees(sent);
    const next = await opened();
    expect((await next.field('Email')).value).to.equal('');
  });

  it('leave nothing on the device, and tell the page nothing', async () => {
    const told: string[] = [];
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (this: EventTarget, event) {
      if (event.type.startsWith('citydesk-')) told.push(event.type + JSON.stringify(event));
      return dispatchEvent.call(this, event);
    };
    const resident = await opened();
    const before = told.length;
    await resident.types('Email', 'ada@example.com');
    await resident.presses(send);
    await resident.sees(sent);
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    expect(told.length).to.equal(before);
    expect(await anythingKept()).to.equal(false);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });

  it('can be asked for before the report has a number', async () => {
    const resident = await opened({ service: /^Noise/ });
    await resident.types('Email', 'ada@example.com');
    await resident.presses(send);
    await resident.sees(sent);
    const { token, service_request_id: id } = door().came[0]!.fields;
    expect([typeof token, id]).to.deep.equal(['string', undefined]);
  });

  it('bring along what opens the report of a private service', async () => {
    await isLike({ canned: { 'POST requests.json': [{ service_request_id: '26-1', lookup_code: 'ABCD-EFGH' }] } });
    const resident = await opened();
    await resident.types('Email', 'ada@example.com');
    await resident.presses(send);
    await resident.sees(sent);
    expect(door().came[0]!.fields['code']).to.equal('ABCD-EFGH');
  });

  it('are only practised where nothing is sent', async () => {
    const resident = await opened({ attributes: { practice: '' } });
    await resident.types('Email', 'ada@example.com');
    await resident.presses(send);
    await resident.sees('This is practice. Nothing was sent to ada@example.com.');
    expect([door().came.length, door().looks]).to.deep.equal([0, 0]);
  });

  it('are offered in the language that is spoken, which goes along', async () => {
    for (const [locale, name, button] of [
      ['es', 'Reciba un mensaje cuando algo cambie', 'Envíenme un enlace para confirmar'],
      ['ar', 'تلقَّ رسالة عند حدوث تغيير', 'أرسلوا إليّ رابط التأكيد'],
    ] as const) {
      const resident = await files();
      await resident.button(offer);
      resident.form.locale = locale;
      await resident.presses(name);
      const field = resident.root.querySelector<HTMLInputElement>('.alerts input')!;
      field.value = 'ada@example.com';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await resident.presses(button);
      await resident.until('the answer', () => region(resident).textContent!.includes('ada@example.com'));
      expect(door().came.at(-1)!.fields['locale']).to.equal(locale);
      expect(getComputedStyle(region(resident)).direction).to.equal(locale === 'ar' ? 'rtl' : 'ltr');
      expect(resident.sticksOut).to.deep.equal([]);
    }
  });

  it('move nothing when they come', async () => {
    const { requestIdleCallback } = globalThis;
    for (const width of [320, 800]) {
      // Idle when the test says so.
      const waiting: IdleRequestCallback[] = [];
      globalThis.requestIdleCallback = (run) => waiting.push(run);
      const resident = await files({ width });
      globalThis.requestIdleCallback = requestIdleCallback;
      const places = () =>
        ['.actions', '.easy', '.aside'].map((part) =>
          Math.round(resident.root.querySelector(part)!.getBoundingClientRect().top),
        );
      const before = places();
      for (const run of waiting) run({ didTimeout: false, timeRemaining: () => 50 });
      await resident.button(offer);
      expect(places(), `${width} px`).to.deep.equal(before);
    }
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`have nothing wrong by axe in any state at 320 px, ${scheme}`, async () => {
      door().offers = () => Response.json({ email: true, phone: true });
      const resident = await opened({ width: 320, scheme });
      await resident.button('Get a text message instead');
      const clean = async () => {
        expect((await axeSays(resident.form)).violations).to.deep.equal([]);
        expect(resident.sticksOut).to.deep.equal([]);
        for (const control of resident.root.querySelectorAll('.alerts :is(summary, button, input)'))
          if (control.checkVisibility()) expect(control.getBoundingClientRect().height).to.be.at.least(44);
      };
      await clean();
      await resident.presses(send);
      await resident.sees('Write an email address');
      await clean();
      door().answers = [refusing(500)];
      await resident.types('Email', 'ada@example.com');
      await resident.presses(send);
      await resident.sees('Try again.');
      await clean();
      await resident.presses(send);
      await resident.sees(sent);
      await emulateMedia({ forcedColors: 'active' });
      await clean();
      const fold = resident.root.querySelector('.alerts details')!;
      expect(getComputedStyle(fold).borderTopWidth).to.equal('2px');
    });
  }
});
