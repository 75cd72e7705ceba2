'use client';

import '@citydesk/elements/request-form/define';
import type {} from '@citydesk/elements/jsx';
import type { CitydeskRequestForm } from '@citydesk/elements/request-form';
import { useEffect, useRef, useState } from 'react';

/** The city's Open311 server, or the relay in front of it. */
const endpoint = process.env.NEXT_PUBLIC_OPEN311_ENDPOINT ?? 'https://311.example.gov/open311/v2/';

export function ReportForm() {
  const form = useRef<CitydeskRequestForm>(null);
  const [number, setNumber] = useState<string>();

  // In HTML that came from the server, React 19 does not listen to an element's own events by itself (react/react#35446).
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    form.current?.addEventListener('citydesk-request-submitted', (event) => setNumber(event.requestId), { signal });
    return () => listening.abort();
  }, []);

  return (
    <>
      <citydesk-request-form ref={form} endpoint={endpoint} phone="269-555-0142" contact="optional" heading-level={2}>
        <p>The form is on its way. You can also call 269-555-0142.</p>
      </citydesk-request-form>
      {number && <p>React knows the number too: {number}</p>}
    </>
  );
}
