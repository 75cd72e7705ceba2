// Files a report and follows it, without a page: the journey and the tracker of @citydesk/core, the client of @citydesk/open311, and a terminal.

import { parseArgs } from 'node:util';
import { begin, createRequestFlow, fieldsOf, goOn, refused, sendIt, stepsOf } from '@citydesk/core';
import { reportFrom } from '@citydesk/core/report';
import { createTracker } from '@citydesk/core/tracking';
import { createClient, RejectedError } from '@citydesk/open311';

const { values } = parseArgs({
  options: {
    endpoint: { type: 'string', default: 'https://311.example.gov/open311/v2/' },
    service: { type: 'string', default: 'pothole' },
    address: { type: 'string', default: '318 Hoffman St' },
    description: { type: 'string', default: 'A hole by the bridge' },
    // A question's code and the answer's key, as the city's service definition has them. May stand more than once.
    answer: { type: 'string', multiple: true, default: ['size=large', 'lane=drive'] },
    // Look until the city closes it; without this, once.
    follow: { type: 'boolean', default: false },
  },
});

const city = createClient({ endpoint: values.endpoint });
const reference = await file();
if (reference) await follow(reference);
else process.exitCode = 1;

/** Fills the report in, step by step, and sends it. Gives its number, or the token for it; nothing where the city did not take it. */
async function file() {
  const flow = createRequestFlow(
    {
      client: async () => city,
      send,
      locate: () => Promise.reject(new Error('A terminal is nowhere.', { cause: 'unavailable' })),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    },
    begin({ serviceCode: values.service, description: values.description, rules: { contact: 'optional' } }),
  );
  flow.start();
  await until(flow, ({ services, definition }) => services.is !== 'loading' && definition.is !== 'loading');

  flow.dispatch({ type: 'placed', words: values.address });
  for (const pair of values.answer) {
    const [code, ...key] = pair.split('=');
    flow.dispatch({ type: 'answered', code, answer: key.join('=') });
  }
  while (flow.state.phase === 'filling' && flow.state.step !== 'check') {
    const { step } = flow.state;
    flow.dispatch(goOn(flow.state));
    if (flow.state.step === step) return refuse(flow.state.problems);
    console.log(`${step}: done (${stepsOf(flow.state).join(' → ')})`);
  }

  flow.dispatch(sendIt(flow.state));
  const { phase, receipt, setback, problems } = await until(flow, (state) => state.phase !== 'sending');
  flow.stop();
  if (phase !== 'sent') return refuse(setback?.reasons ?? problems ?? []);
  const { serviceRequestId, token } = receipt;
  console.log(`The city has it: ${serviceRequestId ?? `token ${token}`}`);
  return { reference: serviceRequestId ?? token, isToken: serviceRequestId === undefined };
}

/**
 * Sends it once. Whether a report that got no answer has arrived, nobody can tell: look before you send it again.
 * @returns {Promise<import('@citydesk/core').Action>}
 */
async function send(sending) {
  try {
    const receipt = await city.submitRequest(reportFrom(sending.draft, fieldsOf(sending), sending.rules));
    return { type: 'sent', receipt };
  } catch (error) {
    if (error instanceof RejectedError) return refused(error.reasons, []);
    return { type: 'not-sent', setback: { is: 'rejected', reasons: [`No clear answer: ${error.message}`] } };
  }
}

/** Says how the report stands, at once and whenever that changes. */
async function follow(report) {
  const tracker = createTracker({
    client: async () => city,
    now: () => new Date(),
    random: Math.random,
    after(milliseconds, look) {
      const timer = setTimeout(look, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  tracker.follow([report]);
  let last;
  const { tracked } = await until(tracker, ({ tracked: [{ look }] }) => {
    if (look.is === 'looking') return false;
    const stands = look.is === 'found' ? `${look.request.status} (${look.request.statusLabel})` : look.is;
    if (stands !== last) console.log(`${report.reference} is ${stands}`);
    last = stands;
    return !values.follow || (look.is === 'found' && look.request.status === 'closed');
  });
  tracker.stop();
  if (tracked[0].look.is !== 'found') process.exitCode = 1;
}

/** The first state of a flow or a tracker that is as wanted. */
function until(source, isWanted) {
  return new Promise((resolve) => {
    let end = () => {};
    const hear = (state) => {
      if (!isWanted(state)) return;
      end();
      resolve(state);
    };
    end = source.subscribe(hear);
    hear(source.state);
  });
}

function refuse(reasons) {
  for (const reason of reasons) console.error(typeof reason === 'string' ? reason : `${reason.field}: ${reason.kind}`);
  if (!reasons.length) console.error('It was not sent.');
}
