<?php
/**
 * Reads a report from its form. The body is what a stranger sends: it is held to its length, its type and its names.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Bytes of all words of a report. */
const LONGEST_REPORT = 131072;
/** Photos of a report, and bytes of one. */
const MOST_PHOTOS   = 3;
const LONGEST_PHOTO = 10000000;
/** Of the spec, without the key and the jurisdiction: these are the settings'. */
const REPORT_FIELDS = array( 'service_code', 'lat', 'long', 'address_string', 'address_id', 'description', 'email', 'first_name', 'last_name', 'phone', 'device_id', 'account_id', 'media_url' );

/** Thrown for what never gets as far as the city. */
class Refused extends \Exception {
	/** The answer, as the spec has it. */
	public function response(): \WP_REST_Response {
		return refusal( (int) $this->getCode(), $this->getMessage() );
	}
}

/**
 * The fields, in order, and the photos.
 *
 * @return array { fields: list of [name, value], photos: list of { bytes, type, ending } }
 * @throws Refused For what cannot be a report.
 */
function read_report( \WP_REST_Request $request ): array {
	$type = strtolower( (string) ( $request->get_content_type()['value'] ?? '' ) );
	if ( 'application/x-www-form-urlencoded' === $type ) {
		$pairs  = pairs_in_body( (string) $request->get_body() );
		$photos = array();
	} elseif ( 'multipart/form-data' === $type ) {
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only counted.
		if ( ! $request->get_body_params() && ! $request->get_file_params() && (int) ( $_SERVER['CONTENT_LENGTH'] ?? 0 ) > 0 ) {
			// PHP drops all of what is longer than its post_max_size.
			throw new Refused( 'This is too much to send at once. Send fewer or smaller photos.', 413 );
		}
		$pairs  = pairs_in_params( $request->get_body_params() );
		$photos = photos_in( $request->get_file_params() );
	} else {
		throw new Refused( 'Send the report as form data (application/x-www-form-urlencoded).', 400 );
	}
	$fields = array();
	foreach ( $pairs as list( $name, $value ) ) {
		$is_known = in_array( $name, REPORT_FIELDS, true ) || preg_match( '/^attribute\[[^\]]{1,200}\](\[\])?$/s', $name );
		if ( $is_known && '' !== trim( $value ) ) {
			$fields[] = array( $name, $value );
		}
	}
	$single = array_column( $fields, 1, 0 );
	if ( ! isset( $single['service_code'] ) ) {
		throw new Refused( 'service_code was not provided. (service_code)', 400 );
	}
	foreach ( array( 'lat' => 90, 'long' => 180 ) as $name => $most ) {
		if ( isset( $single[ $name ] ) && ( ! is_numeric( $single[ $name ] ) || abs( (float) $single[ $name ] ) > $most ) ) {
			throw new Refused( esc_html( "{$name} needs a number from -{$most} to {$most}. ({$name})" ), 400 );
		}
	}
	return array( 'fields' => $fields, 'photos' => $photos );
}

/** PHP would lose fields of one name, and change names with dots; so the body is read as it is. */
function pairs_in_body( string $body ): array {
	if ( strlen( $body ) > LONGEST_REPORT ) {
		throw new Refused( 'This is too much to send at once. Make the description shorter.', 413 );
	}
	$pairs = array();
	foreach ( array_filter( explode( '&', $body ), 'strlen' ) as $part ) {
		$pair = array_map( 'urldecode', array_pad( explode( '=', $part, 2 ), 2, '' ) );
		if ( 1 !== preg_match( '//u', $pair[0] . $pair[1] ) ) {
			throw new Refused( 'The form data has a broken percent code or is not UTF-8.', 400 );
		}
		$pairs[] = $pair;
	}
	return $pairs;
}

/** Of a form with files PHP has already made arrays: attribute[code][] is two deep. */
function pairs_in_params( array $params, string $around = '' ): array {
	$pairs  = array();
	$length = 0;
	foreach ( $params as $key => $value ) {
		$name = '' === $around ? (string) $key : $around . '[' . ( is_int( $key ) && false !== strpos( $around, '[' ) ? '' : $key ) . ']';
		if ( is_array( $value ) ) {
			$pairs = array_merge( $pairs, pairs_in_params( $value, $name ) );
		} else {
			$length += strlen( $name ) + strlen( (string) $value );
			$pairs[] = array( $name, (string) $value );
		}
	}
	if ( $length > LONGEST_REPORT ) {
		throw new Refused( 'This is too much to send at once. Make the description shorter.', 413 );
	}
	return $pairs;
}

