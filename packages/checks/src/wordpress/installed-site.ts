// WordPress with the plugin from the built zip, set up from PHP: for tests of the relay, which need no browser.

import { bootWordPress, type BootedWordPress } from './boot-wordpress.ts';
import { pluginZip } from './build-plugin.ts';
import type { WordPressName } from './wordpress-files.ts';

export async function installedSite(
  settings: Readonly<Record<string, unknown>>,
  apiKey: string,
  name: WordPressName = 'beta',
): Promise<BootedWordPress> {
  const site = await bootWordPress(name);
  await site.php(`${loaded}
    WP_Filesystem();
    unzip_file( '${pluginZip}', WP_PLUGIN_DIR );
    $failed = activate_plugin( 'citydesk/citydesk.php' );
    if ( is_wp_error( $failed ) ) { fwrite( STDERR, $failed->get_error_message() ); exit( 1 ); }
    update_option( 'citydesk_settings', json_decode( '${JSON.stringify(settings)}', true ) );
    update_option( 'citydesk_secret', array( 'api_key' => '${apiKey}' ), false );
  `);
  return site;
}

/** WordPress with what its administration needs. */
export const loaded = `
require 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
`;
