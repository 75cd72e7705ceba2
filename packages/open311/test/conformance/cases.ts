/** All cases of the conformance suite. */
import type { Case } from './case.ts';
import { connectionCases } from './cases/connections.ts';
import { definitionCases } from './cases/definitions.ts';
import { discoveryCases } from './cases/discovery.ts';
import { errorCases } from './cases/errors.ts';
import { formatCases } from './cases/formats.ts';
import { listCases } from './cases/lists.ts';
import { pageCases } from './cases/pages.ts';
import { pauseCases } from './cases/pauses.ts';
import { photoCases } from './cases/photos.ts';
import { receiptCases } from './cases/receipts.ts';
import { reportCases } from './cases/reports.ts';
import { requestCases } from './cases/requests.ts';
import { serviceCases } from './cases/services.ts';
import { tokenCases } from './cases/tokens.ts';
import { updateCases } from './cases/updates.ts';

export const cases: readonly Case[] = [
  ...serviceCases,
  ...definitionCases,
  ...discoveryCases,
  ...reportCases,
  ...receiptCases,
  ...photoCases,
  ...tokenCases,
  ...requestCases,
  ...listCases,
  ...pageCases,
  ...errorCases,
  ...formatCases,
  ...connectionCases,
  ...pauseCases,
  ...updateCases,
];
