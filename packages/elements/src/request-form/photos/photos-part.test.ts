import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { LitElement, html } from 'lit';
import { begin, type Action, type Filling, type Photo, type Point } from '@citydesk/core/request';
import { advance } from '@citydesk/core/sending';
import { axeSays } from '../../../test/axe.ts';
import { carrying, choosesFiles, photo, photoOfPlace } from '../../../test/photos.ts';
import { nameOf } from '../../../test/reading.ts';
import { placed, Visitor } from '../../../test/visitor.ts';
import { CityController } from '../../city/city-controller.ts';
import common from '../../messages/common.en.json';
import form from '../../messages/request-form.en.json';
import where from '../../messages/where.en.json';
import { messagesIn } from '../../messages/messages.ts';
import type { View } from '../view.ts';
import { requestFormStyles } from '../request-form.styles.ts';
import { photoButton } from './photo-button.ts';
import { PhotosPart } from './photos-part.ts';

/** The question for photos by itself, with the journey of a report behind it. */
class PhotosHost extends LitElement {
  static override styles = requestFormStyles;
  state = begin({ serviceCode: 'pothole' });
  said: string[] = [];
  addressAt?: (point: Point) => Promise<string | undefined>;
  #city = new CityController(this);
  #photos?: PhotosPart;

  get photos(): PhotosPart {
    return (this.#photos ??= new PhotosPart({
      host: this,
      city: this.#city,
      view: () => this.#view(),
      announce: (words) => void (words && this.said.push(words)),
      addressAt: this.addressAt,
    }));
  }

  #view(): View {
    const words = messagesIn({ ...common, ...form, ...where });
    return { state: this.state, send: (action: Action) => this.#send(action), words } as unknown as View;
  }

  #send(action: Action): void {
    this.state = advance(this.state, action) as Filling;
    this.requestUpdate();
  }

  protected override render() {
    const view = this.#view();
    const { photos } = this.state.draft;
    return html`${photoButton(view, {
      most: 3,
      add: (files) => this.photos.add(files),
      photos: photos.length ? this.photos.render(view) : undefined,
    })}<button class="button primary">Continue</button>`;
  }
}
customElements.define('photos-host', PhotosHost);

declare global {
  interface HTMLElementTagNameMap {
    'photos-host': PhotosHost;
  }
}

