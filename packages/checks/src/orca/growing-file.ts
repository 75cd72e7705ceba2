// A file that another program writes at its end, read as it grows: Orca notes several megabytes, and they are looked at twenty times a second.

import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export class GrowingFile {
  readonly #path: string;
  readonly #part = Buffer.alloc(65_536);
  readonly #decoder = new StringDecoder('utf8');
  #file: number | undefined;
  #at = 0;
  #text = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** What has come since the last `forget`. */
  read(): string {
    try {
      this.#file ??= openSync(this.#path, 'r');
    } catch {
      return ''; // it has not been made yet
    }
    for (let length = this.#next(); length > 0; length = this.#next()) {
      this.#text += this.#decoder.write(this.#part.subarray(0, length));
    }
    return this.#text;
  }

  forget(): void {
    this.read();
    this.#text = '';
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #next(): number {
    const length = readSync(this.#file!, this.#part, 0, this.#part.length, this.#at);
    this.#at += length;
    return length;
  }
}
