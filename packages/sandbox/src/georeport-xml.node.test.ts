/** The city's XML held against answers written by hand from the spec. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { xmlText } from '@citydesk/relay/town';
import { get, post, smallCity } from './test-kit.ts';
import type { City } from './city.ts';

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const pothole = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };

/** The spec's examples are indented; ours are not. */
function packed(xml: string): string {
  return head + xml.replace(/\n\s*/g, '');
}

async function answers(city: City, path: string, status: number, xml: string): Promise<void> {
  const answer = await get(city, path);
  assert.equal(answer.body, packed(xml));
  assert.equal(answer.status, status);
  assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
}

describe('GeoReport v2 in XML', () => {
  it('lists services', () =>
    answers(
      smallCity(),
      'services.xml',
      200,
      `<services>
        <service>
          <service_code>006</service_code>
          <service_name>Pothole</service_name>
          <description>A hole in the road</description>
          <group>Streets</group>
          <metadata>true</metadata>
          <type>realtime</type>
          <keywords>hole,road</keywords>
        </service>
        <service>
          <service_code>Animals/Dead animal</service_code>
          <service_name>Dead animal</service_name>
          <metadata>false</metadata>
          <type>batch</type>
          <keywords/>
        </service>
        <service>
          <service_code>tip</service_code>
          <service_name>Tip for the mayor</service_name>
          <metadata>false</metadata>
          <type>blackbox</type>
          <keywords/>
        </service>
      </services>`,
    ));

  it('defines a service', async () => {
    const seed = {
      services: [
        {
          service_code: 'a b/c',
          service_name: 'Sign',
          attributes: [
            { code: 'cold', variable: false, description: 'Crews work on dry days.' },
            {
              code: 'size',
              datatype: 'singlevaluelist' as const,
              required: true,
              description: 'How big is it?',
              datatype_description: 'Choose one.',
              values: [
                { key: 's', name: 'Small' },
                { key: 'b', name: 'Big' },
              ],
            },
          ],
        },
      ],
    };
    await answers(
      smallCity({ seed }),
      'services/a%20b%2Fc.xml',
      200,
      `<service_definition>
        <service_code>a b/c</service_code>
        <attributes>
          <attribute>
            <variable>false</variable>
            <code>cold</code>
            <datatype>string</datatype>
            <required>false</required>
            <order>1</order>
            <description>Crews work on dry days.</description>
            <values/>
          </attribute>
          <attribute>
            <variable>true</variable>
            <code>size</code>
            <datatype>singlevaluelist</datatype>
            <required>true</required>
            <order>2</order>
            <description>How big is it?</description>
            <datatype_description>Choose one.</datatype_description>
            <values>
              <value><key>s</key><name>Small</name></value>
              <value><key>b</key><name>Big</name></value>
            </values>
          </attribute>
        </attributes>
      </service_definition>`,
    );
  });

  it('takes a report and gives it back by number and in the list', async () => {
    const city = smallCity();
    const receipt = await post(city, { ...pothole, lat: '41.9546', long: '-85.6352', account_id: 'a-1' }, 'xml');
    assert.equal(
      receipt.body,
      packed(`<service_requests>
        <request>
          <service_request_id>26-00001</service_request_id>
          <service_notice>A crew comes within 2 days.</service_notice>
          <account_id>a-1</account_id>
        </request>
      </service_requests>`),
    );
    const list = `<service_requests>
      <request>
        <service_request_id>26-00001</service_request_id>
        <status>open</status>
        <service_name>Pothole</service_name>
        <service_code>006</service_code>
        <agency_responsible>Street Department</agency_responsible>
        <service_notice>A crew comes within 2 days.</service_notice>
        <requested_datetime>2026-11-20T15:00:00Z</requested_datetime>
        <updated_datetime>2026-11-20T15:00:00Z</updated_datetime>
        <expected_datetime>2026-11-24T21:30:00Z</expected_datetime>
        <address>318 Hoffman St</address>
        <lat>41.9546</lat>
        <long>-85.6352</long>
      </request>
    </service_requests>`;
    await answers(city, 'requests/26-00001.xml', 200, list);
    await answers(city, 'requests.xml', 200, list);
    await answers(city, 'requests.xml?status=closed', 200, '<service_requests/>');
  });

  it('answers with a token, then with the number, and for a blackbox with neither', async () => {
    const city = smallCity();
    const { body } = await post(city, { service_code: 'Animals/Dead animal', address_id: '7' }, 'xml');
    const [, token] = /<token>([\w-]+)<\/token>/.exec(String(body)) ?? [];
    const request = (inside: string) => `<service_requests><request>${inside}</request></service_requests>`;
    assert.equal(body, packed(request(`<token>${token}</token>`)));
    await answers(city, `tokens/${token}.xml`, 200, request(`<token>${token}</token>`));
    city.store.readyTokens(new Date(0));
    const ready = `<service_request_id>26-00001</service_request_id><token>${token}</token>`;
    await answers(city, `tokens/${token}.xml`, 200, request(ready));
    const blackbox = await post(city, { service_code: 'tip', address_id: '7' }, 'xml');
    assert.equal(blackbox.body, packed('<service_requests><request/></service_requests>'));
  });

  it('says what is wrong, each mistake in an error of its own', async () => {
    const city = smallCity();
    const errors = (code: number, ...descriptions: string[]) =>
      `<errors>${descriptions.map((each) => `<error><code>${code}</code><description>${each}</description></error>`).join('')}</errors>`;
    await answers(city, 'services/x.xml', 404, errors(404, 'service_code was not found. (service_code)'));
    await answers(city, 'tokens/x.xml', 404, errors(404, 'token was not found. (token)'));
    await answers(city, 'nothing.xml', 404, errors(404, 'There is nothing at this address.'));
    const refused = await post(city, { service_code: '006', lat: '1' }, 'xml');
    assert.equal(
      refused.body,
      packed(
        errors(
          400,
          'Send lat and long together. (lat, long)',
          'This question needs an answer: How big is it? (attribute[size])',
        ),
      ),
    );
  });

  it('says in discovery where it answers, and in which formats', () =>
    answers(
      smallCity(),
      '/open311/discovery.xml',
      200,
      `<discovery>
        <changeset>2026-11-01 09:00</changeset>
        <contact>Test city. This is a sandbox: what you send reaches no real city.</contact>
        <key_service>No api_key is needed.</key_service>
        <endpoints>
          <endpoint>
            <specification>http://wiki.open311.org/GeoReport_v2</specification>
            <url>http://city.test/open311/v2</url>
            <changeset>2026-11-01 09:00</changeset>
            <type>test</type>
            <formats><format>text/xml</format><format>application/json</format></formats>
          </endpoint>
        </endpoints>
      </discovery>`,
    ));

  it('misbehaves in XML too', async () => {
    const city = smallCity();
    city.faults = [{ route: 'services', kind: 'error-500' }];
    const error = '<error><code>500</code><description>General service error.</description></error>';
    await answers(city, 'services.xml', 500, `<errors>${error}</errors>`);
    city.faults = [{ route: 'services', kind: 'empty' }];
    await answers(city, 'services.xml', 200, '<services/>');
    city.faults = [{ route: 'services', kind: 'script-strings' }];
    const { body } = await get(city, 'services.xml');
    assert.match(
      String(body),
      /<service_code>006<\/service_code><service_name>&lt;script&gt;.*&lt;\/script&gt;.*Pothole</,
    );
  });
});

