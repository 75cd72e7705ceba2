// "Check this endpoint": the check runs here, in the browser, and asks the city through this site, whose server residents go through too.

(function () {
  const { __, _n, sprintf } = wp.i18n;
  const { check, look, relay, file, nonce } = window.citydeskSettings;
  const button = document.getElementById('citydesk-check');
  const field = document.getElementById('citydesk_endpoint');
  const jurisdiction = document.getElementById('citydesk_jurisdiction_id');
  const result = document.getElementById('citydesk-check-result');

  /** A `fetch` for the check: this site asks, and hands on status, headers and bytes. */
  function fetchThroughSite(endpoint) {
    return async (url, { method = 'GET', signal } = {}) => {
      // A browser asks nobody before it sends to its own site: there is nothing to look at.
      if (method !== 'GET') return new Response(null, { status: 204 });
      const address = new URL(look);
      address.searchParams.set('endpoint', endpoint);
      address.searchParams.set('url', String(url));
      const answer = await fetch(address, { headers: { 'X-WP-Nonce': nonce }, credentials: 'same-origin', signal });
      if (!answer.ok) throw new TypeError(__('your session has ended, load this page again', 'citydesk'));
      const { failure, status, headers, body } = await answer.json();
      if (failure) throw new TypeError(failure);
      const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
      const kept = new Headers();
      for (const [name, value] of Object.entries(headers))
        if (!/^(content-encoding|content-length|transfer-encoding|set-cookie)$/i.test(name)) kept.set(name, value);
      return new Response([204, 205, 304].includes(status) ? null : bytes, { status, headers: kept });
    };
  }

  function element(name, text, ...inside) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  }

  /** What is wrong, with what to do about it, each in a few sentences. */
  function listOf(checks) {
    const list = element('ul');
    list.style.cssText = 'list-style: disc; padding-inline-start: 1.5em';
    for (const { title, evidence, means, ask } of checks) {
      const item = element('li', '', element('strong', title), element('span', ' ' + __('No.', 'citydesk') + ' '));
      item.append([evidence.found, means].filter(Boolean).join(' '));
      if (ask) item.append(element('br'), element('em', __('Ask whoever runs the server:', 'citydesk')), ' ' + ask);
      list.append(item);
    }
    return list;
  }

  function show(kind, ...inside) {
    const notice = element('div', '', ...inside);
    notice.className = `notice notice-${kind} inline`;
    result.replaceChildren(notice);
  }

  /** Whether visitors get through to this site's own routes: other plugins, and rules of the web server, may close them. */
  async function closedToVisitors() {
    for (const url of [file, relay + 'discovery.json']) {
      try {
        const answer = await fetch(url, { credentials: 'omit', cache: 'no-store' });
        // Without an endpoint the relay says 503, in its own words.
        if (answer.ok || answer.headers.get('Citydesk-Relay') === '1') continue;
        return url;
      } catch {
        return url;
      }
    }
    return undefined;
  }

  async function run() {
    const endpoint = field.value.trim();
    if (!/^https?:\/\/[^/]+/i.test(endpoint)) {
      show('error', element('p', __('Type the web address of the server first. It begins with https://.', 'citydesk')));
      field.focus();
      return;
    }
    button.disabled = true;
    let done = 0;
    const progress = element('p');
    show('info', progress);
    const tell = () => {
      progress.textContent = sprintf(
        /* translators: %d: how many questions. */
        _n('Checking. %d question asked.', 'Checking. %d questions asked.', done, 'citydesk'),
        done,
      );
    };
    progress.textContent = __('Checking. This takes about half a minute.', 'citydesk');
    try {
      const { check: look } = await import(check);
      const report = await look({
        endpoint,
        jurisdictionId: jurisdiction.value.trim() || undefined,
        fetch: fetchThroughSite(endpoint),
        onCheck: () => {
          done += 1;
          if (done % 10 === 0) tell();
        },
      });
      // What browsers of other sites may do is no question here: they all ask this site.
      const checks = report.checks.filter(({ id }) => !/^cors-|^preflight$|^mixed-content$/.test(id));
      await conclude(checks);
    } catch (error) {
      show('error', element('p', __('The check could not be run:', 'citydesk') + ' ' + error.message));
    } finally {
      button.disabled = false;
    }
  }

  async function conclude(checks) {
    const of = (outcome) => checks.filter((each) => each.outcome === outcome);
    const broken = of('broken');
    const unreachable = broken.find(({ id }) => id === 'reachable');
    const closed = await closedToVisitors();
    const parts = [];
    if (unreachable) {
      parts.push(element('p', __('This address does not work. Residents could not report anything.', 'citydesk')));
      parts.push(listOf([unreachable]));
    } else if (broken.length > 0) {
      const words = _n(
        'The server answers, but %d thing keeps residents from reporting.',
        'The server answers, but %d things keep residents from reporting.',
        broken.length,
        'citydesk',
      );
      /* translators: %d: how many things. */
      parts.push(element('p', sprintf(words, broken.length)), listOf(broken));
    } else {
      parts.push(
        element('p', __('This endpoint works. Nothing was found that keeps residents from reporting.', 'citydesk')),
      );
    }
    if (closed) {
      const words = __(
        'Visitors cannot reach %s on this site. Another plugin or the web server closes it: let visitors read the REST routes below citydesk/v1.',
        'citydesk',
      );
      /* translators: %s: an address. */
      parts.push(element('p', sprintf(words, closed)));
    }
    const deviates = unreachable ? [] : of('deviates');
    if (deviates.length > 0) {
      const words = _n('%d thing could be better', '%d things could be better', deviates.length, 'citydesk');
      /* translators: %d: how many things. */
      parts.push(element('details', '', element('summary', sprintf(words, deviates.length)), listOf(deviates)));
    }
    show(broken.length > 0 || closed ? 'error' : 'success', ...parts);
  }

  button.addEventListener('click', () => void run());
})();
