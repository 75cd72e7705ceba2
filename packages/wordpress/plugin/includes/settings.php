<?php
/**
 * What whoever runs the site has said: read with defaults, and made safe before it is kept. The page for it is settings-page.php.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The ways in which a city takes photos; the first is none. */
const MEDIA = array( 'none', 'multipart:media', 'multipart:media[]', 'base64:media' );

/** What the city wants to know of who reports. */
const CONTACT = array( 'optional', 'required', 'none' );

/** Every setting, as it is before anybody has said anything. */
function default_settings(): array {
	$zone = wp_timezone_string();
	return array(
		'endpoint'        => '',
		'jurisdiction_id' => '',
		'city_name'       => '',
		'phone'           => '',
		'emergency'       => '',
		// An offset such as +02:00 is no time zone of a city.
		'zone'            => in_array( $zone, timezone_identifiers_list(), true ) && 'UTC' !== $zone ? $zone : '',
		'report_page'     => 0,
		'tracker_page'    => 0,
		'contact_page'    => 0,
		'contact'         => 'optional',
		'media'           => 'none',
		'faq'             => '',
		'practice'        => false,
	);
}

/** The settings as they are kept, each of its kind. */
function settings(): array {
	$kept = get_option( 'citydesk_settings', array() );
	return array_merge( default_settings(), is_array( $kept ) ? array_intersect_key( $kept, default_settings() ) : array() );
}

/** The city's key for reports, or nothing. It leaves in the body of a report to the city, and nowhere else. */
function api_key(): string {
	if ( defined( 'CITYDESK_API_KEY' ) ) {
		return trim( (string) constant( 'CITYDESK_API_KEY' ) );
	}
	$kept = get_option( 'citydesk_secret', array() );
	return is_array( $kept ) ? trim( (string) ( $kept['api_key'] ?? '' ) ) : '';
}

/** An address on http or https with one slash at its end, or nothing. */
function endpoint_in( string $text ): string {
	$text  = trim( $text );
	$parts = wp_parse_url( $text );
	if ( ! $parts || ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) || empty( $parts['host'] ) || isset( $parts['user'] ) ) {
		return '';
	}
	$clean = esc_url_raw( preg_replace( '/[?#].*$/s', '', $text ), array( 'http', 'https' ) );
	return '' === $clean ? '' : trailingslashit( $clean );
}

/**
 * What was typed into the settings page, made safe. What cannot be is left as it was, and said.
 *
 * @param mixed $typed Of the form.
 */
function sanitize_settings( $typed ): array {
	$typed = is_array( $typed ) ? $typed : array();
	$safe  = settings();
	foreach ( array( 'jurisdiction_id', 'city_name', 'phone', 'emergency' ) as $name ) {
		if ( isset( $typed[ $name ] ) ) {
			$safe[ $name ] = mb_substr( sanitize_text_field( $typed[ $name ] ), 0, 200 );
		}
	}
	foreach ( array( 'report_page', 'tracker_page', 'contact_page' ) as $name ) {
		if ( isset( $typed[ $name ] ) ) {
			$safe[ $name ] = absint( $typed[ $name ] );
		}
	}
	if ( isset( $typed['endpoint'] ) ) {
		$endpoint = endpoint_in( (string) $typed['endpoint'] );
		if ( '' === $endpoint && '' !== trim( (string) $typed['endpoint'] ) ) {
			add_settings_error( 'citydesk_settings', 'endpoint', __( 'The endpoint has to be a web address, such as https://311.example.gov/open311/v2/. The earlier one was kept.', 'citydesk' ) );
		} else {
			$safe['endpoint'] = $endpoint;
		}
	}
	if ( isset( $typed['zone'] ) ) {
		$safe['zone'] = in_array( $typed['zone'], timezone_identifiers_list(), true ) ? $typed['zone'] : '';
	}
	if ( isset( $typed['faq'] ) ) {
		$safe['faq'] = esc_url_raw( trim( (string) $typed['faq'] ), array( 'http', 'https' ) );
	}
	if ( isset( $typed['contact'] ) && in_array( $typed['contact'], CONTACT, true ) ) {
		$safe['contact'] = $typed['contact'];
	}
	if ( isset( $typed['media'] ) && in_array( $typed['media'], MEDIA, true ) ) {
		$safe['media'] = $typed['media'];
	}
	$safe['practice'] = ! empty( $typed['practice'] );
	return $safe;
}

/**
 * The key that was typed. An empty field means "as it was": the page never shows the key, so it cannot send it back.
 *
 * @param mixed $typed Of the form, or as it is kept.
 */
function sanitize_secret( $typed ): array {
	$typed = is_array( $typed ) ? $typed : array();
	if ( ! empty( $typed['remove'] ) ) {
		return array( 'api_key' => '' );
	}
	$key = trim( sanitize_text_field( (string) ( $typed['api_key'] ?? '' ) ) );
	if ( '' !== $key ) {
		return array( 'api_key' => $key );
	}
	$kept = get_option( 'citydesk_secret', array() );
	return array( 'api_key' => is_array( $kept ) ? (string) ( $kept['api_key'] ?? '' ) : '' );
}
