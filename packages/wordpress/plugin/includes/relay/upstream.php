<?php
/**
 * The only way out: to the city's endpoint, below its path, and nowhere else. A redirect is not followed, and nothing longer than a limit is read.
 *
 * WordPress refuses addresses of this machine and of private networks, and ports that are not usual for the web, so that nobody can use a
 * site to look around in its network. A city's server may well be in the same network as its website: the one host that the settings name
 * is let through, and only while it is asked. On a network of sites a site's administrator is not the server's: there wp-config.php has
 * to name that host, as CITYDESK_LOCAL_HOST.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Bytes of one answer. */
const LONGEST_ANSWER = 8000000;
/** Seconds that the city has for a GET. */
const READ_TIME = 12;

/** Host and port as an address has them, in lower case. */
function host_of( string $url ): string {
	$parts = wp_parse_url( $url );
	$host  = strtolower( (string) ( $parts['host'] ?? '' ) );
	return isset( $parts['port'] ) ? $host . ':' . $parts['port'] : $host;
}

/** The host that may be in this machine's own network, where there is one. */
function local_host( string $endpoint ): string {
	if ( defined( 'CITYDESK_LOCAL_HOST' ) ) {
		return strtolower( (string) constant( 'CITYDESK_LOCAL_HOST' ) );
	}
	return is_multisite() ? '' : host_of( $endpoint );
}

/**
 * One request, to the host of the endpoint only.
 *
 * @param string $url       Where to.
 * @param array  $args      For wp_safe_remote_request.
 * @param string $endpoint  The endpoint that it belongs to.
 * @return array|\WP_Error
 */
function request_city( string $url, array $args, string $endpoint ) {
	if ( '' === $endpoint || host_of( $url ) !== host_of( $endpoint ) ) {
		return new \WP_Error( 'citydesk_stray', 'not an address of the city' );
	}
	$local    = local_host( $endpoint );
	$is_local = static function ( $asked ) use ( $local ): bool {
		return '' !== $local && host_of( (string) $asked ) === $local;
	};
	$host     = static function ( $external, $name, $asked ) use ( $is_local ) {
		return $is_local( $asked ) ? true : $external;
	};
	$ports    = static function ( $safe, $name, $asked ) use ( $is_local ) {
		$port = (int) wp_parse_url( $asked, PHP_URL_PORT );
		return $is_local( $asked ) && $port > 0 ? array_merge( (array) $safe, array( $port ) ) : $safe;
	};
	add_filter( 'http_request_host_is_external', $host, 10, 3 );
	add_filter( 'http_allowed_safe_ports', $ports, 10, 3 );
	try {
		return wp_safe_remote_request(
			$url,
			array_merge(
				array(
					'timeout'             => READ_TIME,
					'redirection'         => 0,
					'limit_response_size' => LONGEST_ANSWER,
					'user-agent'          => 'Citydesk/' . VERSION . ' (WordPress)',
				),
				$args
			)
		);
	} finally {
		remove_filter( 'http_request_host_is_external', $host, 10 );
		remove_filter( 'http_allowed_safe_ports', $ports, 10 );
	}
}

/**
 * A GET below the endpoint. The city is asked in the language that the resident reads.
 *
 * @param string $path     Encoded, for example services.json.
 * @param array  $query    Arguments.
 * @param string $language Of Accept-Language, or nothing.
 * @return array|\WP_Error
 */
function read_city( string $path, array $query = array(), string $language = '' ) {
	$settings = settings();
	if ( '' !== $settings['jurisdiction_id'] ) {
		$query['jurisdiction_id'] = $settings['jurisdiction_id'];
	}
	$url     = $settings['endpoint'] . $path . ( $query ? '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) : '' );
	$headers = array( 'Accept' => 'application/json' );
	if ( preg_match( '/^\s*([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,2})\s*(?:[,;]|$)/', $language, $found ) ) {
		$headers['Accept-Language'] = $found[1];
	}
	return request_city( $url, array( 'headers' => $headers ), $settings['endpoint'] );
}

/**
 * What an answer of the city holds, or null where nobody can read it.
 *
 * @param array $response Of WordPress.
 * @return mixed
 */
function json_in( array $response ) {
	$body = (string) wp_remote_retrieve_body( $response );
	if ( strlen( $body ) >= LONGEST_ANSWER ) {
		return null;
	}
	// Some servers begin with a byte order mark.
	return json_decode( preg_replace( "/^\xEF\xBB\xBF/", "", $body ), true, 512, JSON_BIGINT_AS_STRING );
}
