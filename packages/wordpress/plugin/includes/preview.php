<?php
/**
 * What a block looks like, for the editor: a page of its own with the real widget, in practice, so that nothing is sent.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The address, to which the editor adds the name of the widget and its attributes. */
function preview_url(): string {
	return admin_url( 'admin-post.php?action=citydesk_preview' );
}

/** Only for who may write pages, and it changes nothing: therefore no nonce. */
function show_preview(): void {
	if ( ! current_user_can( 'edit_posts' ) ) {
		wp_die( esc_html__( 'You may not see this preview.', 'citydesk' ), 403 );
	}
	// phpcs:disable WordPress.Security.NonceVerification -- it only shows.
	$name = isset( $_GET['widget'] ) ? sanitize_key( $_GET['widget'] ) : '';
	if ( ! isset( ELEMENTS[ $name ] ) ) {
		wp_die( esc_html__( 'There is no such widget.', 'citydesk' ), 404 );
	}
	$attributes = array();
	foreach ( ELEMENTS[ $name ] as $attribute ) {
		if ( isset( $_GET[ $attribute ] ) && is_string( $_GET[ $attribute ] ) ) {
			$attributes[ $attribute ] = sanitize_text_field( wp_unslash( $_GET[ $attribute ] ) );
		}
	}
	// phpcs:enable
	$attributes['practice'] = 'yes';
	header( 'Content-Type: text/html; charset=utf-8' );
	echo '<!doctype html><html ';
	language_attributes();
	echo '><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
	echo '<title>' . esc_html__( 'Preview', 'citydesk' ) . '</title><style>body{margin:16px;font:16px/1.5 system-ui,sans-serif}</style></head><body>';
	echo wp_kses( element_html( $name, $attributes ), allowed_elements( wp_kses_allowed_html( 'post' ), 'post' ) );
	wp_print_script_tag(
		array(
			'type'          => 'module',
			'src'           => add_query_arg( 'ver', VERSION, script_url() ),
			'data-config'   => city_file_url(),
			'data-practice' => 'true',
		)
	);
	echo '</body></html>';
}
add_action( 'admin_post_citydesk_preview', __NAMESPACE__ . '\show_preview' );
