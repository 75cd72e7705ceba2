// `npm run acr`: the accessibility conformance report, made from what the other verbs have proven in this copy. It fails where the report cites a test or a
// seeded defect that is not among the proofs, or where the committed report is another.
//
//   npm run acr                compares
//   npm run acr -- --update    writes

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { noCounts, sayCounts } from '../counts.ts';
import { mutants } from '../mutants/mutants.ts';
import { proofOf, prove } from '../proven/prove.ts';
import { exists, root, textOf } from '../workspace.ts';
import { openAcrSchema } from './openacr-schema.ts';
import { pageOf } from './page.ts';
import { openAcrOf, reportOn } from './report.ts';

const folder = 'docs/reference/accessibility';

/** @returns the exit code */
export async function acr(args: readonly string[]): Promise<number> {
  const report = reportOn({ proofOf, mutants });
  const openAcr = openAcrOf(report);
  const ajv = new Ajv({ allErrors: true });
  const isValid = ajv.validate(openAcrSchema, openAcr);
  const files: Readonly<Record<string, string>> = {
    [`${folder}/citydesk-acr.yaml`]: await styled('acr.yaml', stringify(openAcr, { lineWidth: 0 })),
    [`${folder}/citydesk-acr.html`]: await styled('acr.html', pageOf(report, openAcr)),
  };
  const faults = [...report.faults, ...(isValid ? [] : [`It is no OpenACR: ${ajv.errorsText()}`])];
  for (const [file, text] of Object.entries(files)) {
    if (args.includes('--update') && faults.length === 0) {
      mkdirSync(path.join(root, folder), { recursive: true });
      writeFileSync(path.join(root, file), text);
    } else if (!exists(file) || textOf(file) !== text) {
      faults.push(`${file} is not what is proven now. Write it with: npm run acr -- --update`);
    }
  }
  for (const fault of faults) console.log(`✖ ${fault}`);
  const said = report.parts.flatMap((part) => part.said);
  const count = (level: string) => said.filter((one) => one.level === level).length;
  const figure =
    `${said.length} criteria: ${count('supports')} proven by a test and a seeded defect, ` +
    `${count('partially-supports')} open, ${count('not-applicable')} not applicable`;
  console.log(figure);
  console.log(sayCounts({ ...noCounts, passed: said.length, failed: faults.length }));
  prove({ verb: 'acr', figure, holds: faults.length === 0 });
  return faults.length > 0 ? 1 : 0;
}

/** In the house style, which is asked of every file. */
async function styled(name: string, text: string): Promise<string> {
  const filepath = path.join(root, folder, name);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
