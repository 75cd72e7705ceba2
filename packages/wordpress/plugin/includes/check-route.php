<?php
/**
 * For the settings page: what an endpoint answers, as this server sees it, so that an address can be checked before it is saved and
 * whether or not it lets browsers in. Only for who may change the settings, only GET, only below the address that is checked.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The route. Its answer holds the city's, whole: the check looks at status, headers and bytes. */
function register_check(): void {
	register_rest_route(
		'citydesk/v1',
		'/check',
		array(
			'methods'             => 'GET',
			'permission_callback' => static function (): bool {
				return current_user_can( 'manage_options' );
			},
			'callback'            => __NAMESPACE__ . '\look_at_endpoint',
			'args'                => array(
				'endpoint' => array( 'type' => 'string', 'required' => true ),
				'url'      => array( 'type' => 'string', 'required' => true ),
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_check' );

/** Asks, and tells all that came back. */
function look_at_endpoint( \WP_REST_Request $request ): \WP_REST_Response {
	$endpoint = endpoint_in( (string) $request['endpoint'] );
	$url      = esc_url_raw( (string) $request['url'], array( 'http', 'https' ) );
	if ( '' === $endpoint || '' === $url ) {
		return new \WP_REST_Response( array( 'failure' => __( 'This is no web address.', 'citydesk' ) ) );
	}
	$response = request_city(
		$url,
		array(
			'headers'             => array( 'Origin' => home_url() ),
			'limit_response_size' => 2000000,
		),
		$endpoint
	);
	if ( is_wp_error( $response ) ) {
		return new \WP_REST_Response( array( 'failure' => failure_words( $response ) ) );
	}
	$headers = array();
	foreach ( wp_remote_retrieve_headers( $response ) as $name => $value ) {
		$headers[ $name ] = is_array( $value ) ? implode( ', ', $value ) : (string) $value;
	}
	return new \WP_REST_Response(
		array(
			'status'  => (int) wp_remote_retrieve_response_code( $response ),
			'headers' => $headers,
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- the bytes as they came, which need be no text.
			'body'    => base64_encode( (string) wp_remote_retrieve_body( $response ) ),
		)
	);
}

/** What went wrong, for people; WordPress speaks in the words of its library. */
function failure_words( \WP_Error $error ): string {
	$said = $error->get_error_message();
	if ( preg_match( '/cURL error 6\b|resolve host/i', $said ) ) {
		return __( 'There is no server of this name', 'citydesk' );
	}
	if ( preg_match( '/cURL error 7\b/', $said ) ) {
		return __( 'the server refuses the connection', 'citydesk' );
	}
	if ( preg_match( '/cURL error 28\b/', $said ) ) {
		return __( 'the server takes too long', 'citydesk' );
	}
	if ( preg_match( '/cURL error (35|51|53|60)\b/', $said ) ) {
		return __( 'the certificate of the server is not trusted', 'citydesk' );
	}
	if ( 'citydesk_stray' === $error->get_error_code() ) {
		return __( 'the server leads to another address', 'citydesk' );
	}
	if ( 'http_request_failed' === $error->get_error_code() && false !== stripos( $said, 'valid URL' ) ) {
		return __( 'WordPress does not go to addresses in private networks', 'citydesk' );
	}
	return wp_strip_all_tags( $said );
}
