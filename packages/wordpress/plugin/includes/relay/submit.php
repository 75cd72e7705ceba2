<?php
/**
 * Takes a report once, however often it is sent. A free key is taken, then the report goes to the city; what the city says for good is kept
 * and replayed. Where nobody knows how an attempt ended, the next request with the key looks into the city's list. If the report is not
 * found there, it is never sent again by itself: after three looks the resident is asked, who may insist.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Seconds: for the city's answer, on top for each megabyte of photos, for a lease beyond that, between two looks, for a list that cannot be read. */
const ANSWER_TIME  = 12;
const PER_MEGABYTE = 8;
const MARGIN       = 15;
const LOOK_AGAIN   = 5;
const UNREAD       = 1800;

/** What whoever sent a report is told; the codes are what the widgets go by. */
function told( string $code, int $retry_after = 0 ): \WP_REST_Response {
	$words = array(
		'unknown'   => array( 503, 'Nobody can tell yet whether the city has this report. Send it again with the same key; it is filed once.' ),
		'held'      => array( 409, 'Nobody can tell whether the city has this report. It is not sent again unless you insist.' ),
		'busy'      => array( 503, 'The city cannot take this report just now. Nothing was filed. Send it again later.' ),
		'in-flight' => array( 409, 'This report is being sent just now.' ),
		'mismatch'  => array( 422, 'This key was used for another report.' ),
		'slow'      => array( 429, 'This is too much at once. Please try again later.' ),
	);
	return refusal( $words[ $code ][0], $words[ $code ][1], $code, $retry_after );
}

/** The route's work. */
function submit( \WP_REST_Request $request ): \WP_REST_Response {
	try {
		$report = read_report( $request );
		$key    = key_in( $request->get_header( 'idempotency_key' ) );
	} catch ( Refused $refused ) {
		return $refused->response();
	}
	// It goes on although the resident has hung up: a report that is half sent helps nobody.
	ignore_user_abort( true );
	$seconds = answer_time( $report );
	if ( function_exists( 'set_time_limit' ) ) {
		set_time_limit( $seconds + MARGIN );
	}
	// Without a key nothing is promised, but the report is counted all the same.
	$name     = name_of_key( $key ?? wp_generate_uuid4() );
	$standing = begin( $name, fingerprint_of( $report ), $seconds + MARGIN );
	$row      = $standing['row'];
	switch ( $standing['is'] ) {
		case 'new':
			return send( $report, $key, $row );
		case 'done':
			return replay( $row, true );
		case 'mismatch':
			return told( 'mismatch' );
		case 'in-flight':
			return told( 'in-flight', max( 1, min( LOOK_AGAIN, (int) $row->ends - time() ) ) );
		case 'slow':
			return told( 'slow', 60 );
		case 'away':
			return told( 'unknown', LOOK_AGAIN );
	}
	if ( '1' === $request->get_header( 'citydesk_insist' ) ) {
		$again = begin_again( $row, $seconds + MARGIN );
		return $again ? send( $report, $key, $again ) : told( 'in-flight', LOOK_AGAIN );
	}
	return find_out( $report, $key, $row );
}

/** Seconds that the city has for this report. */
function answer_time( array $report ): int {
	$bytes = array_sum( array_map( 'strlen', array_column( $report['photos'], 'bytes' ) ) );
	return ANSWER_TIME + (int) ceil( $bytes / 1000000 * PER_MEGABYTE );
}

/** What the city has said for good. */
function replay( object $row, bool $replayed ): \WP_REST_Response {
	$kept = json_decode( (string) $row->answer, true );
	return answer( $kept['body'], (int) $kept['status'], $replayed ? array( 'Idempotent-Replayed' => 'true' ) : array() );
}

/** Keeps what the city said, and answers with it. Where it cannot be kept it is the truth all the same. */
function settle( object $row, int $status, array $body, bool $replayed = false ): \WP_REST_Response {
	// A refusal may repeat what was sent, and the key is kept in one place only.
	$row->answer = wp_json_encode( array( 'status' => $status, 'body' => without_key( $body ) ) );
	change_row( $row, array( 'state' => 'done', 'ends' => time(), 'answer' => $row->answer ) );
	return replay( $row, $replayed );
}

/** One attempt. */
function send( array $report, ?string $key, object $row ): \WP_REST_Response {
	$settings = settings();
	$sent     = $report;
	if ( null !== $key ) {
		$sent['fields'] = with_reference( $report['fields'], reference_of( $key ) );
	}
	$own = array( 'jurisdiction_id' => $settings['jurisdiction_id'], 'api_key' => api_key() );
	foreach ( array_filter( $own, 'strlen' ) as $name => $value ) {
		$sent['fields'][] = array( $name, $value );
	}
	$form     = body_for_city( $sent );
	$response = request_city(
		$settings['endpoint'] . 'requests.json',
		array(
			'method'  => 'POST',
			'timeout' => answer_time( $report ),
			'headers' => array( 'Content-Type' => $form['type'], 'Accept' => 'application/json' ),
			'body'    => $form['body'],
		),
		$settings['endpoint']
	);
	return outcome( $response, $row );
}

/**
 * What an attempt has brought.
 *
 * @param array|\WP_Error $response Of WordPress.
 * @param object          $row      Of the key.
 */