describe('xmlText', () => {
  const shape = { root: 'rows', item: 'row' };

  it('escapes all that is markup, and keeps what a parser would change', () => {
    const text = `</row>&amp;<!-- ]]> "a" 'b' \r\n\t`;
    const written = '&lt;/row&gt;&amp;amp;&lt;!-- ]]&gt; &quot;a&quot; &apos;b&apos; &#13;\n\t';
    assert.equal(xmlText([text], shape), `${head}<rows><row>${written}</row></rows>`);
  });

  it('shows what XML cannot hold as unknown', () => {
    assert.equal(
      xmlText(['a\0b\x0bc\ud800d\uffff😀'], shape),
      `${head}<rows><row>a\uFFFDb\uFFFDc\uFFFDd\uFFFD😀</row></rows>`,
    );
  });

  it('makes an element of any name', () => {
    const value = [{ 'attribute[a b]': 1, '1st': 2, '': 3, 'x/><y': 4 }];
    const inside = '<attribute_a_b_>1</attribute_a_b_><_1st>2</_1st><_>3</_><x___y>4</x___y>';
    assert.equal(xmlText(value, shape), `${head}<rows><row>${inside}</row></rows>`);
  });

  it('tells nothing, blank, zero and not there apart as far as XML can', () => {
    const row = { a: null, b: '', c: 0, d: false, e: undefined, f: [], g: ['x'], notes: [{ h: 1 }] };
    assert.equal(
      xmlText([row], shape),
      `${head}<rows><row><a/><b/><c>0</c><d>false</d><f/><g><item>x</item></g><notes><note><h>1</h></note></notes></row></rows>`,
    );
  });
});
