/** Residents who are offered messages on their receipt; each test has a city and a door of its own, and nothing is on the device. */
import { freshCity, type FreshCityOptions, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { AlertsDoor } from './alerts-door.ts';
import { cityFile } from './city-file.ts';
import { ownDevice } from './own-device.ts';
import { Resident, type Surroundings } from './resident.ts';

export const offer = 'Get a message when something changes';
export const send = 'Send me a link to confirm';
export const sent = 'Check your email: we sent a link to ada@example.com. It works for 3 days.';

const seed: Seed = {
  services: [
    { service_code: 'now', service_name: 'Graffiti' },
    { service_code: 'later', service_name: 'Noise', type: 'batch' },
  ],
};

export interface Filing extends Surroundings {
  readonly service?: RegExp;
  /** Given with the report. */
  readonly email?: string;
  /** In place of what the city file says. */
  readonly city?: Readonly<Record<string, unknown>>;
  readonly attributes?: Readonly<Record<string, string>>;
}

let city: TestCity;
let door: AlertsDoor;

/** For one `describe`. */
export function alertsOnReceipt() {
  ownDevice();
  const opensCity = async (options: FreshCityOptions = {}) => (city = await freshCity({ seed, ...options }));
  beforeEach(async () => {
    await opensCity();
    door = new AlertsDoor();
    door.opens();
  });
  afterEach(async () => {
    door.closes();
    await city.close();
  });
  return {
    door: () => door,
    /** The number of the newest report. */
    number: async () => (await city.rows())[0]!.serviceRequestId,
    /** Another city in the place of the usual one. */
    async isLike(options: FreshCityOptions): Promise<void> {
      await city.close();
      await opensCity(options);
    },
  };
}

/** To the receipt. */
export async function files({ service = /^Graffiti/, email, city: more, attributes, ...around }: Filing = {}) {
  const config = cityFile({ endpoint: city.endpoint, alerts: true, ...more });
  const resident = await Resident.opens({ config, ...attributes }, around);
  await resident.presses(service);
  await resident.saysWhere('Here');
  await resident.arrivesAt('Check and send');
  if (email) {
    await resident.presses(/^Your name and contact/);
    await resident.types('Email', email);
  }
  await resident.presses('Send report');
  await resident.until('the receipt', () => /has your report|Nothing was sent/.test(resident.heading));
  return resident;
}

/** And the fold is open. */
export async function opened(filing?: Filing): Promise<Resident> {
  const resident = await files(filing);
  (await resident.button(offer)).focus();
  await resident.presses(offer);
  await resident.button(send);
  return resident;
}

/** What is announced. */
export const region = ({ root }: Resident) => root.querySelector<HTMLElement>('.alerts [role=status]')!;
