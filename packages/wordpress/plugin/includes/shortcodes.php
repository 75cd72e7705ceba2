<?php
/**
 * [citydesk_request_form], [citydesk_faq_panel] and [citydesk_status_tracker], for pages without blocks.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Attributes are those of the element, with a hyphen or an underscore: service-code="pothole". All others are left out. */
function register_shortcodes(): void {
	foreach ( array_keys( ELEMENTS ) as $name ) {
		add_shortcode(
			'citydesk_' . str_replace( '-', '_', $name ),
			static function ( $given ) use ( $name ): string {
				$attributes = array();
				foreach ( is_array( $given ) ? $given : array() as $key => $value ) {
					// [citydesk_request_form practice] comes as a value without a name.
					$word = is_int( $key ) ? (string) $value : (string) $key;
					$attributes[ str_replace( '_', '-', strtolower( $word ) ) ] = is_int( $key ) ? 'yes' : (string) $value;
				}
				return element_html( $name, $attributes );
			}
		);
	}
}
add_action( 'init', __NAMESPACE__ . '\register_shortcodes' );
