/** Which services are private, also of those that the city does not offer any more: their requests do not become anybody's business by that. */

import type { DatabaseSync } from 'node:sqlite';
import type { SeedService } from './seed.ts';

export const privateCodeSchema = `
CREATE TABLE IF NOT EXISTS private_code (code TEXT PRIMARY KEY) STRICT;
`;

/** Where they are kept; the tables must be there. */
export function privateCodes(db: DatabaseSync) {
  const all = db.prepare('SELECT code FROM private_code ORDER BY code');
  return {
    all: (): readonly string[] => all.all().map((row) => String(row['code'])),
    /** Of these services each says for itself whether it is private; what was known of others stays. */
    learn(services: readonly SeedService[]): void {
      const [forget, keep] = [
        db.prepare('DELETE FROM private_code WHERE code = ?'),
        db.prepare('INSERT INTO private_code (code) VALUES (?)'),
      ];
      for (const { service_code: code } of services) forget.run(code);
      const closed = services.filter((service) => service.private).map((service) => service.service_code);
      for (const code of new Set(closed)) keep.run(code);
    },
  };
}
