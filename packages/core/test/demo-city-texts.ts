/** All that the demo city and the county beside it call, ask and offer. */
import { stJosephCounty, threeRivers } from '@citydesk/sandbox';

export function demoCityTexts(): readonly string[] {
  const now = new Date('2026-11-21T12:00:00Z');
  const texts = [threeRivers(now), stJosephCounty(now)].flatMap(({ services = [] }) =>
    services.flatMap(({ service_name: name, group, attributes = [] }) => [
      name,
      ...(group ? [group] : []),
      ...attributes.flatMap(({ variable, description, datatype_description: hint, values = [] }) =>
        // What asks nothing is a text of its own.
        variable === false ? [] : [description ?? '', hint ?? '', ...values.map(({ name }) => name)],
      ),
    ]),
  );
  return [...new Set(texts)].filter(Boolean);
}
