import { expect } from '@open-wc/testing';
import { dialectNames, freshCity } from './testing.ts';

const nasty = `</request><script>globalThis.spoiled = true</script> & "a" 'b' ]]> <!-- &nbsp; \u0001 \uffff 穴 😀\r\nnext`;

const seed = {
  city: nasty,
  services: [
    {
      service_code: 'a',
      service_name: nasty,
      description: nasty,
      group: nasty,
      keywords: nasty,
      attributes: [{ code: 'q', description: nasty, values: [{ key: nasty, name: nasty }] }],
    },
  ],
  requests: [
    {
      service_code: 'a',
      service_request_id: '1',
      requested_datetime: new Date().toISOString(),
      description: nasty,
      address: nasty,
      attributes: { q: nasty },
      history: [{ at: new Date().toISOString(), status: 'Closed' as const, note: nasty }],
    },
  ],
};

describe('the city’s XML in a real parser', () => {
  for (const dialect of [undefined, ...dialectNames]) {
    it(`is well-formed, whatever strangers wrote, ${dialect ? `in the dialect ${dialect}` : 'by the spec'}`, async () => {
      const city = await freshCity({ seed, ...(dialect && { dialect }) });
      const read = async (path: string, init?: RequestInit): Promise<Document | undefined> => {
        const answer = await fetch(city.endpoint + path, init);
        const text = await answer.text();
        if (!answer.headers.get('content-type')?.startsWith('text/xml')) return undefined;
        const document = new DOMParser().parseFromString(text, 'text/xml');
        expect(document.querySelector('parsererror, script'), text).to.equal(null);
        return document;
      };
      for (const path of ['discovery', 'services', 'requests/1', 'requests/none', 'tokens/none', 'services/none']) {
        await read(`${path}.xml`);
      }
      await read(`services/${encodeURIComponent(nasty.slice(0, 9))}.xml`);
      await read('services/a.xml');
      const fields = { service_code: 'none', [`attribute[${nasty}]`]: nasty };
      await read('requests.xml', { method: 'POST', body: new URLSearchParams(fields) });
      const list = await read('requests.xml?extensions=true');
      const description = list?.querySelector('description')?.textContent ?? '';
      if (dialect === 'bloomington' || dialect === undefined) {
        expect(description).to.equal(nasty.replace('\u0001', '\uFFFD').replace('\uffff', '\uFFFD'));
      }
      expect(list?.querySelectorAll('request').length).to.equal(1);
      await city.close();
    });
  }
});
