#!/usr/bin/env node
// Writes the elements into llms.txt, and the whole of it into the package of the script tag: node --conditions=citydesk-source packages/checks/bin/llms.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { llmsFiles, withElements } from '../src/packages/llms.ts';
import { elementsManifest } from '../src/packages/manifest.ts';
import { root } from '../src/workspace.ts';

const text = withElements(readFileSync(path.join(root, llmsFiles[0]), 'utf8'), await elementsManifest());
for (const file of llmsFiles) writeFileSync(path.join(root, file), text);
