<?php
/**
 * Our elements in a page: their markup with words that stand there until the script comes, and the script itself, which is fetched only
 * where one of them is on the page.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The elements, and the attributes that a page may give each. Never where reports go to: that is the settings' business. */
const ELEMENTS = array(
	'request-form'   => array( 'service-code', 'contact', 'phone', 'heading-level', 'locale', 'practice' ),
	'faq-panel'      => array( 'faq', 'phone', 'heading-level', 'locale', 'practice' ),
	'status-tracker' => array( 'request-id', 'phone', 'heading-level', 'locale', 'practice' ),
);

const MODULE = '@citydesk/widget';

/** Where the city file is; the version of the settings in it, so that a change is seen at once. */
function city_file_url(): string {
	$digest = substr( md5( (string) wp_json_encode( array( settings(), VERSION ) ) ), 0, 8 );
	return add_query_arg( 'v', $digest, route_url( 'city.json' ) );
}

/** The script tag's file. */
function script_url(): string {
	return plugins_url( 'dist/citydesk.js', FILE );
}

/** Makes the script known; each element asks for it. */
function register_script(): void {
	wp_register_script_module( MODULE, script_url(), array(), VERSION );
}
add_action( 'init', __NAMESPACE__ . '\register_script' );

/**
 * WordPress has no way to say anything on a module's tag but this filter.
 *
 * @param array $attributes Of any script tag.
 */
function mark_script( $attributes ): array {
	$attributes = (array) $attributes;
	if ( ( $attributes['id'] ?? '' ) === MODULE . '-js-module' ) {
		$attributes['data-config'] = city_file_url();
	}
	return $attributes;
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\mark_script' );

/**
 * One element. What is in it is seen until the script has come, and stays where it never does.
 *
 * @param string $name       Of ELEMENTS.
 * @param array  $attributes By their name on the element; others than those of ELEMENTS are left out.
 */
function element_html( string $name, array $attributes = array() ): string {
	wp_enqueue_script_module( MODULE );
	$html = '<citydesk-' . $name;
	foreach ( ELEMENTS[ $name ] as $attribute ) {
		$value = trim( (string) ( $attributes[ $attribute ] ?? '' ) );
		if ( 'practice' === $attribute ) {
			$html .= in_array( strtolower( $value ), array( '', '0', 'no', 'false' ), true ) ? '' : ' practice';
		} elseif ( '' !== $value ) {
			$html .= ' ' . $attribute . '="' . esc_attr( $value ) . '"';
		}
	}
	return $html . '>' . fallback_html( $name ) . '</citydesk-' . $name . '>';
}

/** The human route: phone and page, as far as the settings know them. */
function fallback_html( string $name ): string {
	$settings = settings();
	$words    = array(
		'request-form'   => __( 'Report a problem', 'citydesk' ),
		'faq-panel'      => __( 'Questions and answers', 'citydesk' ),
		'status-tracker' => __( 'Follow a report', 'citydesk' ),
	);
	$page     = $settings['contact_page'] > 0 ? get_permalink( $settings['contact_page'] ) : false;
	$parts    = array();
	if ( '' !== $settings['phone'] ) {
		$parts[] = sprintf(
			/* translators: %s: a phone number, as a link. */
			esc_html__( 'Call %s.', 'citydesk' ),
			'<a href="tel:' . esc_attr( preg_replace( '/[^\d+]/', '', $settings['phone'] ) ) . '">' . esc_html( $settings['phone'] ) . '</a>'
		);
	}
	$parts[] = sprintf(
		/* translators: %s: the name of a page, as a link. */
		esc_html__( 'Or go to %s.', 'citydesk' ),
		'<a href="' . esc_url( $page ? $page : home_url( '/' ) ) . '">' . esc_html( $page ? get_the_title( $settings['contact_page'] ) : get_bloginfo( 'name' ) ) . '</a>'
	);
	return '<p>' . esc_html( $words[ $name ] ) . '. ' . implode( ' ', $parts ) . '</p>';
}

/**
 * An element or a block that somebody pasted needs the script as well.
 *
 * @param string $content Of a post.
 */
function notice_pasted( $content ): string {
	$content = (string) $content;
	if ( preg_match( '/<citydesk-|\sdata-citydesk="|\/citydesk\/embed\?/', $content ) ) {
		wp_enqueue_script_module( MODULE );
	}
	return $content;
}
add_filter( 'the_content', __NAMESPACE__ . '\notice_pasted', 20 );
