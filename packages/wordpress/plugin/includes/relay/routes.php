<?php
/**
 * A GeoReport v2 endpoint of the site, in front of the city's: /wp-json/citydesk/v1/open311/v2/. The city's server needs no CORS then, its
 * key stays here, and a report that is sent twice is filed once. Only these paths are passed on, and only pages of this site may report.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Of GET requests: the spec's arguments, and the extensions that the widgets know. All others are dropped. */
const QUERY_FIELDS = array( 'service_request_id', 'service_code', 'start_date', 'end_date', 'status', 'updated_after', 'updated_before', 'lat', 'long', 'radius', 'bbox', 'q', 'page', 'page_size', 'per_page', 'extensions' );

/** The routes. */
function register_relay(): void {
	$base = '/open311/v2';
	$get  = static function ( string $path, callable $callback ) use ( $base ): void {
		register_rest_route( 'citydesk/v1', $base . $path, array( 'methods' => 'GET', 'permission_callback' => '__return_true', 'callback' => guarded( $callback ) ) );
	};
	$get( '/services\.json', static function ( \WP_REST_Request $request ) {
		return passed_on( read_city( 'services.json', array(), language_of( $request ) ), 'The city has no list of services.' );
	} );
	$get( '/services/(?P<word>.+)\.json', static function ( \WP_REST_Request $request ) {
		return passed_on( read_city( 'services/' . word_in( $request ) . '.json', array(), language_of( $request ) ), 'This service has no definition. (service_code)' );
	} );
	$get( '/requests/(?P<word>.+)\.json', static function ( \WP_REST_Request $request ) {
		$missing = 'service_request_id was not found. (service_request_id)';
		return passed_on( read_city( 'requests/' . word_in( $request ) . '.json', query_of( $request, array( 'extensions' ) ), language_of( $request ) ), $missing, __NAMESPACE__ . '\public_requests' );
	} );
	$get( '/tokens/(?P<word>.+)\.json', static function ( \WP_REST_Request $request ) {
		return passed_on( read_city( 'tokens/' . word_in( $request ) . '.json' ), 'token was not found. (token)', __NAMESPACE__ . '\public_requests' );
	} );
	// The widgets ask a relay for work against bots; this one asks for none.
	$get( '/challenge\.json', static function () {
		return answer( (object) array() );
	} );
	$get( '/discovery\.json', static function () {
		return answer( discovery() );
	} );
	register_rest_route(
		'citydesk/v1',
		$base . '/requests\.json',
		array(
			array(
				'methods'             => 'GET',
				'permission_callback' => '__return_true',
				'callback'            => guarded( static function ( \WP_REST_Request $request ) {
					$response = read_city( 'requests.json', query_of( $request, QUERY_FIELDS ), language_of( $request ) );
					return passed_on( $response, 'The city has no list of requests.', __NAMESPACE__ . '\public_requests' );
				} ),
			),
			array(
				'methods'             => 'POST',
				// Checked below, so that the widgets get the spec's errors.
				'permission_callback' => '__return_true',
				'callback'            => guarded( static function ( \WP_REST_Request $request ) {
					return is_same_origin( $request ) ? submit( $request ) : refusal( 403, 'Only pages of this site may send reports.' );
				} ),
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_relay' );

/** Answers for the city only where there is one, and turns what was refused into the spec's errors. */
function guarded( callable $callback ): callable {
	return static function ( \WP_REST_Request $request ) use ( $callback ) {
		if ( '' === settings()['endpoint'] ) {
			return refusal( 503, 'The endpoint of the city is not set yet.' );
		}
		try {
			return $callback( $request );
		} catch ( Refused $refused ) {
			return $refused->response();
		}
	};
}

/** A code may hold blanks and slashes, but leads nowhere else. Encoded, for the city's address. */
function word_in( \WP_REST_Request $request ): string {
	$word = rawurldecode( (string) $request['word'] );
	if ( strlen( $word ) > 200 || preg_match( '~(^|[/\\\\])\.\.?([/\\\\]|$)|[\x00-\x1F\x7F]~', $word ) ) {
		throw new Refused( 'There is nothing at this address.', 404 );
	}
	return rawurlencode( $word );
}

/** The arguments that are passed on. */
function query_of( \WP_REST_Request $request, array $names ): array {
	$given = array_intersect_key( $request->get_query_params(), array_flip( $names ) );
	return array_map(
		static function ( string $value ): string {
			return substr( $value, 0, 4000 );
		},
		array_filter( $given, 'is_string' )
	);
}

/** What the resident reads. */
function language_of( \WP_REST_Request $request ): string {
	return (string) $request->get_header( 'accept_language' );
}

/** A browser says of every POST where it comes from, and a page cannot change that. */
function is_same_origin( \WP_REST_Request $request ): bool {
	$site   = (string) $request->get_header( 'sec_fetch_site' );
	$origin = (string) $request->get_header( 'origin' );
	if ( '' !== $site && 'same-origin' !== $site ) {
		return false;
	}
	if ( '' === $origin ) {
		return '' !== $site;
	}
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only compared.
	$here = strtolower( (string) wp_unslash( $_SERVER['HTTP_HOST'] ?? '' ) );
	return in_array( host_of( $origin ), array( host_of( home_url() ), $here ), true );
}

/** Service Discovery: this site is the endpoint. */
function discovery(): array {
	$changeset = '2026-11-01 09:00';
	return array(
		'changeset'   => $changeset,
		'contact'     => 'Whoever runs the website of ' . get_bloginfo( 'name' ) . '.',
		'key_service' => 'No api_key is needed.',
		'endpoints'   => array(
			array(
				'specification' => 'http://wiki.open311.org/GeoReport_v2',
				'url'           => untrailingslashit( route_url( 'open311/v2/' ) ),
				'changeset'     => $changeset,
				'type'          => 'production',
				'formats'       => array( 'application/json' ),
			),
		),
	);
}

/** Whether a request is for the relay. */
function is_relay( \WP_REST_Request $request ): bool {
	return 0 === strpos( $request->get_route(), '/citydesk/v1/open311/v2/' );
}

/**
 * Every answer says that a relay gave it; by this the widgets know that they may send a key along.
 *
 * @param mixed            $response What goes out.
 * @param \WP_REST_Server  $server   Not used.
 * @param \WP_REST_Request $request  What was asked.
 * @return mixed
 */
function mark_answer( $response, $server, $request ) {
	if ( $response instanceof \WP_REST_Response && is_relay( $request ) ) {
		$response->header( 'Citydesk-Relay', '1' );
		$response->header( 'Cache-Control', 'no-store' );
		$response->header( 'Vary', 'Accept-Language', false );
	}
	return $response;
}
add_filter( 'rest_post_dispatch', __NAMESPACE__ . '\mark_answer', 10, 3 );

/**
 * WordPress lets pages of every origin read its REST routes, with cookies. Ours are for this site.
 *
 * @param mixed            $served   Not changed.
 * @param \WP_HTTP_Response $response Not used.
 * @param \WP_REST_Request $request  What was asked.
 * @return mixed
 */
function close_to_others( $served, $response, $request ) {
	if ( is_relay( $request ) && ! headers_sent() ) {
		foreach ( array( 'Origin', 'Credentials', 'Methods' ) as $name ) {
			header_remove( 'Access-Control-Allow-' . $name );
		}
	}
	return $served;
}
add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\close_to_others', 20, 3 );
