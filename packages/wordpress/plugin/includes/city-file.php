<?php
/**
 * The city file, which all widgets of the site read: /wp-json/citydesk/v1/city.json. It holds what the settings say, and no secret.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** An address below our REST routes. Where addresses have no words ("Plain" permalinks) it goes through index.php. */
function route_url( string $path ): string {
	return get_option( 'permalink_structure' )
		? rest_url( 'citydesk/v1/' . $path )
		: home_url( '/index.php/wp-json/citydesk/v1/' . $path );
}

/**
 * With plain permalinks WordPress takes REST routes only as ?rest_route=, below which no endpoint can have paths of its own.
 *
 * @param \WP $wp The request.
 */
function route_plain_permalinks( $wp ): void {
	if ( get_option( 'permalink_structure' ) || ! empty( $wp->query_vars['rest_route'] ) || ! isset( $_SERVER['REQUEST_URI'] ) ) {
		return;
	}
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only compared with our routes.
	$path  = (string) wp_parse_url( wp_unslash( $_SERVER['REQUEST_URI'] ), PHP_URL_PATH );
	$start = strpos( $path, '/index.php/wp-json/citydesk/v1/' );
	if ( false !== $start ) {
		$wp->query_vars['rest_route'] = substr( $path, $start + strlen( '/index.php/wp-json' ) );
	}
}
add_action( 'parse_request', __NAMESPACE__ . '\route_plain_permalinks', 9 );

/** What the widgets are told; see the reference of the city file. */
function city_file(): array {
	$settings = settings();
	$page     = static function ( int $id ): string {
		return $id > 0 && 'publish' === get_post_status( $id ) ? (string) get_permalink( $id ) : '';
	};
	$takes_photos = 'none' !== $settings['media'];
	$file         = array(
		'endpoint'   => '' === $settings['endpoint'] ? '' : route_url( 'open311/v2/' ),
		'cityName'   => $settings['city_name'],
		'zone'       => $settings['zone'],
		'phone'      => $settings['phone'],
		'emergency'  => $settings['emergency'],
		'contact'    => $settings['contact'],
		'reportUrl'  => $page( $settings['report_page'] ),
		'trackerUrl' => $page( $settings['tracker_page'] ),
		'faq'        => $settings['faq'],
		// To the relay photos always go this way: of several under one plain name PHP keeps the last. The relay renames them.
		'media'      => $takes_photos ? 'multipart:media[]' : 'none',
		'mostPhotos' => $takes_photos ? MOST_PHOTOS : 0,
		'practice'   => (bool) $settings['practice'],
	);
	$said = array_filter(
		$file,
		static function ( $value ) {
			return '' !== $value && false !== $value;
		}
	);
	/**
	 * Adds what the settings page does not ask for: emergency words, responsibility, a map, and so on.
	 *
	 * @param array $said The city file. Everybody can read it.
	 */
	return (array) apply_filters( 'citydesk_city_file', $said );
}

/** The route. */
function register_city_file(): void {
	register_rest_route(
		'citydesk/v1',
		'/city\.json',
		array(
			'methods'             => 'GET',
			'permission_callback' => '__return_true',
			'callback'            => static function () {
				return new \WP_REST_Response( (object) city_file(), 200, array( 'Cache-Control' => 'public, max-age=300' ) );
			},
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_city_file' );
