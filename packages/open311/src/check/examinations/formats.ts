/** In what form the answers come: JSON, XML, neither; and the bytes around it. */
import { serviceRows, type City, type Heard } from '../city.ts';
import { broken, deviates, good, notTried, type Examination } from '../examination.ts';
import { silence } from '../visit.ts';

const kinds = { json: 'JSON', xml: 'XML', html: 'a web page (HTML)', text: 'plain text', empty: 'nothing' };

async function answersOf(city: City): Promise<readonly Heard[]> {
  const lists = [await city.hear('services.json', {}, serviceRows), await city.services(), await city.requests()];
  lists.push(await city.hear('services.xml', {}, serviceRows));
  return [...lists, await city.discovery(), ...(await city.definitions()), ...Object.values(await city.unknown())];
}

export const formats: readonly Examination[] = [
  {
    id: 'json',
    title: 'Does it speak JSON?',
    async look(city) {
      const { visit, body, rows } = await city.hear('services.json', {}, serviceRows);
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      const seen = { visit, found: `services.json is ${kinds[body.kind]}.` };
      if (rows && body.kind === 'json') {
        return good(seen, 'Pages read it without extra code.');
      }
      if (await city.suffix()) {
        return deviates(
          seen,
          'The page loads about 1.5 kB more, once.',
          'Reads the XML instead.',
          'Offer JSON as well, and name it in discovery.',
        );
      }
      if (body.kind === 'json') return notTried(`there is JSON, and no service in it (status ${visit.status}).`, seen);
      return broken(
        seen,
        'There is nothing a page could show.',
        'Says that the city cannot be reached.',
        'Where do the services come as JSON or XML? Is a jurisdiction_id or a key needed to read them?',
      );
    },
  },
  {
    id: 'xml',
    title: 'Does it speak XML, as the standard demands?',
    async look(city) {
      const { visit, body, rows } = await city.hear('services.xml', {}, serviceRows);
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      const without = body.kind === 'xml' && !rows ? ', without services' : '';
      const seen = { visit, found: `services.xml has status ${visit.status} and is ${kinds[body.kind]}${without}.` };
      if (rows && body.kind === 'xml') return good(seen, 'Other Open311 apps, which often need XML, can use it too.');
      return deviates(
        seen,
        'Nothing for a page that reads JSON. Some other Open311 apps cannot use this city.',
        'Asks for XML only where there is no JSON.',
        'Offer XML as well: the standard requires it.',
      );
    },
  },
  {
    id: 'content-type',
    title: 'Does the header say what the answer is?',
    async look(city) {
      const { visit, body } = await city.services();
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      const type = visit.headers.get('Content-Type') ?? '';
      const wanted = body.kind === 'xml' ? /^(text|application)\/xml\b/i : /^application\/json\b/i;
      const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
      if (wanted.test(type) && (charset === undefined || /^utf-?8$/i.test(charset))) {
        return good({ visit }, 'Browsers and caches treat it rightly.');
      }
      return deviates(
        { visit, found: `${kinds[body.kind]} comes as ${type || 'nothing'}.` },
        'Other software may refuse it, or show letters wrongly.',
        'Looks at the content, not at the header.',
        'Send `application/json; charset=utf-8` or `text/xml; charset=utf-8`.',
      );
    },
  },
  {
    id: 'html',
    title: 'Is no web page sent as if it were data?',
    async look(city) {
      const all = await answersOf(city);
      const page = all.find(
        ({ visit, body }) => body.kind === 'html' && visit.status !== undefined && visit.status < 300,
      );
      if (page) {
        return broken(
          { visit: page.visit, found: 'A web page under a status that says all is well.' },
          'A page cannot tell a success from a notice of maintenance or a form to log in.',
          'Never takes HTML for an answer: it says that the city cannot be reached.',
          'Send data from this address, and failures with a status from 400 on. Is a jurisdiction_id or a key missing?',
        );
      }
      const some = all.find(({ rows }) => rows !== undefined);
      return some
        ? good({ visit: some.visit }, 'What comes with a success is data.')
        : notTried('no data came with a success.', { visit: all[0]?.visit });
    },
  },
  {
    id: 'first-bytes',
    title: 'Does the answer begin with its first character?',
    async look(city) {
      const read = (await answersOf(city)).filter(({ body }) => body.kind === 'json' || body.kind === 'xml');
      const odd = read.find(({ body }) => body.before !== '');
      if (!read[0]) return notTried('there was no answer to look at.');
      if (!odd) return good({ visit: read[0].visit }, 'Every program can read it.');
      const mark = odd.body.before.includes('\uFEFF');
      return deviates(
        {
          visit: odd.visit,
          found: mark ? 'It begins with a byte order mark.' : 'It begins with blanks or control characters.',
        },
        'Nothing here; other programs stop at it.',
        'Skips it.',
        mark ? 'Send UTF-8 without a byte order mark.' : 'Send nothing before the answer.',
      );
    },
  },
  {
    id: 'encoding',
    title: 'Is the text UTF-8?',
    async look(city) {
      const read = (await answersOf(city)).filter(({ body }) => body.kind === 'json' || body.kind === 'xml');
      const odd = read.find(
        ({ body }) => !body.utf8 || /^[\s\uFEFF]*<\?xml[^>]*encoding=["'](?!utf-?8)/i.test(body.text),
      );
      if (!read[0]) return notTried('there was no answer to look at.');
      if (!odd) return good({ visit: read[0].visit }, 'Names in every language show rightly.');
      return deviates(
        {
          visit: odd.visit,
          found: odd.body.utf8 ? 'It is UTF-8 and declares another encoding.' : 'It has bytes that are not UTF-8.',
        },
        'Letters such as é or ñ may show as �.',
        'Reads everything as UTF-8, whatever is declared.',
        'Send UTF-8, and declare it.',
      );
    },
  },
  {
    id: 'well-formed',
    title: 'Can the answers be read without mending?',
    async look(city) {
      const read = (await answersOf(city)).filter(({ body }) => body.kind === 'json' || body.kind === 'xml');
      const odd = read.find(({ body }) => body.value === undefined || isSpoiled(body.text, body.kind));
      if (!read[0]) return notTried('there was no answer to look at.');
      if (!odd) return good({ visit: read[0].visit }, 'Every program can read it.');
      const xml = odd.body.kind === 'xml';
      return deviates(
        {
          visit: odd.visit,
          found: xml ? 'The XML has a bare &, an unknown entity or a control character.' : 'The JSON cannot be parsed.',
        },
        xml ? 'Programs that are strict see nothing at all.' : 'The page has no answer here.',
        xml ? 'Mends it and reads on.' : 'Tries XML instead, and else says that the city cannot be reached.',
        'Let a library write the answer, so that special characters are escaped.',
      );
    },
  },
  {
    id: 'lists',
    title: 'Are lists plain lists?',
    async look(city) {
      const heard = [await city.services(), await city.requests()].filter(({ rows }) => rows !== undefined);
      const inJson = heard.filter(({ body }) => body.kind === 'json');
      if (!inJson[0])
        return notTried(heard[0] ? 'in XML every list has a name.' : 'there was no list to look at.', heard[0]);
      const odd = inJson.find(({ body }) => !Array.isArray(body.value));
      if (!odd) return good({ visit: inJson[0].visit }, 'They are as the standard has them.');
      const names = Object.keys(odd.body.value as object)
        .slice(0, 3)
        .join(', ');
      return deviates(
        { visit: odd.visit, found: `An object with ${names}, where a list is due.` },
        'Nothing here; other programs may find no rows.',
        'Looks inside.',
        'Send JSON lists bare, without an object around them.',
      );
    },
  },
];

/** What a strict XML parser stops at; for JSON its own parser has spoken. */
function isSpoiled(text: string, kind: string): boolean {
  const plain = text.replace(/<!\[CDATA\[.*?\]\]>/gs, '');
  // oxlint-disable-next-line no-control-regex
  return kind === 'xml' && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|[\0-\x08\x0B\x0C\x0E-\x1F]/i.test(plain);
}