describe('the photos of a report', () => {
  const opens = async (width = 600, addressAt?: PhotosHost['addressAt']) =>
    new Visitor(
      await placed('photos-host', {}, { width }, (host) => {
        if (addressAt) host.addressAt = addressAt;
      }),
    );
  const photosOf = ({ widget }: Visitor<PhotosHost>): readonly Photo[] => widget.state.draft.photos;
  const states = (visitor: Visitor<PhotosHost>) => photosOf(visitor).map(({ is }) => is);
  const untilReady = (visitor: Visitor<PhotosHost>, count: number) =>
    visitor.until(`${count} photos to be ready`, () => states(visitor).filter((is) => is === 'ready').length === count);
  const adds = async (visitor: Visitor<PhotosHost>, ...files: File[]) => {
    choosesFiles(visitor.root, ...files);
    await visitor.until('the photos', () => !states(visitor).includes('preparing'));
    await visitor.widget.updateComplete;
  };
  const hears = (visitor: Visitor<PhotosHost>, words: string) =>
    visitor.until(`“${words}” to be said`, () => visitor.widget.said.some((said) => said.includes(words)));
  const notes = (name = 'notes.pdf') => new File(['%PDF-1.7'], name, { type: 'application/pdf' });

  it('are asked for by a real button, which opens the browser’s own dialog for pictures', async () => {
    const visitor = await opens();
    await visitor.group('Photo (optional)');
    const field = visitor.root.querySelector<HTMLInputElement>('input[type=file]')!;
    expect([field.accept, field.multiple, field.hasAttribute('capture')]).to.deep.equal(['image/*', true, false]);
    let opened = 0;
    field.addEventListener('click', (event) => (event.preventDefault(), (opened += 1)));
    await visitor.presses('Take or choose a photo');
    expect(opened).to.equal(1);
    expect(visitor.names('field')).to.deep.equal([]);
  });

  it('stand in a list with a picture, how they stand, and how many more there may be', async () => {
    const visitor = await opens();
    choosesFiles(visitor.root, await photo('IMG_1.jpg'));
    await visitor.sees('Getting photo 1 ready.');
    await untilReady(visitor, 1);
    await visitor.sees('Photo 1 IMG_1.jpg Ready. Hidden details, like the time and place, are removed.');
    await visitor.sees('You can add 2 more photos.');
    await hears(visitor, 'Photo 1 is ready.');
    await visitor.button('Add another photo');
    const { file } = photosOf(visitor)[0]!;
    expect(file!.type).to.equal('image/jpeg');
    const thumbnail = visitor.root.querySelector('canvas')!;
    await visitor.until('the picture', () => thumbnail.getContext('2d')!.getImageData(100, 70, 1, 1).data[0]! > 100);
  });

  it('are dropped and pasted, too, while text that is pasted is left alone', async () => {
    const visitor = await opens();
    const group = await visitor.group('Photo (optional)');
    const over = new DragEvent('dragover', { dataTransfer: carrying(await photo()), cancelable: true, bubbles: true });
    group.dispatchEvent(over);
    const drop = new DragEvent('drop', {
      dataTransfer: carrying(await photo('dropped.jpg')),
      cancelable: true,
      bubbles: true,
    });
    group.dispatchEvent(drop);
    const paste = new ClipboardEvent('paste', {
      clipboardData: carrying(await photo('pasted.png', 'image/png')),
      cancelable: true,
      bubbles: true,
    });
    (await visitor.button(/photo$/)).dispatchEvent(paste);
    expect([over, drop, paste].map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true, true, true]);
    await untilReady(visitor, 2);
    expect(photosOf(visitor).map(({ name }) => name)).to.deep.equal(['dropped.jpg', 'pasted.png']);
    const text = new DataTransfer();
    text.setData('text/plain', 'a hole');
    const words = new ClipboardEvent('paste', { clipboardData: text, cancelable: true, bubbles: true });
    (await visitor.button('Add another photo')).dispatchEvent(words);
    expect(words.defaultPrevented).to.equal(false);
  });

  it('are as many as the city takes, and what is too much is said', async () => {
    const visitor = await opens();
    await adds(visitor, ...(await Promise.all(['1', '2', '3', '4', '5'].map((name) => photo(`${name}.jpg`)))));
    expect(photosOf(visitor).map(({ name }) => name)).to.deep.equal(['1.jpg', '2.jpg', '3.jpg']);
    await visitor.sees('You can add 3 photos. We kept the first 3.');
    await visitor.sees('You have added all the photos we can take.');
    await hears(visitor, 'You can add 3 photos. We kept the first 3.');
    let opened = 0;
    visitor.root.querySelector('input[type=file]')!.addEventListener('click', () => (opened += 1));
    await visitor.presses('Add another photo');
    await hears(visitor, 'You have added all the photos we can take.');
    expect(opened).to.equal(0);
    await visitor.presses(/^Remove photo 1/);
    await visitor.sees('You can add 1 more photo.');
    expect(visitor.text).not.to.include('We kept the first');
  });

  it('can be removed, and the focus goes to the next, or to the button', async () => {
    const visitor = await opens();
    await adds(visitor, await photo('a.jpg'), await photo('b.jpg'));
    await visitor.presses('Remove photo 1, a.jpg');
    await visitor.until('the focus', () => !!visitor.focused && nameOf(visitor.focused) === 'Remove photo 1, b.jpg');
    await hears(visitor, 'Photo 1 is removed.');
    await visitor.presses('Remove photo 1, b.jpg');
    await visitor.until('the focus', () => !!visitor.focused && nameOf(visitor.focused) === 'Take or choose a photo');
    expect(photosOf(visitor)).to.deep.equal([]);
  });

  it('that are removed while they are made ready do not come back', async () => {
    const visitor = await opens();
    choosesFiles(visitor.root, await photo('a.jpg'), await photo('b.jpg'));
    await visitor.presses('Remove photo 1, a.jpg');
    await untilReady(visitor, 1);
    expect(photosOf(visitor).map(({ name }) => name)).to.deep.equal(['b.jpg']);
  });

  it('that cannot be taken say why and what to do, take no room, and can be removed', async () => {
    const visitor = await opens();
    const heic = new File(
      [Uint8Array.from([0, 0, 0, 16]), 'ftypheic\0\0\0\0', '....ispe\0\0\0\0\0\0\0\u0009\0\0\0\u0009'],
      'a.heic',
    );
    const broken = new File([(await photo()).slice(0, 200)], 'b.jpg');
    await adds(visitor, heic, broken, notes());
    await visitor.sees('This browser cannot open HEIC photos. Take a new photo here, or choose a JPEG.');
    await visitor.sees('This photo is damaged. Choose another one.');
    await visitor.sees('We cannot read this file. Choose a JPEG or PNG photo.');
    await hears(visitor, 'Photo 3: We cannot read this file. Choose a JPEG or PNG photo.');
    expect(visitor.names('field')).to.deep.equal([]);
    await visitor.sees('You can add 3 more photos.');
    await adds(visitor, await photo());
    await visitor.presses('Remove photo 2, b.jpg');
    expect(states(visitor)).to.deep.equal(['heic', 'type', 'ready']);
  });

  it('are described for people who cannot see them', async () => {
    const visitor = await opens();
    await adds(visitor, await photo('a.jpg'), await photo('b.jpg'));
    await visitor.types('What does the photo show? (optional)', 'A deep hole');
    expect(photosOf(visitor).map(({ about }) => about)).to.deep.equal(['A deep hole', '']);
    await visitor.presses('Remove photo 2, b.jpg');
    expect(visitor.filledIn).to.deep.equal({ 'What does the photo show? (optional)': 'A deep hole' });
  });

  it('offer the place where they were taken, once, and it is used only when the resident says so', async () => {
    const visitor = await opens();
    await adds(visitor, await photoOfPlace('a.jpg'), await photoOfPlace('b.jpg'));
    await visitor.sees('This photo says where it was taken.');
    expect(visitor.names('button').filter((name) => name === 'Use this place')).to.have.length(1);
    expect(visitor.widget.state.draft.place.point).to.equal(undefined);
    await visitor.presses('Use this place');
    const { point, by } = visitor.widget.state.draft.place;
    expect([point!.lat.toFixed(5), point!.long.toFixed(5), by]).to.deep.equal(['41.94375', '-85.63250', 'photo']);
    await hears(visitor, 'The place is where the photo was taken.');
    expect(visitor.text).not.to.include('where it was taken.');
    expect(photosOf(visitor).some(({ taken }) => taken)).to.equal(false);
    await visitor.until('the focus', () => !!visitor.focused && nameOf(visitor.focused) === 'Add another photo');
  });

  it('name that place where the city can, and leave it where it is somewhere else', async () => {
    const visitor = await opens(600, async ({ lat }) => (lat > 41 ? '318 Hoffman St' : undefined));
    await adds(visitor, await photoOfPlace());
    await visitor.sees('This photo was taken near 318 Hoffman St.');
    await visitor.presses('It is somewhere else');
    expect(visitor.widget.state.draft.place.point).to.equal(undefined);
    expect(visitor.text).not.to.include('318 Hoffman St');
    await adds(visitor, await photoOfPlace());
    expect(visitor.names('button')).not.to.include('Use this place');
  });

  it('say nothing of it in what is sent', async () => {
    const visitor = await opens();
    await adds(visitor, await photoOfPlace());
    const sent = await photosOf(visitor)[0]!.file!.text();
    expect(sent).not.to.include('Exif');
  });

  it('are added, described and removed by keys alone', async () => {
    const visitor = await opens();
    await adds(visitor, await photo('a.jpg'));
    let opened = 0;
    const field = visitor.root.querySelector('input[type=file]')!;
    field.addEventListener('click', (event) => (event.preventDefault(), (opened += 1)));
    (await visitor.button('Remove photo 1, a.jpg')).focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'A hole' });
    expect(photosOf(visitor)[0]!.about).to.equal('A hole');
    await sendKeys({ press: 'Tab' });
    expect(nameOf(visitor.focused!)).to.equal('Add another photo');
    await sendKeys({ press: 'Enter' });
    expect(opened).to.equal(1);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Space' });
    await visitor.until('the focus', () => !!visitor.focused && nameOf(visitor.focused) === 'Take or choose a photo');
    expect(photosOf(visitor)).to.deep.equal([]);
  });

  for (const width of [320, 920]) {
    for (const forcedColors of ['none', 'active'] as const) {
      it(`are clean for axe and fit, ${width} pixels wide, forced colours ${forcedColors}`, async () => {
        await emulateMedia({ forcedColors });
        try {
          const visitor = await opens(width);
          const long = `${'IMG_20260821_'.repeat(9)}.jpg`;
          await adds(visitor, await photoOfPlace(long), notes(long), await photo());
          const { violations, passes } = await axeSays(visitor.widget);
          expect(violations.join('\n')).to.equal('');
          expect(passes).to.be.above(5);
          expect(visitor.sticksOut).to.deep.equal([]);
          for (const button of visitor.all('button')) {
            const { width: across, height: down } = button.getBoundingClientRect();
            expect([nameOf(button), Math.min(across, down) >= 44]).to.deep.equal([nameOf(button), true]);
          }
          for (const box of visitor.root.querySelectorAll('.photo')) {
            expect(getComputedStyle(box).borderInlineStartStyle).to.equal('solid');
          }
        } finally {
          await emulateMedia({ forcedColors: 'none' });
        }
      });
    }
  }
});
