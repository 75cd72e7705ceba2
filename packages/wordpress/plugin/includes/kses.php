<?php
/**
 * Lets authors keep our elements and blocks when they paste them. WordPress strips what it does not know from the words of everybody who
 * may not write any HTML.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/**
 * Our elements with the attributes a page may say. Where reports go to is not among them: an author could send residents elsewhere.
 *
 * @param array        $tags    What is allowed so far.
 * @param string|array $context Where.
 */
function allowed_elements( $tags, $context ): array {
	$tags = (array) $tags;
	if ( 'post' !== $context ) {
		return $tags;
	}
	foreach ( ELEMENTS as $name => $attributes ) {
		$tags[ 'citydesk-' . $name ] = array_fill_keys( array_merge( $attributes, array( 'id', 'class', 'lang', 'dir', 'slot' ) ), true );
	}
	$tags['div'] = array_merge( (array) ( $tags['div'] ?? array() ), array( 'data-*' => true, 'class' => true, 'id' => true ) );
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allowed_elements', 10, 2 );

/**
 * For the same reason a pasted block loses what would say it as data.
 *
 * @param string $content Before it is looked through.
 */
function drop_destinations( $content ): string {
	return (string) preg_replace( '/\sdata-citydesk-(?:endpoint|config|jurisdiction-id)\s*=\s*(?:\\\\?"[^"]*"|\\\\?\'[^\']*\'|[^\s>]+)/i', '', (string) $content );
}
add_filter( 'pre_kses', __NAMESPACE__ . '\drop_destinations' );
