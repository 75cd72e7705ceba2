// What the demo city has in its books, read from its own database and not through anything that is under test.

import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface CityRow {
  readonly id: string;
  readonly description: string;
  /** How many photos came with it. */
  readonly photos: number;
}

/**
 * The reports whose words hold these.
 * @param data the folder of a running or a stopped city
 */
export function rowsWith(data: string, words: string): readonly CityRow[] {
  const database = new DatabaseSync(path.join(data, 'city.sqlite'), { readOnly: true, timeout: 5000 });
  try {
    const rows = database
      .prepare(
        `SELECT id, description, (SELECT count(*) FROM photo WHERE request_id = request.id) AS photos
        FROM request WHERE instr(description, ?) > 0 ORDER BY id`,
      )
      .all(words);
    return rows.map(({ id, description, photos }) => ({
      id: String(id),
      description: String(description),
      photos: Number(photos),
    }));
  } finally {
    database.close();
  }
}
