#!/usr/bin/env node
// `npm run look`.
import { look } from '../src/look.ts';

process.exitCode = await look();
