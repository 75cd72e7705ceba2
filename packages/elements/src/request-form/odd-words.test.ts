import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type SeedService, type TestCity } from '@citydesk/sandbox/testing';
import { nameOf } from '../../test/reading.ts';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';
import { values } from '../../test/seeds.ts';

let city: TestCity;
afterEach(() => city.close());

describe('a city with 500 services', () => {
  const services: readonly SeedService[] = Array.from({ length: 500 }, (_, at) => ({
    service_code: String(at).padStart(4, '0'),
    service_name: `Service ${at} for ${['trees', 'streets', 'water', 'parks'][at % 4]}`,
    group: `Group ${at % 20}`,
  }));

  beforeEach(async () => {
    city = await freshCity({ seed: { services } });
  });

  it('has every one of them in its groups', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Group 0 (25)');
    const names = [...resident.root.querySelectorAll('.groups button.pick strong')].map(nameOf);
    expect(new Set(names)).to.deep.equal(new Set(services.map(({ service_name }) => service_name)));
    expect(names.length).to.equal(500);
  });

  it('finds each by its words, quickly', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Group 0 (25)');
    for (const at of [0, 1, 250, 499]) {
      const begun = performance.now();
      await resident.types('Say it in your own words', `service ${at}`);
      await resident.sees(`Service ${at} for`);
      expect(performance.now() - begun).to.be.lessThan(1000);
      const first = nameOf(resident.root.querySelector('.first button strong')!);
      expect(first).to.equal(services[at]!.service_name);
    }
    await resident.presses(/^Service 499/);
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect((await city.rows())[0]).to.include({ serviceCode: '0499', address: '318 Hoffman St' });
  });
});

describe('a name of 300 characters', () => {
  const words = 'A very long name of a service that a city wrote for itself ';
  const long = words.repeat(6).slice(0, 300).trim();
  const unbroken = 'Strassenbeleuchtungsreparatur'.repeat(11).slice(0, 300);

  for (const [name, width] of [
    ['of words on a telephone', 320],
    ['of words on a desk', 1280],
  ] as const) {
    it(`${name} is read in full on every screen, and nothing sticks out`, async () => {
      const seed: Seed = {
        services: [long, unbroken].map((service_name, at) => ({ service_code: String(at), service_name })),
      };
      city = await freshCity({ seed });
      const resident = await Resident.opens({ endpoint: city.endpoint }, { width });
      await resident.sees(long);
      const fits = () => {
        const right = resident.form.getBoundingClientRect().right + 1;
        const wide = [...resident.root.querySelectorAll('*')].filter(
          (one) => one.checkVisibility() && one.getBoundingClientRect().right > right && !one.closest('.hidden'),
        );
        expect(
          wide.map((one) => one.outerHTML.slice(0, 80)),
          resident.heading,
        ).to.deep.equal([]);
      };
      fits();
      for (const service of [unbroken, long]) {
        await resident.presses(service);
        await resident.arrivesAt('Show us where it is');
        await resident.sees(service);
        fits();
        await resident.types('Address or place', unbroken);
        await resident.presses('Continue');
        await resident.arrivesAt('Check and send');
        await resident.sees(service);
        fits();
        await resident.presses('Send report');
        await resident.getsReceipt();
        fits();
        const [row] = await city.rows();
        expect([row!.serviceName, row!.address]).to.deep.equal([service, unbroken]);
        await resident.presses(/^Another problem at this place/);
        await resident.arrivesAt('What is the problem?');
      }
    });
  }
});

