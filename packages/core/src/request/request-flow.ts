/** The whole flow of a report, from the first word to the receipt. */
import { createWritingFlow, type RequestFlow, type RequestPorts } from './flow.ts';
import type { Journey } from './journey-state.ts';
import { sendingPart } from './sending-part.ts';

/** A flow that begins in `state`. */
export const createRequestFlow = (ports: RequestPorts, state: Journey): RequestFlow =>
  createWritingFlow(ports, state, () => sendingPart);
