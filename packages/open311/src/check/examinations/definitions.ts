/** Service definitions: the questions a service asks. */
import { countsOf, rowsOf, wordIn, type Row } from '../body.ts';
import { attributesIn, type City, type Heard } from '../city.ts';
import { broken, deviates, good, notTried, some, type Examination, type Finding } from '../examination.ts';
import type { Visit } from '../visit.ts';

interface Question {
  readonly row: Row;
  /** `006/SIZE` */
  readonly name: string;
  readonly visit: Visit;
  readonly kind: string;
  /** How many of its definition have this code, this order. */
  sharing(field: 'code' | 'order'): number;
}

const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'];
const isNotice = ({ row }: Question) => /^(false|0)$/i.test(wordIn(row, 'variable'));
const valuesOf = ({ row }: Question) => rowsOf(row['values'] ?? [], ['values', 'value']) ?? [];

/** Looks at all questions; `odd` says what is wrong with one. */
async function each(
  city: City,
  odd: (question: Question) => string | undefined | false,
  means: readonly [good: string, else_: string, citydesk: string, ask: string],
  only: (question: Question) => boolean = () => true,
): Promise<Finding> {
  const all = (await city.definitions()).flatMap((definition) => {
    const rows = attributesIn(definition);
    const [code, order] = ['code', 'order'].map((field) => countsOf(rows.map((row) => wordIn(row, field))));
    const counts = { code, order };
    return rows.map((row): Question => {
      const name = `${definition.serviceCode}/${wordIn(row, 'code') || '(no code)'}`;
      const sharing = (field: 'code' | 'order') => counts[field]?.get(wordIn(row, field)) ?? 0;
      return { row, name, visit: definition.visit, kind: definition.body.kind, sharing };
    });
  });
  const looked = all.filter(only);
  if (!looked[0])
    return notTried(all.length > 0 ? 'no question is of this kind.' : 'there are no questions to look at.');
  const found = looked.flatMap((question) => {
    const what = odd(question);
    return what ? [{ what: `${question.name} ${what}`, visit: question.visit }] : [];
  });
  if (!found[0]) return good({ visit: looked[0].visit, found: `${looked.length} looked at.` }, means[0]);
  const seen = {
    visit: found[0].visit,
    found: some(
      found.map(({ what }) => what),
      looked.length,
    ),
  };
  return deviates(seen, means[1], means[2], means[3]);
}

const isMissing = ({ rows, body }: Heard) => !rows?.[0] || !(body.kind === 'json' || body.kind === 'xml');

export const definitions: readonly Examination[] = [
  {
    id: 'definitions',
    title: 'Can the questions of services be read?',
    async look(city) {
      const all = await city.definitions();
      if (!all[0]) return notTried('no service says that it has questions.', await city.services());
      const missing = all.filter(isMissing);
      const [odd] = missing;
      if (!odd)
        return good(
          { visit: all[0].visit, found: `${all.length} read.` },
          'Residents are asked what the city needs to know.',
        );
      const seen = {
        visit: odd.visit,
        found: `${some(
          missing.map(({ serviceCode }) => serviceCode),
          all.length,
        )} (status ${odd.visit.status ?? 'none'}).`,
      };
      return broken(
        seen,
        'Residents cannot answer questions the city says it has: the form stops there.',
        'Asks again, then shows the phone number.',
        'Answer services/{code} for every service with metadata true, or set metadata to false.',
      );
    },
  },
  {
    id: 'question-codes',
    title: 'Has every question a code of its own?',
    look: (city) =>
      each(
        city,
        (question) => {
          const code = wordIn(question.row, 'code');
          if (code === '') return !isNotice(question) && 'has none';
          return question.sharing('code') > 1 && 'is there more than once';
        },
        [
          'Every answer reaches its question.',
          'Answers to these questions get lost or mixed up.',
          'Leaves out questions without a code.',
          'Give every question a code that is unique in its service.',
        ],
      ),
  },
  {
    id: 'question-order',
    title: 'Is the order of questions clear?',
    look: (city) =>
      each(
        city,
        ({ row, sharing }) => {
          const order = wordIn(row, 'order');
          if (!/^[1-9]\d*$/.test(order)) return `has order ${order || '(none)'}`;
          return sharing('order') > 1 && `shares order ${order}`;
        },
        [
          'Residents are asked in the order the city chose.',
          'The order may not be the one the city has in mind.',
          'Sorts by order, and keeps the order of the answer where that says nothing.',
          'Number the questions of a service 1, 2, 3 …',
        ],
      ),
  },
  {
    id: 'question-datatypes',
    title: 'Are the kinds of questions known ones?',
    look: (city) =>
      each(
        city,
        ({ row }) => {
          const datatype = wordIn(row, 'datatype');
          return !datatypes.includes(datatype) && `is ${datatype || '(none)'}`;
        },
        [
          'Every question gets the field that suits it.',
          'Programs that know the standard alone ask these in a plain text field, where a choice may be due.',
          'Knows other names too, such as Picklist and Boolean; asks as text what it does not know.',
          `Use one of ${datatypes.join(', ')}.`,
        ],
        (question) => !isNotice(question),
      ),
  },
  {
    id: 'question-values',
    title: 'Have lists something to choose from?',
    look: (city) =>
      each(
        city,
        (question) => {
          const values = valuesOf(question);
          if (values.length === 0) return 'has no values';
          if (values.some(({ key }) => key !== null && typeof key === 'object')) return 'has values in values';
          const keys = values.map((value) => wordIn(value, 'key'));
          if (keys.includes('')) return 'has a value without a key';
          return new Set(keys).size < keys.length && 'has a key twice';
        },
        [
          'Residents can choose.',
          'Residents may have nothing to choose from, or two choices that mean the same.',
          'Asks a list without values as text.',
          'Give every value of a list a key of its own and a name.',
        ],
        ({ row }) => wordIn(row, 'datatype').endsWith('list'),
      ),
  },
  {
    id: 'question-flags',
    title: 'Is it clear what must be answered (required, variable)?',
    look: (city) =>
      each(
        city,
        ({ row, kind }) => {
          const odd = ['required', 'variable'].filter((name) =>
            kind === 'xml' ? !/^(true|false)$/.test(wordIn(row, name)) : typeof row[name] !== 'boolean',
          );
          return (
            odd.length > 0 && `has ${odd.map((name) => `${name} ${JSON.stringify(row[name] ?? '(none)')}`).join(', ')}`
          );
        },
        [
          'Residents are made to answer what is needed, and only that.',
          'Programs that take the word "false" for yes make residents answer everything.',
          'Takes true, "true", "1" and "yes" for yes.',
          'Send required and variable as true or false, without quotes.',
        ],
      ),
  },
  {
    id: 'notices',
    title: 'Are notices only read, never asked (variable false)?',
    look: (city) =>
      each(
        city,
        ({ row }) => {
          if (/^(true|1)$/i.test(wordIn(row, 'required'))) return 'is required';
          return wordIn(row, 'description') === '' && 'has no text';
        },
        [
          'Residents read the city’s notices beside the questions.',
          'Residents meet a notice they would have to answer, or an empty one.',
          'Shows its text and asks nothing.',
          'Give notices a text, and never make them required.',
        ],
        isNotice,
      ),
  },
  {
    id: 'question-words',
    title: 'Has every question words?',
    look: (city) =>
      each(
        city,
        ({ row }) => wordIn(row, 'description') === '' && 'has no description',
        [
          'Residents know what is asked.',
          'Residents see a code in place of a question.',
          'Shows the code.',
          'Write every question as a sentence, in description.',
        ],
        (question) => !isNotice(question),
      ),
  },
];
