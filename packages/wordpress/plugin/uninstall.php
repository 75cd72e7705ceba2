<?php
/**
 * Takes away all that the plugin has kept, on every site of a network.
 *
 * @package Citydesk
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** On one site. */
function citydesk_uninstall_site(): void {
	global $wpdb;
	foreach ( array( 'citydesk_settings', 'citydesk_secret', 'citydesk_version' ) as $citydesk_option ) {
		delete_option( $citydesk_option );
	}
	// phpcs:ignore WordPress.DB -- a table of ours, and its name cannot be a placeholder.
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}citydesk_reports" );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $citydesk_site ) {
		switch_to_blog( $citydesk_site );
		citydesk_uninstall_site();
		restore_current_blog();
	}
} else {
	citydesk_uninstall_site();
}
