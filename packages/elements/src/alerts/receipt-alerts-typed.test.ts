import { expect } from '@open-wc/testing';
import { refusing, unreached } from '../../test/alerts-door.ts';
import { alertsOnReceipt, files, offer, opened, region, send, sent } from '../../test/alerts-on-receipt.ts';

describe('messages about a report that was just sent, by what is typed and what is answered,', () => {
  const { door } = alertsOnReceipt();

  it('keep what is typed while another address is on its way', async () => {
    const resident = await opened();
    await resident.types('Email', 'ada@example.com');
    let arrive!: () => void;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    door().answers = [() => arrival.then(() => Response.json([{ status: 'confirm' }], { status: 202 }))];
    await resident.presses(send);
    await resident.types('Email', 'ada@example.org');
    arrive();
    await resident.sees(sent);
    expect((await resident.field('Email')).value).to.equal('ada@example.org');
    expect(await resident.isAt('field', 'Email')).to.equal(true);
  });

  it('say at the field what to fix, and go there', async () => {
    const resident = await opened();
    for (const typed of ['', 'ada', 'ada@example']) {
      await resident.types('Email', typed);
      (await resident.button(send)).focus();
      await resident.presses(send);
      await resident.sees('Write an email address, like name@example.com.');
      await resident.until('the focus', () => resident.focused?.localName === 'input');
      const field = await resident.field('Email');
      expect([field.value, field.ariaInvalid]).to.deep.equal([typed, 'true']);
      const described = field.getAttribute('aria-describedby')!.split(' ');
      const last = resident.root.getElementById(described.at(-1)!)!;
      expect(last.textContent).to.include('Write an email address');
    }
    expect(door().came).to.deep.equal([]);
    await resident.types('Email', 'ada@example.com');
    expect((await resident.field('Email')).ariaInvalid).to.equal(null);
  });

  it('say the same where the city finds it, and its own words about anything else', async () => {
    const resident = await opened();
    await resident.types('Email', 'ada@example.com');
    door().answers = [refusing(400, 'Nope. (email)'), refusing(400, 'This report is too old.')];
    await resident.presses(send);
    await resident.sees('Write an email address, like name@example.com.');
    await resident.presses(send);
    await resident.sees('Change this. The city says: “This report is too old.”');
    expect((await resident.field('Email')).value).to.equal('ada@example.com');
  });

  it('keep what was typed where nothing arrives, and are asked for again', async () => {
    const resident = await opened();
    await resident.types('Email', 'ada@example.com');
    const failed = 'This did not reach the city. What you typed is still here. Try again.';
    const page = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
    for (const answer of [unreached, refusing(500), refusing(503), page, () => Response.json([])]) {
      door().answers = [answer];
      await resident.presses(send);
      await resident.sees(failed);
      expect((await resident.field('Email')).value).to.equal('ada@example.com');
      await resident.types('Email', 'ada@example.com');
      expect(resident.text).not.to.include(failed);
    }
    door().answers = [refusing(429)];
    await resident.presses(send);
    await resident.sees('Try again in an hour.');
    await resident.presses(send);
    await resident.sees(sent);
  });

  it('go, with a sentence in their place, where nobody sends any', async () => {
    door().offers = refusing(404);
    const resident = await files();
    (await resident.button(offer)).focus();
    await resident.presses(offer);
    await resident.sees('There are no messages about this report. You can still follow it.');
    expect(resident.names('button')).not.to.include(offer);
    expect(resident.focused === region(resident)).to.equal(true);
  });

  it('are asked for again where the city does not know its new report yet', async () => {
    const resident = await opened();
    await resident.types('Email', 'ada@example.com');
    door().answers = [refusing(404, 'service_request_id was not found. (service_request_id)')];
    await resident.presses(send);
    await resident.sees('The city does not show this report yet. What you typed is still here.');
    await resident.presses(send);
    await resident.sees(sent);
  });

  it('can come by email where nobody says how they can', async () => {
    for (const offers of [unreached, refusing(500), () => new Response('<p>')]) {
      door().offers = offers;
      const resident = await opened();
      await resident.types('Email', 'ada@example.com');
      await resident.presses(send);
      await resident.sees(sent);
    }
  });

  it('come as text messages where the city sends them', async () => {
    door().offers = () => Response.json({ email: true, phone: true });
    const resident = await opened();
    await resident.presses('Get a text message instead');
    const field = await resident.field('Mobile phone');
    await resident.until('the focus', () => resident.focused?.localName === 'input');
    expect([field.type, field.inputMode, field.autocomplete]).to.deep.equal(['tel', 'tel', 'tel']);
    await resident.types('Mobile phone', '555-0142');
    await resident.presses(send);
    await resident.sees('Write a mobile number with + and the country code');
    await resident.types('Mobile phone', '(269) 555-0142');
    await resident.presses(send);
    await resident.sees('Check your text messages: we sent a link to +12695550142. It works for 3 days.');
    expect(door().came[0]!.fields['phone']).to.equal('+12695550142');
    expect(door().came[0]!.fields['email']).to.equal(undefined);
    expect(resident.names('button')).not.to.include('Get an email instead');
  });

  it('come as text messages alone where the city sends no mail', async () => {
    door().offers = () => Response.json({ email: false, phone: true });
    const resident = await opened();
    await resident.field('Mobile phone');
    expect(resident.names('button')).not.to.include('Get an email instead');
  });
});
