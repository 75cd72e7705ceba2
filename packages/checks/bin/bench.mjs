// `npm run bench`
import { bench } from '../src/bench.ts';

await bench();
