<?php
/**
 * What the plugin keeps on the site: made when it is activated, brought up to date after an update. uninstall.php takes all of it away.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The table in which the relay notes what became of each report. */
function table(): string {
	global $wpdb;
	return $wpdb->prefix . 'citydesk_reports';
}

/** Makes what is not there yet; safe to call at any time. */
function install(): void {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table     = table();
	$collation = $wpdb->get_charset_collate();
	// The primary key is what makes "once" true: of two calls with one key, one can add the row.
	dbDelta(
		"CREATE TABLE {$table} (
			name char(64) NOT NULL,
			fingerprint char(64) NOT NULL,
			state varchar(10) NOT NULL,
			attempt int(10) unsigned NOT NULL,
			begun bigint(20) unsigned NOT NULL,
			ends bigint(20) unsigned NOT NULL,
			looks int(10) unsigned NOT NULL,
			looked bigint(20) unsigned NOT NULL,
			answer longtext NULL,
			PRIMARY KEY  (name),
			KEY begun (begun)
		) {$collation};"
	);
	// Before 0.1 the key stood among the settings, where the list of all options could show it.
	$settings = get_option( 'citydesk_settings', array() );
	if ( is_array( $settings ) && isset( $settings['api_key'] ) ) {
		$key = (string) $settings['api_key'];
		unset( $settings['api_key'] );
		update_option( 'citydesk_settings', $settings );
		if ( '' !== $key && ! get_option( 'citydesk_secret' ) ) {
			update_option( 'citydesk_secret', array( 'api_key' => $key ), false );
		}
	}
	update_option( 'citydesk_version', VERSION );
}

/** After an update WordPress does not activate a plugin again, so the version tells. Also for each site of a network. */
function upgrade(): void {
	if ( get_option( 'citydesk_version' ) !== VERSION ) {
		install();
	}
}
add_action( 'init', __NAMESPACE__ . '\upgrade', 1 );
