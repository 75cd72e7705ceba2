// A small W3C WebDriver client: just the commands our checks use. (https://www.w3.org/TR/webdriver2/)

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** An element as WebDriver passes it about. */
export interface WebElement {
  readonly [elementKey]: string;
}

export interface WebDriverSession {
  readonly capabilities: Readonly<Record<string, unknown>>;
  navigate(url: string): Promise<void>;
  /** Runs the body of a function in the page; elements come back as WebElement. */
  execute(script: string): Promise<unknown>;
  /** Presses the pointer in the middle of the element, wherever it lies. */
  press(element: WebElement): Promise<void>;
  clear(element: WebElement): Promise<void>;
  sendKeys(element: WebElement, text: string): Promise<void>;
  /** What assistive technology is told that the element is, and how it is called. */
  role(element: WebElement): Promise<string>;
  label(element: WebElement): Promise<string>;
  end(): Promise<void>;
}

export function isWebElement(value: unknown): value is WebElement {
  return typeof value === 'object' && value !== null && elementKey in value;
}

/**
 * Opens a session at a running driver, for example `http://127.0.0.1:4444`.
 * @throws Error with the driver's own words when it refuses a command.
 */
export async function startSession(
  driver: string,
  alwaysMatch: Readonly<Record<string, unknown>>,
): Promise<WebDriverSession> {
  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${driver}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (answer.ok) return value;
    const { error = answer.status, message = '' } = value as { readonly error?: string; readonly message?: string };
    throw new Error(`${method} ${path}: ${error} ${message}`);
  }

  const started = (await send('POST', '/session', { capabilities: { alwaysMatch } })) as {
    readonly sessionId: string;
    readonly capabilities: Readonly<Record<string, unknown>>;
  };
  const at = `/session/${started.sessionId}`;
  const idOf = (element: WebElement) => element[elementKey];
  return {
    capabilities: started.capabilities,
    navigate: async (url) => void (await send('POST', `${at}/url`, { url })),
    execute: (script) => send('POST', `${at}/execute/sync`, { script, args: [] }),
    async press(element) {
      // Not Element Click: WebKit looks from the document, sees the host and calls everything in a shadow root covered.
      const script = `const [element] = arguments;
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`;
      const middle = (await send('POST', `${at}/execute/sync`, { script, args: [element] })) as Readonly<
        Record<string, number>
      >;
      const actions = [
        { type: 'pointerMove', origin: 'viewport', ...middle },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('POST', `${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    clear: async (element) => void (await send('POST', `${at}/element/${idOf(element)}/clear`, {})),
    sendKeys: async (element, text) => void (await send('POST', `${at}/element/${idOf(element)}/value`, { text })),
    role: async (element) => String(await send('GET', `${at}/element/${idOf(element)}/computedrole`)),
    label: async (element) => String(await send('GET', `${at}/element/${idOf(element)}/computedlabel`)),
    end: async () => void (await send('DELETE', at)),
  };
}
