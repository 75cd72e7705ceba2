/** Words that follow from the relay's secret: nobody else can make them, and every relay of the city makes the same. */

import { hex, hmac } from './digests.ts';

export interface SecretWords {
  /** What opens a request of a private service, `XXXX-XXXX-XXXX-XXXX`: of its id, or of its token while there is no id. */
  lookUpCode(idOrToken: string): Promise<string>;
  /** Whether this is the code of that. Small and capital letters, dashes and blanks do not matter. */
  opens(code: string, idOrToken: string): Promise<boolean>;
  /** A short hash for logs. */
  hash(word: string): Promise<string>;
}

/** Without letters that look or sound like others. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function secretWords(secret: string): SecretWords {
  const sign = hmac(secret);
  const lookUpCode = async (id: string): Promise<string> => {
    const bytes = await sign(`look up ${id}`);
    const word = Array.from(bytes.subarray(0, 16), (byte) => letters[byte & 31]).join('');
    return word.replace(/.{4}(?=.)/g, '$&-');
  };
  return {
    lookUpCode,
    async opens(code, id) {
      const bare = code.toUpperCase().replace(/[\s-]/g, '').slice(0, 32);
      const own = (await lookUpCode(id)).replaceAll('-', '');
      // All letters are compared, so that the time taken tells nothing.
      let differs = bare.length ^ own.length;
      for (let at = 0; at < own.length; at++) differs |= own.charCodeAt(at) ^ (bare.charCodeAt(at) || 0);
      return differs === 0;
    },
    async hash(word) {
      const bytes = await sign(`log ${word}`);
      return hex(bytes.subarray(0, 6));
    },
  };
}