function outcome( $response, object $row ): \WP_REST_Response {
	$status = is_wp_error( $response ) ? 0 : (int) wp_remote_retrieve_response_code( $response );
	// 408: it has not got all of it. 425: it does not want it yet. 429: it does not want any just now.
	if ( is_wp_error( $response ) ? has_never_left( $response ) : in_array( $status, array( 408, 425, 429 ), true ) ) {
		release( $row );
		$wait = is_wp_error( $response ) ? LOOK_AGAIN : asked_to_wait( $response, LOOK_AGAIN );
		// Of an earlier attempt this says nothing.
		return told( 1 === (int) $row->attempt ? 'busy' : 'unknown', $wait );
	}
	$rows   = is_wp_error( $response ) ? array() : public_requests( json_in( $response ) );
	$errors = array_values( array_filter( $rows, __NAMESPACE__ . '\is_error' ) );
	$filed  = array_values( array_diff_key( $rows, array_filter( $rows, __NAMESPACE__ . '\is_error' ) ) );
	if ( $status >= 200 && $status < 300 && $filed ) {
		$names = array_flip( array( 'service_request_id', 'token', 'service_notice', 'account_id' ) );
		return settle( $row, 200, array( array_intersect_key( $filed[0], $names ) ) );
	}
	if ( ( $status >= 200 && $status < 300 && $errors ) || ( $status >= 400 && $status < 500 ) ) {
		// Some cities say no with a status that says yes.
		$code = $status >= 400 ? $status : 400;
		$body = $errors ? array_slice( $errors, 0, 20 ) : array( array( 'code' => (string) $code, 'description' => 'The city takes no reports here.' ) );
		return settle( $row, $code, $body );
	}
	change_row( $row, array( 'state' => 'unknown', 'ends' => time() ) );
	return told( 'unknown', LOOK_AGAIN );
}

/** Whether a row of the city's answer is one of its error list. */
function is_error( array $row ): bool {
	return ! isset( $row['service_request_id'] ) && ! isset( $row['token'] );
}

/** Whether the name was not found, the connection was refused or not encrypted, before anything had left. */
function has_never_left( \WP_Error $error ): bool {
	return in_array( $error->get_error_code(), array( 'citydesk_stray', 'http_request_not_executed' ), true ) ||
		(bool) preg_match( '/cURL error (5|6|7|35|60)\b|valid URL was not provided|blocked requests/i', $error->get_error_message() );
}

/** Looks for a report that may have arrived, if it is time to. */
function find_out( array $report, ?string $key, object $row ): \WP_REST_Response {
	$now = time();
	if ( $now - (int) $row->looked < LOOK_AGAIN || ! change_row( $row, array( 'state' => 'unknown', 'looked' => $now ) ) ) {
		return (int) $row->looks >= 3 ? told( 'held' ) : told( 'unknown', LOOK_AGAIN );
	}
	$row->state = 'unknown';
	$single     = array_column( $report['fields'], 1, 0 );
	$response   = read_city( 'requests.json', array( 'service_code' => $single['service_code'] ) );
	$status     = is_wp_error( $response ) ? 0 : (int) wp_remote_retrieve_response_code( $response );
	if ( 200 === $status ) {
		foreach ( public_requests( json_in( $response ) ) as $each ) {
			if ( isset( $each['service_request_id'] ) && false !== strpos( (string) ( $each['description'] ?? '' ), reference_of( (string) $key ) ) ) {
				return settle( $row, 200, array( array( 'service_request_id' => (string) $each['service_request_id'] ) ), true );
			}
		}
	} elseif ( ( $status < 400 || $status >= 500 ) && $now - (int) $row->ends < UNREAD ) {
		// A list that cannot be read now may be readable later.
		return told( 'unknown', LOOK_AGAIN );
	}
	$looks = (int) $row->looks + 1;
	change_row( $row, array( 'looks' => $looks ) );
	return $looks >= 3 ? told( 'held' ) : told( 'unknown', LOOK_AGAIN );
}

/** The short word for a report, made of its id: the same as the widgets and the Node relay make. */
function reference_of( string $key ): string {
	$is_uuid = preg_match( '/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i', $key );
	$bits    = hexdec( substr( str_replace( '-', '', $is_uuid ? $key : name_of_key( $key ) ), 0, 10 ) );
	$word    = '';
	for ( $at = 0; $at < 8; $at++ ) {
		$word = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[ $bits & 31 ] . $word;
		$bits = $bits >> 5;
	}
	return 'CD-' . substr( $word, 0, 4 ) . '-' . substr( $word, 4 );
}

/** The fields with the reference behind the description, said once only; of a resident's words nothing is cut off for it. */
function with_reference( array $fields, string $reference ): array {
	$marked = false;
	foreach ( $fields as $at => list( $name, $value ) ) {
		if ( 'description' === $name ) {
			$marked = true;
			$with   = trim( $value ) . "\n\n(Reference {$reference})";
			if ( false === strpos( $value, $reference ) && mb_strlen( $with ) <= 4000 ) {
				$fields[ $at ][1] = $with;
			}
		}
	}
	if ( ! $marked ) {
		$fields[] = array( 'description', "(Reference {$reference})" );
	}
	return $fields;
}
