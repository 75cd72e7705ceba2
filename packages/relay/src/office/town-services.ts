/** What a town's file of settings says it takes reports of, as its GeoReport server offers it. */

import type { RelayConfig } from '../config.ts';
import type { SeedAttribute, SeedService } from '../town.ts';

type Service = NonNullable<RelayConfig['services']>[number];
type Question = Service['questions'][number];

const datatypes = {
  text: 'string',
  'long-text': 'text',
  number: 'number',
  day: 'datetime',
  'one-of': 'singlevaluelist',
  'some-of': 'multivaluelist',
  notice: 'string',
} as const satisfies Record<Question['kind'], SeedAttribute['datatype']>;

export function townServices({ services = [], departments = {} }: RelayConfig): readonly SeedService[] {
  return services.map((service) => ({
    service_code: service.code,
    service_name: service.name,
    ...(service.description !== undefined && { description: service.description }),
    // The wire parts them with commas.
    ...(service.keywords && { keywords: service.keywords.map((word) => word.replaceAll(',', ' ')).join(',') }),
    ...(service.group !== undefined && { group: service.group }),
    ...(departments[service.department] && { agency: departments[service.department]!.name }),
    department: service.department,
    ...(service.expectedDays !== undefined && { expectedDays: service.expectedDays }),
    ...(service.notice !== undefined && { notice: service.notice }),
    private: service.private,
    attributes: service.questions.map(attributeOf),
  }));
}

/** A choice is its own key: what was answered can be read when the question is long gone. */
function attributeOf({ code, ask, kind, required, hint, choices }: Question): SeedAttribute {
  return {
    code,
    description: ask,
    datatype: datatypes[kind],
    variable: kind !== 'notice',
    required: required && kind !== 'notice',
    ...(hint !== undefined && { datatype_description: hint }),
    ...(choices && { values: choices.map((choice) => ({ key: choice, name: choice })) }),
  };
}
