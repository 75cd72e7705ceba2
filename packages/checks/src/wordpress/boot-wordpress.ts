// A real WordPress, installed and served by PHP's own server with several workers, so that two requests can come at once.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { runCommand } from '../run-command.ts';
import { writeWordPress, type WordPressName } from './wordpress-files.ts';

export interface BootedWordPress {
  /** For example `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly folder: string;
  /** As `get_bloginfo('version')` says. */
  readonly version: string;
  /**
   * Runs PHP inside WordPress, and gives what it prints.
   * @throws Error when PHP ends badly
   */
  php(code: string): Promise<string>;
  /** What WordPress and the plugin have complained of; notices of the database driver are not theirs. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

export const password = 'a password for tests';

/** Installs WordPress with an administrator `admin` and an author `author`. */
export async function bootWordPress(name: WordPressName = 'beta'): Promise<BootedWordPress> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-wordpress-'));
  await writeWordPress(folder, name);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  writeFileSync(path.join(folder, 'wp-config.php'), config(origin, folder));
  writeFileSync(path.join(folder, 'router.php'), router);
  const php = (code: string) => runPhp(folder, origin, code);
  const version = await php(install);
  const server = spawn('php', ['-d', 'memory_limit=256M', '-S', `127.0.0.1:${port}`, 'router.php'], {
    cwd: folder,
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    // Its workers are its children: the group is ended as one.
    detached: true,
    stdio: 'ignore',
  });
  const stop = () => end(server);
  process.once('exit', stop);
  await answering(origin);
  return {
    origin,
    folder,
    version: version.trim(),
    php,
    complaints: () => complaintsIn(path.join(folder, 'wp-content/debug.log')),
    async close() {
      process.off('exit', stop);
      stop();
      await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(undefined)));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Its status, with the answer read to its end: one that is left lying breaks the next request now and then. */
export async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  return answer.status;
}

function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It had already ended.
  }
}

async function answering(origin: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await statusOf(origin);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
}

async function runPhp(folder: string, origin: string, code: string): Promise<string> {
  const file = path.join(folder, `run-${Math.random().toString(36).slice(2)}.php`);
  const host = new URL(origin).host;
  const before = `<?php $_SERVER['HTTP_HOST'] = '${host}'; $_SERVER['SERVER_NAME'] = '127.0.0.1'; $_SERVER['REQUEST_URI'] = '/'; $_SERVER['REQUEST_METHOD'] = 'GET';`;
  writeFileSync(file, `${before}\n${code}`);
  const { ok, output } = await runCommand('php', ['-d', 'memory_limit=256M', '-d', 'display_errors=0', file], {
    cwd: folder,
    timeout: 120_000,
  });
  rmSync(file);
  if (!ok) throw new Error(`PHP ended badly:\n${output.slice(-3000)}`);
  return output;
}

const install = `
define( 'WP_INSTALLING', true );
require 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_false' );
wp_install( 'City of Three Rivers', 'admin', 'admin@example.org', true, '', '${password}' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => '${password}', 'user_email' => 'author@example.org', 'role' => 'author' ) );
// What greets newcomers in the editor would lie over everything.
$preferences = array_fill_keys( array( 'core', 'core/edit-post', 'core/edit-page' ), array( 'welcomeGuide' => false ) );
$preferences['_modified'] = gmdate( 'c' );
foreach ( get_users( array( 'fields' => 'ID' ) ) as $user ) update_user_meta( $user, 'wp_persisted_preferences', $preferences );
update_option( 'show_avatars', 0 );
update_option( 'timezone_string', 'America/Detroit' );
update_option( 'permalink_structure', '/%postname%/' );
global $wp_rewrite;
$wp_rewrite->init();
flush_rewrite_rules( false );
echo get_bloginfo( 'version' );
`;

function config(origin: string, folder: string): string {
  return `<?php
foreach ( array( 'DB_NAME' => 'wordpress', 'DB_USER' => '', 'DB_PASSWORD' => '', 'DB_HOST' => '', 'DB_CHARSET' => 'utf8mb4', 'DB_COLLATE' => '' ) as $name => $value ) define( $name, $value );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) define( $name, 'of the test ' . $name );
$table_prefix = 'wp_';
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'FS_METHOD', 'direct' );
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', '${folder}/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

/** Files as they are, folders by their index, all else through WordPress: what a web server's rewrite rules do. */
const router = `<?php
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$file = __DIR__ . $path;
if ( is_file( $file ) && '.php' !== substr( $file, -4 ) ) return false;
if ( is_dir( $file ) && is_file( rtrim( $file, '/' ) . '/index.php' ) ) $path = rtrim( $path, '/' ) . '/index.php';
$script = is_file( __DIR__ . $path ) && '.php' === substr( $path, -4 ) ? $path : '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = __DIR__ . $script;
unset( $_SERVER['PATH_INFO'] );
chdir( dirname( __DIR__ . $script ) );
require __DIR__ . $script;
`;

function complaintsIn(file: string): readonly string[] {
  let log: string;
  try {
    log = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  // WordPress cannot reach wordpress.org here, and the driver of its database is of an older PHP.
  const ofOthers = /WordPress\.org|sqlite-database-integration/;
  return log.split('\n').filter((line) => /^\[[^\]]*\] PHP /.test(line) && !ofOthers.test(line));
}
