import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { readQrCode } from '../../test/read-qr-code.ts';
import { qrCode } from './qr-code.ts';

describe('a QR code', () => {
  const drawn = (text: string) => {
    const place = document.createElement('div');
    render(qrCode(text, 'QR code'), place);
    return place.querySelector('svg')!;
  };

  for (const text of [
    'https://www.example.gov/report/#citydesk:request=26-01873',
    'https://www.example.gov/report/?from=form&lang=en#citydesk:token=9f7d44de-ebbb-44f4-9b7c-9912da175352',
    'A',
    `https://www.example.gov/${'long/'.repeat(60)}`,
  ]) {
    it(`is read as what it says: ${text.length} characters`, async () => {
      expect(await readQrCode(drawn(text), 600)).to.equal(text);
    });
  }

  it('has four modules of white around it', () => {
    const svg = drawn('https://www.example.gov/');
    const { x, y, width, height } = svg.viewBox.baseVal;
    const [ground, modules] = svg.querySelectorAll('path');
    document.body.append(svg);
    const dark = modules!.getBBox();
    const white = ground!.getBBox();
    svg.remove();
    expect([dark.x, dark.y, dark.width, dark.height]).to.deep.equal([0, 0, width - 8, height - 8]);
    expect([x, y]).to.deep.equal([-4, -4]);
    expect([white.x, white.y, white.width, white.height]).to.deep.equal([x, y, width, height]);
  });

  it('is an image with a name, without a style', () => {
    const svg = drawn('https://www.example.gov/');
    expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).to.deep.equal(['img', 'QR code']);
    expect(svg.outerHTML).not.to.include('style');
  });

  it('says so when the text is too long for any', () => {
    expect(() => qrCode('x'.repeat(3000), 'QR code')).to.throw(Error);
  });
});