describe('words from right to left', () => {
  const seed: Seed = {
    services: [
      {
        service_code: 'hebrew',
        service_name: 'בור בכביש (דחוף).',
        description: 'חור בכביש.',
        attributes: [
          { code: 'size', description: 'מה גודל הבור?', datatype_description: 'בערך.', required: true },
          { code: 'where', description: 'איפה?', datatype: 'singlevaluelist', values: values('ימין!', 'שמאל!') },
          { code: 'note', description: 'זהירות!', variable: false },
        ],
        notice: 'נבדוק את זה.',
      },
    ],
  };

  /** The direction in which the block with these words is set, where it stands by itself. */
  const directionOf = (resident: Resident, words: string) => {
    const texts = document.createTreeWalker(resident.root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement!;
      if (texts.currentNode.nodeValue!.includes(words) && holder.checkVisibility()) return directionAt(holder);
    }
    throw new Error(`No ${words} on the screen`);
  };
  const directionAt = (element: Element): string => getComputedStyle(element).direction;

  it('are set in their own direction in a page from left to right, and kept as typed', async () => {
    city = await freshCity({ seed });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('בור בכביש (דחוף).');
    expect(directionOf(resident, 'בור בכביש')).to.equal('rtl');
    await resident.types('Say it in your own words', 'בור');
    await resident.presses(/^בור/);
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', 'רחוב הרצל 12, ירושלים');
    expect(directionAt(await resident.field('Address or place'))).to.equal('rtl');
    await resident.types('Tell us more (optional)', 'עמוק!');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    for (const words of ['מה גודל הבור?', 'בערך.', 'איפה?', 'ימין!', 'זהירות!']) {
      await resident.sees(words);
      expect(directionOf(resident, words), words).to.equal('rtl');
    }
    await resident.presses('Continue');
    await resident.sees('Answer this: מה גודל הבור?');
    expect(directionOf(resident, 'There is 1 thing')).to.equal('ltr');
    await resident.types('מה גודל הבור?', 'גדול.');
    await resident.chooses('ימין!');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    for (const words of ['רחוב הרצל', 'גדול.', 'עמוק!', 'מה גודל']) {
      expect(directionOf(resident, words), words).to.equal('rtl');
    }
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(directionOf(resident, 'נבדוק')).to.equal('rtl');
    const [row] = await city.rows();
    expect(ownWords(row!.description)).to.equal('עמוק!');
    expect(row).to.deep.include({
      address: 'רחוב הרצל 12, ירושלים',
      attributes: { size: 'גדול.', where: 'ימין!' },
    });
  });
});

describe('markup in every text of the city', () => {
  const page = globalThis as { spoiled?: boolean };
  const attack = '<img src=x onerror="globalThis.spoiled = true"><script>globalThis.spoiled = true</script>';

  beforeEach(() => void delete page.spoiled);

  it('would run if it were put in as markup', async () => {
    city = await freshCity();
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = attack;
    for (let i = 0; i < 200 && !page.spoiled; i++) await aTimeout(10);
    place.remove();
    expect(page.spoiled).to.equal(true);
  });

  it('is read as text on every screen, runs nothing, and loses nothing', async () => {
    city = await freshCity();
    await city.fail({ route: '*', kind: 'script-strings' });
    const resident = await Resident.opens({ endpoint: city.endpoint, phone: attack });
    const calm = async () => {
      await aTimeout(50);
      expect([...resident.root.querySelectorAll('script, img')], resident.heading).to.deep.equal([]);
      expect(page.spoiled, resident.heading).to.equal(undefined);
    };
    await resident.types('Say it in your own words', `${attack} pot hole`);
    await resident.sees('<script>globalThis.spoiled = true</script>');
    await calm();
    await resident.presses(/Pothole in the street/);
    await resident.saysWhere(attack, attack);
    await resident.arrivesAt('A few questions');
    await resident.sees('<script>globalThis.spoiled = true</script>');
    await calm();
    await resident.presses('Continue');
    await resident.sees('There are 2 things to fix');
    await calm();
    await resident.chooses(/Bigger than a car tire/);
    await resident.chooses(/At the curb/);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await calm();
    await city.fail(
      { route: 'post', kind: 'attribute-400', attribute: attack },
      { route: '*', kind: 'script-strings' },
    );
    await resident.presses('Send report');
    await resident.sees('The city did not take the report yet');
    await calm();
    await city.fail({ route: '*', kind: 'script-strings' });
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.sees('<script>');
    await calm();
    const [row] = await city.rows();
    expect([row!.address, ownWords(row!.description)]).to.deep.equal([attack, attack]);
    await resident.presses(/^Another one of this kind/);
    await calm();
  });

  it('in the link into the form is only text', async () => {
    city = await freshCity();
    history.replaceState(null, '', `#citydesk:service=graffiti&address=${encodeURIComponent(attack)}`);
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.arrivesAt('Show us where it is');
    expect((await resident.field('Address or place')).value).to.equal(attack);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await aTimeout(50);
    expect(page.spoiled).to.equal(undefined);
    history.replaceState(null, '', location.pathname + location.search);
  });
});
