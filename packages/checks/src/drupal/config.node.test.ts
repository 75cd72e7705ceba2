// The module's configuration against its schema: what it begins with, what its forms keep, what it refuses.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongIn, type Schema, type SchemaType } from './config-schema.ts';
import { inPhp, noPhp, settings, yamlOf } from './module.ts';

const schema = yamlOf<Schema>('config/schema/citydesk.schema.yml');
const begins = yamlOf('config/install/citydesk.settings.yml');
const ofSettings = schema['citydesk.settings'] as SchemaType;
const ofBlock = schema['block.settings.citydesk_widget'] as SchemaType;
const wrong = (change: object) => wrongIn({ ...settings, ...change }, ofSettings, schema);

describe('the settings of the Drupal module', () => {
  it('begin as the schema wants them, and send nothing anywhere', () => {
    assert.deepEqual(wrongIn(begins, ofSettings, schema), []);
    assert.equal(begins['endpoint'], '');
  });

  it('are taken as an administrator fills them in', () => {
    assert.deepEqual(wrong({}), []);
    assert.deepEqual(
      wrong({ endpoint: '/open311/v2/', storage: 'none', practice: true, phone: '+1 (269) 555-0142' }),
      [],
    );
  });

  for (const [name, change] of Object.entries({
    'an address that runs a script': { plain_form: 'javascript:alert(1)' },
    'an address that runs a script behind two slashes': { plain_form: 'javascript://x/%0aalert(1)' },
    'an address with a password in it': { endpoint: 'https://me:secret@311.example.gov/' },
    'an address of another site without its scheme': { tracker: '//evil.example/' },
    'an address that browsers read as one of another site': { tracker: '/\\evil.example/' },
    'an address with a quote in it': { faq: 'https://311.example.gov/"onload="' },
    'words for a phone': { phone: 'call us' },
    'a storage that there is not': { storage: 'cloud' },
    'a word for yes': { practice: 'yes' },
    'a key that there is not': { api_key: 'secret' },
  })) {
    it(`refuse ${name}`, () => assert.equal(wrong(change).length, 1, wrong(change).join('; ')));
  }

  it('have a field each, and no field keeps what the schema does not know', { skip: noPhp }, () => {
    const { targets } = inPhp('form', {});
    const keys = Object.keys(ofSettings.mapping ?? {});
    assert.deepEqual(
      targets,
      keys.map((key) => `citydesk.settings:${key}`),
    );
    assert.deepEqual(Object.keys(begins), keys);
  });
});

describe('the block of the Drupal module', () => {
  it('keeps what its form says, as the schema wants it', { skip: noPhp }, () => {
    const values = { widget: 'launcher', label_of_button: ' Tell us ', service_code: 'pothole', heading_level: '3' };
    const { fields, kept } = inPhp('block-form', { values });
    assert.deepEqual(wrongIn(kept, ofBlock, schema), []);
    assert.deepEqual(fields, Object.keys(ofBlock.mapping ?? {}));
    assert.deepEqual([kept['label_of_button'], kept['heading_level']], ['Tell us', 3]);
  });

  it(
    'keeps nothing that the schema refuses unseen: an unknown widget or heading level is said',
    { skip: noPhp },
    () => {
      const { kept } = inPhp('block-form', { values: { widget: 'iframe', heading_level: '9' } });
      assert.deepEqual(wrongIn(kept, ofBlock, schema).length, 2);
    },
  );
});
