/** What is chosen, as settings of the widgets: those for attributes and tags, and the city file. */
import type { Choice } from './choice.ts';

/** A setting by its name as an attribute. */
export type Setting = readonly [name: string, value: string | true];

/** Some settings are words in the city file alone: then all but what the page needs without it goes there. */
export const needsCityFile = ({ cityName, services }: Choice): boolean => cityName !== '' || services.length > 0;

/** The settings that all widgets of a page share. */
export function sharedSettings(choice: Choice): readonly Setting[] {
  const { endpoint, jurisdictionId, locale, phone, contact, storage, mapStyle, practice } = choice;
  const settings: readonly (readonly [string, string | boolean])[] = needsCityFile(choice)
    ? [
        ['config', choice.config],
        ['endpoint', endpoint],
        ['phone', phone],
      ]
    : [
        ['endpoint', endpoint],
        ['jurisdiction-id', jurisdictionId],
        ['locale', locale],
        ['phone', phone],
        ['contact', contact === 'optional' ? '' : contact],
        ['storage', storage === 'device' ? '' : storage],
        ['map-style', mapStyle],
        ['practice', practice],
      ];
  return settings.filter((setting): setting is Setting => !!setting[1]);
}

/** The city file as JSON: an object of the keys that are said. */
export function cityFile(choice: Choice): string {
  const said: Record<string, unknown> = {
    endpoint: choice.endpoint,
    jurisdictionId: choice.jurisdictionId,
    locale: choice.locale,
    cityName: choice.cityName,
    phone: choice.phone,
    popularServices: choice.services.length ? choice.services : '',
    contact: choice.contact,
    storage: choice.storage,
    mapStyle: choice.mapStyle,
    practice: choice.practice || '',
  };
  const file = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
  return `${JSON.stringify(file, null, 2)}\n`;
}
