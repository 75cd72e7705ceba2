<?php
/**
 * What is remembered of each Idempotency-Key, so that the report behind it is filed once: a hash of the key and of the report, how it
 * stands, and the city's answer. No words and no contact data. Every step is one statement that one caller can win.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Seconds that an answer is replayed. */
const KEPT = 7 * DAY_IN_SECONDS;
/** New reports of the whole site in a minute; a bot would send more. */
const MOST_IN_A_MINUTE = 60;

/** A key may be anything a client likes, an e-mail address too, and that is nothing to keep. */
function name_of_key( string $key ): string {
	return hash( 'sha256', $key );
}

/**
 * The text of an sf-string (RFC 8941): printable ASCII in quotes. Null where there is none.
 *
 * @throws Refused For a key that is none.
 */
function key_in( ?string $header ): ?string {
	if ( null === $header ) {
		return null;
	}
	if ( preg_match( '/^ *"((?:[ !#-\[\]-~]|\\\\["\\\\]){1,255})" *$/', $header, $found ) ) {
		return (string) preg_replace( '/\\\\(.)/', '$1', $found[1] );
	}
	throw new Refused( 'Idempotency-Key has to be text in double quotes, of 1 to 255 characters.', 400 );
}

/**
 * Takes a free key for `lease` seconds, or tells how it stands: new, in-flight, done, mismatch, unknown, or away where the database is.
 *
 * @return array { is: string, row: object|null }
 */
function begin( string $name, string $fingerprint, int $lease ): array {
	global $wpdb;
	$now   = time();
	$table = table();
	$row   = row_of( $name );
	if ( ! $row ) {
		// phpcs:disable WordPress.DB -- a table of ours; a cache would break the promise.
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$table} WHERE begun < %d", $now - KEPT - DAY_IN_SECONDS ) );
		if ( (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$table} WHERE begun > %d", $now - 60 ) ) >= MOST_IN_A_MINUTE ) {
			return array( 'is' => 'slow', 'row' => null );
		}
		$before = $wpdb->suppress_errors( true );
		$taken  = $wpdb->insert(
			$table,
			array( 'name' => $name, 'fingerprint' => $fingerprint, 'state' => 'begun', 'attempt' => 1, 'begun' => $now, 'ends' => $now + $lease, 'looks' => 0, 'looked' => 0 )
		);
		$wpdb->suppress_errors( $before );
		// phpcs:enable
		if ( 1 === $taken ) {
			return array( 'is' => 'new', 'row' => row_of( $name ) );
		}
		// Somebody else was quicker, or nothing can be written.
		$row = row_of( $name );
		if ( ! $row ) {
			return array( 'is' => 'away', 'row' => null );
		}
	}
	if ( $row->fingerprint !== $fingerprint ) {
		return array( 'is' => 'mismatch', 'row' => $row );
	}
	if ( 'done' === $row->state ) {
		return array( 'is' => 'done', 'row' => $row );
	}
	// Also where the process that was at it has died: its lease ends.
	return array( 'is' => 'begun' === $row->state && (int) $row->ends > $now ? 'in-flight' : 'unknown', 'row' => $row );
}

/** What is kept of a key, if anything is. */
function row_of( string $name ): ?object {
	global $wpdb;
	$table = table();
	// phpcs:ignore WordPress.DB -- a table of ours; a cache would break the promise.
	return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$table} WHERE name = %s", $name ) );
}

/** Changes the row of this attempt; false where another attempt is under way, or nothing can be written. */
function change_row( object $row, array $columns ): bool {
	global $wpdb;
	// phpcs:ignore WordPress.DB -- a table of ours; a cache would break the promise.
	return 1 === $wpdb->update( table(), $columns, array( 'name' => $row->name, 'attempt' => (int) $row->attempt, 'state' => $row->state ) );
}

/** Takes a key of unknown standing for one more attempt; null where somebody else was quicker. */
function begin_again( object $row, int $lease ): ?object {
	$now = time();
	return change_row( $row, array( 'state' => 'begun', 'attempt' => (int) $row->attempt + 1, 'begun' => $now, 'ends' => $now + $lease, 'looks' => 0, 'looked' => 0 ) )
		? row_of( $row->name )
		: null;
}

/** The attempt has not arrived, for sure: a first one leaves nothing behind, a later one what was there before. */
function release( object $row ): void {
	global $wpdb;
	if ( 1 < (int) $row->attempt ) {
		change_row( $row, array( 'state' => 'unknown', 'ends' => time() ) );
		return;
	}
	// phpcs:ignore WordPress.DB -- a table of ours.
	$wpdb->delete( table(), array( 'name' => $row->name, 'attempt' => 1, 'state' => 'begun' ) );
}
