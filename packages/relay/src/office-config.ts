/** The settings of what the relay does for the people behind it; a part of the one file of settings. */

import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
  error: 'has to be made of small letters, digits and dashes, like "street-lights".',
});

/** Begins with a letter: keys that are numbers would not keep their order, and the first department has a duty of its own. */
const departmentKey = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, {
  error: 'has to begin with a small letter, and be made of small letters, digits and dashes, like "streets".',
});

/** One address, and nothing that could begin another header or a second receiver. */
export const mailAddress = z
  .string()
  .max(254)
  .regex(
    /^[^\s@<>"(),;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+@[^\s@.<>"(),;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+(\.[^\s@.<>"(),;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+)*$/u,
    {
      error: 'is no mail address. Write one like "streets@example.gov".',
    },
  );

const webAddress = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
  error: 'is no web address. Write one like "https://example.gov/hook".',
});

const days = (normally: number) => z.number().int().min(1).max(36_500).default(normally);

const question = z.strictObject({
  code: slug,
  /** The question, or with `kind: notice` a text that asks nothing. */
  ask: z.string().min(1).max(500),
  kind: z.enum(['text', 'long-text', 'number', 'day', 'one-of', 'some-of', 'notice']).default('text'),
  required: z.boolean().default(false),
  hint: z.string().max(500).optional(),
  /** For `one-of` and `some-of`. */
  choices: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
});

const service = z.strictObject({
  code: slug,
  name: z.string().min(1).max(200),
  description: z.string().max(1000).optional(),
  keywords: z.array(z.string().min(1).max(100)).max(50).optional(),
  group: z.string().min(1).max(200).optional(),
  /** Key of `departments`. */
  department: departmentKey,
  /** Usual working days until it is done. Without it the town promises no date. */
  expectedDays: z.number().int().min(0).max(3650).optional(),
  /** What happens next, said on the receipt. */
  notice: z.string().max(1000).optional(),
  /** Between the resident and the town: in no list and no feed, and by number only how far it is. */
  private: z.boolean().default(false),
  questions: z.array(question).max(30).default([]),
});

const department = z.strictObject({
  name: z.string().min(1).max(200),
  mail: mailAddress,
});

/** Units of money, such as dollars, with cents at most. */
const money = z.number().min(0).max(1_000_000).multipleOf(0.01);

export const officeKeys = {
  /** The SQLite file of all that the office keeps. */
  database: z.string().min(1).default('.citydesk/relay.sqlite'),

  /** What residents of a town may report; only with `upstream: mailto` or `webhook`. */
  services: z.array(service).min(1).max(500).optional(),
  /** Who does the work. A report that nobody wants ends up at the first. */
  departments: z.record(departmentKey, department).optional(),
  /** Days for which the links in a department's mail work. */
  linkDays: days(60),

  /** How mail goes out. The password stands in CITYDESK_SMTP_PASSWORD. */
  mail: z
    .strictObject({
      from: mailAddress,
      /** `smtp://user@mail.example.gov:587` (upgraded with STARTTLS where the server offers it) or `smtps://`. */
      server: z.string().regex(/^smtps?:\/\/[^\s]+$/, { error: 'is no address like "smtp://localhost:25".' }),
    })
    .optional(),
  /** Gets every report of the town as JSON, with `upstream: webhook`. Signed with CITYDESK_WEBHOOK_SECRET where there is one. */
  webhook: webAddress.optional(),

  /** How the staff desk knows staff, beside the password in CITYDESK_STAFF_PASSWORD: by a header that the town's own proxy sets after its sign-in. */
  staffHeader: z
    .string()
    .regex(/^[A-Za-z][\w-]*$/, { error: 'is no name of a header.' })
    .optional(),
  /** Days after closing until it is forgotten who sent a report. */
  contactDays: days(90),

  /** Whether residents may ask for a message on each change. Needs `mail`. */
  alerts: z.boolean().default(false),
  /** Takes text messages: gets `{ to, text }` as JSON. Without it alerts go by mail alone. */
  sms: webAddress.optional(),
  /** Minutes between looks at a city that does not say itself when something changes. */
  alertMinutes: z.number().min(0.01).max(1440).default(10),

  /** Whether the widgets' daily counts are taken. */
  counts: z.boolean().default(false),
  /** Whether anybody may see the report of public figures, as `citydesk-city-report` shows it. */
  publicReport: z.boolean().default(false),
  /** What a contact costs the city, for the report. */
  costs: z
    .strictObject({
      /** ISO 4217. */
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, { error: 'is no code of a currency, like "USD".' })
        .default('USD'),
      call: money,
      online: money,
    })
    .optional(),
};
