/** `citydesk-relay init`: writes a file of settings for a town without a 311 system, to be changed by whoever runs it. */

import { writeFileSync } from 'node:fs';
import { starterFile } from './starter-file.ts';
import { StartError } from './start-error.ts';

const starterName = 'services.yaml';

/**
 * Into the current folder.
 * @throws {StartError} where there is such a file already, or none can be written
 */
export function init(): void {
  try {
    writeFileSync(starterName, starterFile, { flag: 'wx' });
  } catch (error) {
    throw new StartError(
      (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? `There is a file ${starterName} here already. Nothing was changed.`
        : `${starterName} cannot be written here. Go to a folder of your own and try again.`,
    );
  }
  console.log(`${starterName} is written. Put your own departments and addresses into it, then start the town:

  npx @citydesk/relay --config ${starterName}`);
}
