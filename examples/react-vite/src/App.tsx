import '@citydesk/elements/request-form/define';
import type {} from '@citydesk/elements/jsx';
import { useState } from 'react';

/** The city's Open311 server, or the relay in front of it. */
const endpoint = import.meta.env.VITE_OPEN311_ENDPOINT ?? 'https://311.example.gov/open311/v2/';

export function App() {
  const [number, setNumber] = useState<string>();

  return (
    <main>
      <h1>City of Three Rivers</h1>
      <citydesk-request-form
        endpoint={endpoint}
        phone="269-555-0142"
        contact="optional"
        heading-level={2}
        oncitydesk-request-submitted={(event) => setNumber(event.requestId)}
      >
        <p>The form is on its way. You can also call 269-555-0142.</p>
      </citydesk-request-form>
      {number && <p>React knows the number too: {number}</p>}
    </main>
  );
}
