#!/usr/bin/env node
// `npm run look`, or `npm run look -- track trackLate` for some of its walks.
import { look } from '../src/look.ts';

process.exitCode = await look(process.argv.slice(2));
