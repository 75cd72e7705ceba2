/**
 * The command of a town in a process of its own, which ends itself as if the power was cut: just before or just after the disk has the report
 * that makes so many. Arguments: `before` or `after`, how many (0 for never), and those of the command.
 */

import { DatabaseSync } from 'node:sqlite';
import { runCommand } from '../src/node.ts';

const [moment, many, ...args] = process.argv.slice(2);

const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as DatabaseSync['exec'];
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  const isLast = sql === 'COMMIT' && reportsIn(this) === Number(many);
  if (isLast && moment === 'before') process.kill(process.pid, 'SIGKILL');
  exec.call(this, sql);
  if (isLast) process.kill(process.pid, 'SIGKILL');
};

/** 0 for a database that has no reports. */
function reportsIn(db: DatabaseSync): number {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'request'").get();
  const row = known && (db.prepare('SELECT count(*) AS many FROM request').get() as { many: number } | undefined);
  return row && row.many > 0 ? row.many : -1;
}

process.exitCode = await runCommand(args);
