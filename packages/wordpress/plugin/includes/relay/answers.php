<?php
/**
 * Answers as they go out: of a request what anybody may know and no more, errors in the words of the spec, and never the key.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Of a request: the fields of the spec, and of the extensions those that say something of the matter and nothing of a person. */
const REQUEST_FIELDS = array(
	'service_request_id', 'token', 'status', 'status_notes', 'service_name', 'service_code', 'description', 'agency_responsible',
	'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long',
	'media_url', 'media_urls', 'photos', 'title', 'detailed_status', 'notes', 'updates', 'extended_attributes', 'account_id',
);
const EXTENDED_FIELDS = array( 'title', 'detailed_status', 'media_urls', 'photos', 'expected_datetime', 'notes', 'followers', 'duplicate_of', 'parent_service_request_id' );
const NOTE_FIELDS     = array( 'update_id', 'service_request_id', 'datetime', 'updated_datetime', 'description', 'summary', 'type', 'status', 'media_url' );
const ERROR_FIELDS    = array( 'code', 'description' );

/** Whether PHP's array was a list in JSON. */
function is_list_of_rows( array $value ): bool {
	return array() === $value || array_keys( $value ) === range( 0, count( $value ) - 1 );
}

/** The named fields of a row; what is nested in them is named itself, or a list of plain values. */
function public_row( array $row, array $fields ): array {
	$said = array();
	foreach ( $fields as $name ) {
		if ( ! array_key_exists( $name, $row ) ) {
			continue;
		}
		$value = $row[ $name ];
		if ( ! is_array( $value ) ) {
			$said[ $name ] = $value;
		} elseif ( 'extended_attributes' === $name ) {
			$said[ $name ] = (object) public_row( $value, EXTENDED_FIELDS );
		} elseif ( in_array( $name, array( 'notes', 'updates' ), true ) ) {
			$said[ $name ] = array_map(
				static function ( array $note ): array {
					return public_row( $note, NOTE_FIELDS );
				},
				array_values( array_filter( $value, 'is_array' ) )
			);
		} else {
			$said[ $name ] = array_values( array_filter( $value, 'is_scalar' ) );
		}
	}
	return $said;
}

/**
 * The requests in what a city has said, however it wraps them; errors stay errors. Whatever else it lets slip stays here.
 *
 * @param mixed $said  Decoded.
 * @param int   $depth How deep to look.
 * @return array A list of rows.
 */
function public_requests( $said, int $depth = 4 ): array {
	if ( ! is_array( $said ) || 0 === $depth ) {
		return array();
	}
	if ( isset( $said['service_request_id'] ) || isset( $said['token'] ) ) {
		return array( public_row( $said, REQUEST_FIELDS ) );
	}
	if ( isset( $said['code'], $said['description'] ) ) {
		return array( public_row( $said, ERROR_FIELDS ) );
	}
	$rows = array();
	foreach ( $said as $each ) {
		$rows = array_merge( $rows, public_requests( $each, $depth - 1 ) );
	}
	return $rows;
}

/**
 * An answer that the city has nothing to say against.
 *
 * @param mixed $body    What the spec's JSON would hold.
 * @param int   $status  Of HTTP.
 * @param array $headers More.
 */
function answer( $body, int $status = 200, array $headers = array() ): \WP_REST_Response {
	return new \WP_REST_Response( without_key( $body ), $status, $headers );
}

/**
 * A city may repeat what it was sent. Shorter than 8 characters a key is a common word, and left alone.
 *
 * @param mixed $body What goes out.
 * @return mixed
 */
function without_key( $body ) {
	$key = api_key();
	if ( strlen( $key ) < 8 ) {
		return $body;
	}
	if ( is_string( $body ) ) {
		return str_replace( $key, '…', $body );
	}
	if ( is_object( $body ) ) {
		return (object) without_key( (array) $body );
	}
	return is_array( $body ) ? array_map( __NAMESPACE__ . '\without_key', $body ) : $body;
}

/**
 * A list of errors with one entry.
 *
 * @param int        $status      Of HTTP.
 * @param string     $description For people.
 * @param string|int $code        What the widgets go by; the status when left out.
 * @param int        $retry_after Seconds; 0 says nothing.
 */
function refusal( int $status, string $description, $code = 0, int $retry_after = 0 ): \WP_REST_Response {
	$error = array(
		'code'        => $code ? (string) $code : (string) $status,
		'description' => $description,
	);
	return answer( array( $error ), $status, $retry_after > 0 ? array( 'Retry-After' => (string) $retry_after ) : array() );
}

/** The seconds that an answer asks to wait, an hour at most. */
function asked_to_wait( array $response, int $least ): int {
	$said = (string) wp_remote_retrieve_header( $response, 'retry-after' );
	return max( $least, min( 3600, ctype_digit( $said ) ? (int) $said : 0 ) );
}

/**
 * What the city has answered to a GET, passed on.
 *
 * @param array|\WP_Error $response Of WordPress.
 * @param string          $missing  What to say of the one thing that is not there.
 * @param callable|null   $show     What of it goes out; all when left out.
 */
function passed_on( $response, string $missing, ?callable $show = null ): \WP_REST_Response {
	if ( is_wp_error( $response ) ) {
		return refusal( 502, 'The city cannot be reached right now. Please try again.' );
	}
	$status = (int) wp_remote_retrieve_response_code( $response );
	if ( 404 === $status || 410 === $status ) {
		return refusal( $status, $missing );
	}
	if ( 429 === $status || 503 === $status ) {
		return refusal( 503, 'The city is busy right now. Please try again.', 0, asked_to_wait( $response, 5 ) );
	}
	if ( $status >= 300 && $status < 400 ) {
		return refusal( 502, 'The city has moved to another address. Whoever runs this site has to put that address in.' );
	}
	$said = json_in( $response );
	if ( $status >= 400 && $status < 500 ) {
		// Whatever is wrong with its own key is nobody's business here.
		$rows = array_slice( public_requests( $said ), 0, 20 );
		return $rows ? answer( $rows, 401 === $status ? 502 : $status ) : refusal( 401 === $status ? 502 : $status, 'The city refused this.' );
	}
	if ( $status >= 500 || ! is_array( $said ) ) {
		return refusal( 502, 'The city’s answer cannot be read right now. Please try again.' );
	}
	return answer( $show ? $show( $said ) : $said );
}
