#!/usr/bin/env node
// `sbom.mjs [file]`: writes the bill of materials of what is published, as CycloneDX. Needs a build before.
import { writeFileSync } from 'node:fs';
import { billOfMaterials } from '../src/packages/bill-of-materials.ts';

const [file = 'citydesk.cdx.json'] = process.argv.slice(2);
const bill = await billOfMaterials();
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${file}: ${bill.components.length} components`);
