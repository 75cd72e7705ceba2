// A desktop of its own for one walk: a virtual screen, a private message bus, the accessibility bus, and Orca, which speaks into a file.

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../e2e/until.ts';
import { GrowingFile } from './growing-file.ts';

export interface Desktop {
  /** What a browser has to be started with, to be on this screen and heard by this Orca. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What Orca has noted since it was last told to begin anew. */
  log(): string;
  /** Forgets what was noted until now. */
  beginAnew(): void;
  /** Ends all that was started, and removes what it wrote. */
  close(): Promise<void>;
}

/** Where Debian puts the program that starts the accessibility bus. */
export const busLauncher = '/usr/libexec/at-spi-bus-launcher';

/** Where the desktop itself is slow to start: a loaded machine takes several times the 3 s of an idle one. */
const patience = 60_000;

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** @throws Error when something of it does not start; what had started is ended by then */
export async function startDesktop(): Promise<Desktop> {
  const home = mkdtempSync(path.join(tmpdir(), 'citydesk-orca-'));
  const logFile = path.join(home, 'orca.log');
  const notes = new GrowingFile(logFile);
  const started: ChildProcess[] = [];
  const end = () => {
    notes.close();
    started.toReversed().forEach(endGroup);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', end);
  // A stage that takes too long is told to end; without this, all of the desktop would stay.
  const stop = () => process.exit(1);
  for (const signal of signals) process.once(signal, stop);
  const close = async () => {
    const gone = started.map(
      (child) => child.exitCode ?? child.signalCode ?? new Promise((over) => child.once('exit', over)),
    );
    end();
    await Promise.all(gone);
    process.off('exit', end);
    for (const signal of signals) process.off(signal, stop);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const start = (command: string, args: readonly string[], options: SpawnOptions) => {
    // A group of its own, so that nothing it starts outlives it.
    const child = spawn(command, args, { ...options, detached: true });
    started.push(child);
    child.once('error', () => undefined);
    return child;
  };

  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const env = { ...environment(home), DISPLAY: `:${await firstLine(screen, 3, 'Xvfb')}` };
    const bus = start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const all = { ...env, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 3, 'dbus-daemon') };
    start(busLauncher, ['--launch-immediately'], { env: all, stdio: 'ignore' });
    await until('The accessibility bus', () => isEnabled(all), patience);

    mkdirSync(path.join(home, '.local/share/orca'), { recursive: true });
    writeFileSync(path.join(home, '.local/share/orca/orca-customizations.py'), customizations);
    const orca = start('orca', ['--debug-file', logFile], {
      env: { ...all, PATH: `${withoutOthers(home)}${path.delimiter}${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    orca.stdout?.on('data', (chunk) => (complaint += String(chunk)));
    orca.stderr?.on('data', (chunk) => (complaint += String(chunk)));
    const log = () => notes.read();
    await until(
      'Orca',
      () => {
        if (orca.exitCode !== null) throw new Error(`Orca ended with ${orca.exitCode}. It says:\n${complaint}`);
        // The last that it notes of starting, and after it the loop that hears events.
        return /ORCA: Starting ATSPI registry/.test(log()) || undefined;
      },
      patience,
    );
    return { env: all, log, beginAnew: () => notes.forget(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Orca reads this when it starts. Its file is written line by line then; otherwise the last that it said waits for more to come. */
const customizations =
  'from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\nfrom orca import settings\nsettings.sayAllOnLoad = False\n';

/**
 * Orca does not start where this user has another one, and looks for it among all processes. But each desktop here has one of its own, and so may
 * whoever runs this.
 * @returns a folder with the command it looks with, which finds none
 */
function withoutOthers(home: string): string {
  const folder = path.join(home, 'bin');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'pgrep'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return folder;
}

/** Nothing of the settings of whoever runs this; and no voice, for there is nobody to hear it: what Orca says stands in its file. */
function environment(home: string): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(XDG_|DBUS_|LC_|LANG|WAYLAND)/.test(name))),
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8',
    GTK_MODULES: 'gail:atk-bridge',
    GSETTINGS_BACKEND: 'memory',
    SPEECHD_CMD: path.join(home, 'no-voice'),
  };
}

async function isEnabled(env: Record<string, string | undefined>): Promise<true | undefined> {
  const set = [
    ...['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus'],
    ...['--method', 'org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', 'IsEnabled', '<true>'],
  ];
  const child = spawn('gdbus', set, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  return code === 0 || undefined;
}

function firstLine(child: ChildProcess, pipe: number, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
    child.stdio[pipe]?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It had already ended.
  }
}
