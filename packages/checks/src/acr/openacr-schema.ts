// What an OpenACR file has to be, in version 0.1.0 (https://github.com/GSA/openacr): as JSON Schema, stricter than the original where ours can be.

const text = { type: 'string', minLength: 1 } as const;

const contact = {
  type: 'object',
  properties: { name: text, company_name: text, email: text, website: text },
  required: ['email'],
  additionalProperties: false,
} as const;

const chapter = {
  type: 'object',
  properties: {
    notes: text,
    disabled: { type: 'boolean' },
    criteria: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          num: { type: 'string', pattern: '^\\d+(\\.\\d+)+$' },
          components: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                name: { enum: ['web', 'none'] },
                adherence: {
                  type: 'object',
                  properties: {
                    level: {
                      enum: ['supports', 'partially-supports', 'does-not-support', 'not-applicable', 'not-evaluated'],
                    },
                    notes: text,
                  },
                  required: ['level', 'notes'],
                  additionalProperties: false,
                },
              },
              required: ['name', 'adherence'],
              additionalProperties: false,
            },
          },
        },
        required: ['num', 'components'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** Chapters of the catalog for WCAG 2.2, Section 508 and EN 301 549. */
const chapters = [
  'success_criteria_level_a',
  'success_criteria_level_aa',
  'success_criteria_level_aaa',
  'functional_performance_criteria',
  'hardware',
  'software',
  'support_documentation_and_services',
  'en_301_549_functional_performance',
  'en_301_549_generic_requirements',
  'en_301_549_ict_with_two-way_voice',
  'en_301_549_ict_with_video',
  'en_301_549_hardware',
  'en_301_549_web',
  'en_301_549_non-web-documents',
  'en_301_549_software',
  'en_301_549_documentation_and_support_services',
  'en_301_549_ict_providing_relay_or_emergency_service_access',
] as const;

export const openAcrSchema = {
  type: 'object',
  properties: {
    title: text,
    product: {
      type: 'object',
      properties: { name: text, version: text, description: text },
      required: ['name'],
      additionalProperties: false,
    },
    author: contact,
    vendor: contact,
    report_date: text,
    last_modified_date: text,
    version: { type: 'integer' },
    notes: text,
    evaluation_methods_used: text,
    legal_disclaimer: text,
    license: text,
    repository: text,
    feedback: text,
    catalog: { const: '2.5-edition-wcag-2.2-508-eu-en' },
    chapters: {
      type: 'object',
      properties: Object.fromEntries(chapters.map((name) => [name, chapter])),
      required: [...chapters],
      additionalProperties: false,
    },
  },
  required: ['title', 'product', 'author', 'report_date', 'catalog', 'chapters'],
  additionalProperties: false,
};
