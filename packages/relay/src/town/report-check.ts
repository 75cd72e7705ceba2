/**
 * Holds a report against the spec and the service's own questions. Either it is whole, or every mistake is named at
 * once, in words for the person who wrote it, with the field in round brackets for the program that sent it.
 */

import { decodeReport } from '@citydesk/open311/wire';
import { answersIn } from './answer-check.ts';
import { hasControlCharacters } from './control-characters.ts';
import { SpecError } from './spec-error.ts';
import type { SeedService } from './seed.ts';
import type { NewRequest } from './stored-request.ts';

/** The longest each field may be, in characters. The spec sets only the description's. */
const limits: Readonly<Record<string, number>> = {
  service_code: 200,
  lat: 40,
  long: 40,
  address_string: 500,
  address_id: 200,
  description: 4000,
  email: 254,
  first_name: 200,
  last_name: 200,
  phone: 50,
  device_id: 200,
  account_id: 200,
  media_url: 2000,
};

/**
 * @param serviceFor finds a service by its code
 * @throws SpecError 400 with one entry for each mistake
 */
export function checkReport(form: URLSearchParams, serviceFor: (code: string) => SeedService | undefined): NewRequest {
  const mistakes = fieldMistakes(form, limits);
  const { serviceCode, attributes = {}, email, phone, mediaUrl } = decodeReport(form);
  const service = serviceCode === undefined ? undefined : serviceFor(serviceCode);
  if (serviceCode === undefined) mistakes.push('service_code was not provided. (service_code)');
  else if (!service) mistakes.push('The city does not know this kind of report. (service_code)');
  checkPlace(form, mistakes);
  if (email !== undefined && !looksLikeEmail(email)) {
    mistakes.push('Write an email address, like name@example.com. (email)');
  }
  if (phone !== undefined && !/\d.*\d.*\d/s.test(phone)) {
    mistakes.push('Write a phone number, like 269-555-0142. (phone)');
  }
  if (mediaUrl !== undefined && !isWebAddress(mediaUrl)) {
    mistakes.push('Send the web address of a photo, starting with https://. (media_url)');
  }
  const answers = service ? answersIn(attributes, service.attributes ?? [], mistakes) : {};
  if (!service || mistakes.length > 0) throw new SpecError(400, ...mistakes);
  return { ...reportAsSent(form), attributes: answers, ...toldBy(service) };
}

/**
 * What is wrong with fields by themselves: sent twice, not to be kept, too long.
 * @param limits the longest each may be, in characters
 */
export function fieldMistakes(form: URLSearchParams, limits: Readonly<Record<string, number>>): string[] {
  const mistakes: string[] = [];
  for (const [field, most] of Object.entries(limits)) {
    const values = form.getAll(field);
    const longest = Math.max(0, ...values.map((value) => value.length));
    if (values.length > 1) mistakes.push(`Send this only once. (${field})`);
    if (values.some(hasControlCharacters)) mistakes.push(`This has a character that cannot be kept. (${field})`);
    if (longest > most) mistakes.push(`This is ${longest} characters long. Use ${most} or fewer. (${field})`);
  }
  return mistakes;
}

/** The report as it was sent, unchecked. */
export function reportAsSent(form: URLSearchParams): NewRequest {
  const report = decodeReport(form);
  return {
    serviceCode: report.serviceCode ?? '',
    serviceName: '',
    description: report.description ?? null,
    agencyResponsible: null,
    serviceNotice: null,
    address: report.addressString ?? null,
    addressId: report.addressId ?? null,
    zipcode: null,
    lat: report.lat ?? null,
    long: report.long ?? null,
    mediaUrl: report.mediaUrl ?? null,
    email: report.email ?? null,
    firstName: report.firstName ?? null,
    lastName: report.lastName ?? null,
    phone: report.phone ?? null,
    deviceId: report.deviceId ?? null,
    accountId: report.accountId ?? null,
    attributes: report.attributes ?? {},
  };
}

/** What a request takes over from its service on the day it comes in. */
function toldBy(service: SeedService): Pick<NewRequest, 'serviceName' | 'agencyResponsible' | 'serviceNotice'> {
  return {
    serviceName: service.service_name,
    agencyResponsible: service.agency ?? null,
    serviceNotice: service.notice ?? null,
  };
}

function checkPlace(form: URLSearchParams, mistakes: string[]): void {
  const [lat, long] = [form.get('lat'), form.get('long')];
  if ((lat === null) !== (long === null)) mistakes.push('Send lat and long together. (lat, long)');
  if (!['lat', 'long', 'address_string', 'address_id'].some((field) => form.has(field))) {
    mistakes.push('Say where it is: lat and long, or address_string, or address_id. (address_string)');
  }
  if (lat !== null && !isDegrees(lat, 90)) mistakes.push('Send degrees from -90 to 90, like 41.9439. (lat)');
  if (long !== null && !isDegrees(long, 180)) mistakes.push('Send degrees from -180 to 180, like -85.6327. (long)');
}

function isDegrees(text: string, most: number): boolean {
  return /^[+-]?\d+(\.\d*)?$/.test(text.trim()) && Math.abs(Number(text)) <= most;
}

/** One @, something before it, a dot after it, no blanks: what a mail server would at least try. */
function looksLikeEmail(text: string): boolean {
  return /^[^\s@<>"(),;:]+@[^\s@.<>"(),;:]+(\.[^\s@.<>"(),;:]+)+$/.test(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
