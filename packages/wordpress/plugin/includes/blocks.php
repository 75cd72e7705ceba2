<?php
/**
 * The blocks and the pattern. A block is drawn by the server on every view, so that a change of the settings reaches every page.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** Blocks with their editor script, which is as it was written: nothing has to be built to change it. */
function register_blocks(): void {
	$asset = require dirname( FILE ) . '/blocks/editor.asset.php';
	wp_register_script( 'citydesk-editor', plugins_url( 'blocks/editor.js', FILE ), $asset['dependencies'], $asset['version'], true );
	wp_set_script_translations( 'citydesk-editor', 'citydesk', dirname( FILE ) . '/languages' );
	wp_add_inline_script(
		'citydesk-editor',
		'window.citydeskEditor = ' . wp_json_encode( array( 'preview' => preview_url() ) ) . ';',
		'before'
	);
	foreach ( array_keys( ELEMENTS ) as $name ) {
		register_block_type( dirname( FILE ) . '/blocks/' . $name );
	}
	register_block_pattern_category( 'citydesk', array( 'label' => __( 'Citydesk', 'citydesk' ) ) );
	register_block_pattern(
		'citydesk/report-a-problem',
		array(
			'title'       => __( 'Report a problem', 'citydesk' ),
			'description' => __( 'A page on which residents report a problem and follow their report.', 'citydesk' ),
			'categories'  => array( 'citydesk' ),
			'blockTypes'  => array( 'core/post-content' ),
			'postTypes'   => array( 'page' ),
			'content'     => pattern_content(),
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\register_blocks' );

/** Words with the two blocks that belong on such a page. */
function pattern_content(): string {
	$paragraph = esc_html__( 'Tell us about potholes, street lights, missed pick-ups and anything else that needs fixing. It takes about two minutes.', 'citydesk' );
	$heading   = esc_html__( 'Follow your report', 'citydesk' );
	return "<!-- wp:paragraph -->\n<p>{$paragraph}</p>\n<!-- /wp:paragraph -->\n\n" .
		"<!-- wp:citydesk/request-form /-->\n\n" .
		"<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">{$heading}</h2>\n<!-- /wp:heading -->\n\n" .
		"<!-- wp:citydesk/status-tracker {\"headingLevel\":\"3\"} /-->";
}

/**
 * A block on the page.
 *
 * @param string $name       Of ELEMENTS.
 * @param array  $attributes Of the block: serviceCode is the element's service-code.
 */
function block_html( string $name, array $attributes ): string {
	$named = array();
	foreach ( $attributes as $key => $value ) {
		$named[ strtolower( preg_replace( '/[A-Z]/', '-$0', (string) $key ) ) ] = is_bool( $value ) ? ( $value ? 'yes' : '' ) : $value;
	}
	return '<div ' . get_block_wrapper_attributes() . '>' . element_html( $name, $named ) . '</div>';
}
