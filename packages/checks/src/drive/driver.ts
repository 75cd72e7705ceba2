// What a test needs of a browser, whichever engine it is and however it is driven: open, find by role and name, click, type, read.

/** Roles a resident can act on or read by. */
export type Role =
  'button' | 'link' | 'textbox' | 'combobox' | 'option' | 'radio' | 'checkbox' | 'heading' | 'group' | 'application';

/** The small part in which engines differ. */
export interface Engine<Handle> {
  /** For example `Firefox 153.7.0`. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives its JSON value. */
  read(script: string): Promise<unknown>;
  /** The same, for a body that returns an element. */
  element(script: string): Promise<Handle | undefined>;
  /** A real press by the engine's own input, in the middle of the element. */
  press(handle: Handle): Promise<void>;
  /** Real keys into the element, in place of what it holds. */
  type(handle: Handle, text: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser as a resident uses it. Everything waits up to ten seconds for what it needs, and says what it saw when that never comes. */
export interface Driver {
  readonly version: string;
  open(url: string): Promise<void>;
  /** Scrolls to the first such element of the page, as who looks for it does: a widget's code comes when it is near the view. */
  scrollTo(element: string): Promise<void>;
  /** Presses what has this role and a name that begins with these words. */
  click(role: Role, name: string): Promise<void>;
  /** Fills the field whose label begins with these words, whether or not a list opens below it. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses an answer to the question whose words begin so: a radio, or an option of a select. */
  choose(question: string, answer: string): Promise<void>;
  /** Waits for a heading that begins with these words. */
  heading(name: string): Promise<void>;
  /** Waits until such a thing is seen or not. */
  has(role: Role, name: string): Promise<boolean>;
  /** Waits for text that matches, anywhere a reader can see it; gives the match. */
  text(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Waits for a link with a name that begins with these words; gives where it leads. */
  linkTo(name: string): Promise<string>;
  /** The address of the page that is open. */
  address(): Promise<string>;
  close(): Promise<void>;
}
