/** A town with four departments and a real mailbox, for tests of what the departments get and answer. */

import assert from 'node:assert/strict';
import type { ConfigFile } from '../src/config.ts';
import { deedNames, deeds, doAddress, doLinks } from '../src/departments/do-links.ts';
import { openMailbox, type ArrivedMail, type Mailbox } from './mailbox.ts';
import { talkativeJpeg } from './pictures.ts';
import { openPage, type PlainPage } from './plain-browser.ts';
import { startTown, townSecret, type TestTown } from './town.ts';

/** The clerk is the first: what nobody wants ends up there. */
const departmentFile: Partial<ConfigFile> = {
  departments: {
    clerk: { name: 'Town Clerk', mail: 'clerk@maplefalls.example' },
    streets: { name: 'Streets', mail: 'streets@maplefalls.example' },
    parks: { name: 'Parks', mail: 'parks@maplefalls.example' },
    water: { name: 'Water', mail: 'water@maplefalls.example' },
  },
  services: [
    {
      code: 'pothole',
      name: 'Pothole',
      department: 'streets',
      expectedDays: 5,
      questions: [
        { code: 'lane', ask: 'Where in the road is it?', kind: 'one-of', choices: ['Middle', 'Edge'] },
        { code: 'signs', ask: 'What stands around it?', kind: 'some-of', choices: ['A cone', 'A barrel'] },
        { code: 'since', ask: 'Since which day?', kind: 'day' },
        { code: 'more', ask: 'What else?', kind: 'long-text' },
        { code: 'map', ask: 'Map', kind: 'text' },
      ],
    },
    { code: 'other', name: 'Something else', department: 'clerk' },
    { code: 'abandoned-car', name: 'Abandoned car', department: 'parks', private: true },
  ],
};

export interface DepartmentTown extends TestTown {
  readonly mailbox: Mailbox;
  /** Sends a report and gives its number. */
  report(fields: Readonly<Record<string, string | readonly string[]>>, photos?: readonly File[]): Promise<string>;
  /** A new report to the streets department with its links, as their mail has them. */
  pothole(fields?: Readonly<Record<string, string>>): Promise<{ readonly id: string; link(name: string): string }>;
  /** What the public reads that was done. */
  history(id: string): Promise<readonly string[]>;
  /** The mail about a report to a department, come or still to come. @param times which of several */
  mailTo(department: string, id: string, times?: number): Promise<ArrivedMail>;
  close(): Promise<void>;
}

export async function departmentTown(file: Partial<ConfigFile> = {}): Promise<DepartmentTown> {
  const mailbox = await openMailbox();
  const mail = { from: '311@maplefalls.example', server: mailbox.url };
  const town = await startTown({ ...departmentFile, faster: 60, mail, ...file });
  const made: DepartmentTown = {
    ...town,
    mailbox,
    async pothole(fields = {}) {
      const id = await made.report(fields);
      const token = doLinks(townSecret).make(
        { requestId: id, department: 'streets', hop: 0 },
        new Date(Date.now() + 86_400_000),
      );
      return {
        id,
        link: (name) =>
          doAddress(
            town.url,
            token,
            deeds.find((deed) => deedNames[deed] === name),
          ),
      };
    },
    async history(id) {
      const { notes = [] } = await town.client.request(id, { extensions: true });
      return notes.map(({ type, description }) => `${type} ${description ?? ''}`.trim());
    },
    async report(fields, photos = []) {
      const body = new FormData();
      const all = { service_code: 'pothole', address_string: '318 Hoffman St', ...fields };
      for (const [name, value] of Object.entries(all))
        for (const each of [value].flat()) body.append(name, each as string);
      for (const photo of photos) body.append('media', photo);
      const answer = await fetch(`${town.endpoint}requests.json`, { method: 'POST', body });
      const said = await answer.text();
      assert.equal(answer.status, 200, said);
      return (JSON.parse(said) as [{ service_request_id: string }])[0].service_request_id;
    },
    async mailTo(department, id, times = 1) {
      let left = times;
      return mailbox.waitFor(
        ({ to, subject }) =>
          to.includes(`${department}@maplefalls.example`) && subject.includes(`(${id})`) && --left === 0,
      );
    },
    async close() {
      await town.stop();
      await mailbox.close();
    },
  };
  return made;
}

export const photo = (words = 'secret'): File => talkativeJpeg({ words });

/** The link of a mail by what it says, such as `Done`. */
export function linkIn({ text }: ArrivedMail, name: string): string {
  const [, address] = new RegExp(`^${name}:\\s+(\\S+)$`, 'm').exec(text) ?? [];
  assert.ok(address, `There is no link “${name}” in:\n${text}`);
  return address;
}

/** Opens a page as a browser does whose user follows a link. */
export const open = (address: string, init: RequestInit = {}): Promise<PlainPage> =>
  openPage((request) => fetch(request), address, { redirect: 'manual', ...init });