/** The photos of media and media[]; what is no picture is refused by its first bytes, and its own name is forgotten. */
function photos_in( array $files ): array {
	$photos = array();
	foreach ( $files as $field => $file ) {
		foreach ( (array) $file['error'] as $at => $error ) {
			if ( UPLOAD_ERR_NO_FILE === $error ) {
				continue;
			}
			if ( 'media' !== $field ) {
				throw new Refused( 'Send photos as media. No other files are taken.', 400 );
			}
			$path = (string) ( (array) $file['tmp_name'] )[ $at ];
			if ( UPLOAD_ERR_INI_SIZE === $error || UPLOAD_ERR_FORM_SIZE === $error || ( '' !== $path && filesize( $path ) > LONGEST_PHOTO ) ) {
				throw new Refused( 'This photo is too big. (media)', 413 );
			}
			if ( UPLOAD_ERR_OK !== $error || ! is_uploaded_file( $path ) ) {
				throw new Refused( 'A photo did not arrive. Please try again. (media)', 400 );
			}
			// phpcs:ignore WordPress.WP.AlternativeFunctions -- a file that PHP has just taken in.
			$bytes   = (string) file_get_contents( $path );
			$endings = array( 'image/jpeg' => 'jpg', 'image/png' => 'png', 'image/webp' => 'webp', 'image/gif' => 'gif' );
			$type    = photo_type( $bytes );
			if ( ! isset( $endings[ $type ] ) ) {
				throw new Refused( 'This file is not a photo. Send JPEG, PNG, WebP or GIF. (media)', 400 );
			}
			$photos[] = array( 'bytes' => $bytes, 'type' => $type, 'ending' => $endings[ $type ] );
		}
	}
	if ( count( $photos ) > MOST_PHOTOS ) {
		throw new Refused( 'These are too many photos. (media)', 413 );
	}
	if ( $photos && 'none' === settings()['media'] ) {
		throw new Refused( 'This city takes no photos here. (media)', 400 );
	}
	return $photos;
}

/** By what a file begins with, whatever it says it is. */
function photo_type( string $bytes ): string {
	if ( 0 === strncmp( $bytes, "\xFF\xD8\xFF", 3 ) ) {
		return 'image/jpeg';
	}
	if ( 0 === strncmp( $bytes, "\x89PNG\r\n\x1A\n", 8 ) ) {
		return 'image/png';
	}
	if ( 0 === strncmp( $bytes, 'GIF8', 4 ) ) {
		return 'image/gif';
	}
	return 0 === strncmp( $bytes, 'RIFF', 4 ) && 'WEBP' === substr( $bytes, 8, 4 ) ? 'image/webp' : '';
}

/** Of all that makes one report another: the fields in order, and what is on its photos. */
function fingerprint_of( array $report ): string {
	$photos = array_map(
		static function ( array $photo ): string {
			return hash( 'sha256', $photo['bytes'] );
		},
		$report['photos']
	);
	return hash( 'sha256', (string) wp_json_encode( array( $report['fields'], $photos ) ) );
}

/** The body for the city: form data, with photos in the way that it takes them. */
function body_for_city( array $report ): array {
	$media  = settings()['media'];
	$fields = $report['fields'];
	if ( 'base64:media' === $media ) {
		foreach ( $report['photos'] as $photo ) {
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- what such a city takes.
			$fields[] = array( 'media', base64_encode( $photo['bytes'] ) );
		}
	}
	if ( ! $report['photos'] || 'base64:media' === $media ) {
		$parts = array_map(
			static function ( array $field ): string {
				return rawurlencode( $field[0] ) . '=' . rawurlencode( $field[1] );
			},
			$fields
		);
		return array( 'type' => 'application/x-www-form-urlencoded', 'body' => implode( '&', $parts ) );
	}
	$boundary = 'citydesk-' . bin2hex( random_bytes( 16 ) );
	$quoted   = static function ( string $name ): string {
		return str_replace( array( '"', "\r", "\n" ), array( '%22', '%0D', '%0A' ), $name );
	};
	$body     = '';
	foreach ( $fields as list( $name, $value ) ) {
		$body .= "--{$boundary}\r\nContent-Disposition: form-data; name=\"{$quoted( $name )}\"\r\n\r\n{$value}\r\n";
	}
	$into = str_replace( 'multipart:', '', $media );
	foreach ( $report['photos'] as $at => $photo ) {
		$file  = 'photo-' . ( $at + 1 ) . '.' . $photo['ending'];
		$body .= "--{$boundary}\r\nContent-Disposition: form-data; name=\"{$into}\"; filename=\"{$file}\"\r\nContent-Type: {$photo['type']}\r\n\r\n{$photo['bytes']}\r\n";
	}
	return array( 'type' => "multipart/form-data; boundary={$boundary}", 'body' => $body . "--{$boundary}--\r\n" );
}
