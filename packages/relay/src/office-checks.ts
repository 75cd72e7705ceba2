/** Whether the settings of the office fit together: each may be right by itself, and the town still have a service that nobody works on. */

import { isLoopback } from './is-loopback.ts';
import type { Complaint } from './config-words.ts';
import type { RelayConfig } from './config.ts';

type Service = NonNullable<RelayConfig['services']>[number];
type Question = Service['questions'][number];

/** Whether the relay is the backend itself. */
export function isTown({ services }: Pick<RelayConfig, 'services'>): boolean {
  return services !== undefined;
}

/** A sentence for each setting that does not go with another. */
export function officeComplaints(config: RelayConfig): readonly Complaint[] {
  const { upstream, mail, alerts, staffHeader, trustProxy } = config;
  const wantsTown = upstream === 'mailto' || upstream === 'webhook';
  const sendsLinks = wantsTown || alerts;
  const all: readonly (Complaint | false)[] = [
    ...(wantsTown ? missingOf(config) : strayOf(config)),
    ...(wantsTown ? servicesOf(config) : []),
    upstream === 'mailto' &&
      !mail &&
      of('upstream', '"upstream: mailto" needs "mail": the address reports come from, and the server that takes them.'),
    upstream === 'webhook' &&
      !config.webhook &&
      of('upstream', '"upstream: webhook" needs "webhook": the address that gets every report.'),
    upstream !== 'webhook' &&
      config.webhook !== undefined &&
      of('webhook', '"webhook" is for "upstream: webhook". Write that, or take "webhook" out.'),
    alerts &&
      !mail &&
      of('alerts', '"alerts" needs "mail": the address messages come from, and the server that takes them.'),
    sendsLinks &&
      !config.publicUrl &&
      !isLoopback(config.host) &&
      of(
        'host',
        'Messages hold links, so "publicUrl" is needed: the address at which residents and staff reach the relay.',
      ),
    staffHeader !== undefined &&
      trustProxy === 0 &&
      of(
        'staffHeader',
        '"staffHeader" counts only behind a proxy of yours, which lets nobody else write it. Set "trustProxy" to 1, or use CITYDESK_STAFF_PASSWORD.',
      ),
    mail !== undefined &&
      hasPassword(mail.server) &&
      of(
        'mail.server',
        'Put the password of "mail.server" into the environment variable CITYDESK_SMTP_PASSWORD, so that it stands in no file.',
      ),
  ];
  return all.filter((each) => each !== false);
}

const of = (path: string, text: string): Complaint => ({ path: path.split('.'), text });

function missingOf({ upstream, services, departments }: RelayConfig): readonly (Complaint | false)[] {
  const start = 'The command "citydesk-relay init" writes a file to start from.';
  return [
    !services && of('upstream', `"upstream: ${upstream}" needs "services": what residents may report. ${start}`),
    Object.keys(departments ?? {}).length === 0 &&
      of(
        'upstream',
        `"upstream: ${upstream}" needs "departments": who does the work, each with a name and an address of mail.`,
      ),
  ];
}

/** What a city with a backend of its own has no use for. */
function strayOf(config: RelayConfig): readonly (Complaint | false)[] {
  return (['services', 'departments'] as const).map(
    (key) =>
      config[key] !== undefined &&
      of(key, `"${key}" is for a town without a backend of its own. Write "upstream: mailto", or take "${key}" out.`),
  );
}

function servicesOf({ services = [], departments = {} }: RelayConfig): readonly Complaint[] {
  const known = Object.keys(departments).map((key) => `"${key}"`);
  return services.flatMap((service, at) => {
    const named = (where: string, words: string) =>
      of(`services.${at}.${where}`, `Service "${service.code}": ${words}`);
    const isAgain = services.findIndex(({ code }) => code === service.code) < at;
    const isLost = known.length > 0 && !Object.hasOwn(departments, service.department);
    return [
      ...(isAgain ? [named('code', 'another one has the same code. Give each its own.')] : []),
      ...(isLost
        ? [
            named(
              'department',
              `there is no department "${service.department}". Write ${known.join(' or ')}, or add it to "departments".`,
            ),
          ]
        : []),
      ...service.questions.flatMap((question, index) =>
        questionComplaints(question, service.questions.slice(0, index)).map((words) =>
          named(`questions.${index}`, `question "${question.code}" ${words}`),
        ),
      ),
    ];
  });
}

function questionComplaints({ code, kind, choices }: Question, before: readonly Question[]): readonly string[] {
  const chooses = kind === 'one-of' || kind === 'some-of';
  const twice = choices?.find((choice, at) => choices.indexOf(choice) < at);
  const all: readonly (string | false)[] = [
    before.some((each) => each.code === code) && 'has the same code as another one. Give each its own.',
    chooses && !choices && `needs "choices": what there is to choose from, since its kind is "${kind}".`,
    !chooses && choices !== undefined && `has "choices", so its kind has to be "one-of" or "some-of".`,
    twice !== undefined && `has the choice "${twice}" twice. Keep one of them.`,
  ];
  return all.filter((each) => each !== false);
}

function hasPassword(server: string): boolean {
  return URL.canParse(server) && new URL(server).password !== '';
}
