<?php
/**
 * Settings → Citydesk. Saved by the Settings API, which checks the right and the nonce. The key is never put into the page.
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

/** The page in the menu. */
function add_settings_page(): void {
	add_options_page( __( 'Citydesk', 'citydesk' ), __( 'Citydesk', 'citydesk' ), 'manage_options', 'citydesk', __NAMESPACE__ . '\show_settings_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/** The sections and fields. */
function register_settings_fields(): void {
	register_setting( 'citydesk', 'citydesk_settings', array( 'type' => 'object', 'sanitize_callback' => __NAMESPACE__ . '\sanitize_settings' ) );
	register_setting( 'citydesk', 'citydesk_secret', array( 'type' => 'object', 'sanitize_callback' => __NAMESPACE__ . '\sanitize_secret' ) );

	add_settings_section( 'citydesk_server', __( 'Your city’s Open311 server', 'citydesk' ), '__return_null', 'citydesk' );
	field( 'server', 'endpoint', __( 'Endpoint', 'citydesk' ), __( 'The web address of the server, for example https://311.example.gov/open311/v2/. Ask whoever runs it.', 'citydesk' ) );
	field( 'server', 'jurisdiction_id', __( 'Jurisdiction', 'citydesk' ), __( 'Only where the server serves several cities.', 'citydesk' ) );
	add_settings_field( 'citydesk_api_key', __( 'Key', 'citydesk' ), __NAMESPACE__ . '\show_key_field', 'citydesk', 'citydesk_server', array( 'label_for' => 'citydesk_api_key' ) );
	choice( 'server', 'media', __( 'Photos', 'citydesk' ), array(
		'none'              => __( 'No photos', 'citydesk' ),
		'multipart:media'   => __( 'As files named media', 'citydesk' ),
		'multipart:media[]' => __( 'As files named media[]', 'citydesk' ),
		'base64:media'      => __( 'As Base64 text', 'citydesk' ),
	), __( 'How the server takes photos. Ask whoever runs it.', 'citydesk' ) );

	add_settings_section( 'citydesk_city', __( 'Your city', 'citydesk' ), '__return_null', 'citydesk' );
	field( 'city', 'city_name', __( 'Name of the city', 'citydesk' ), '' );
	field( 'city', 'phone', __( 'Phone', 'citydesk' ), __( 'Shown on every step, for people who would rather talk.', 'citydesk' ), 'tel' );
	field( 'city', 'emergency', __( 'Emergency number', 'citydesk' ), __( 'Empty means 911.', 'citydesk' ) );
	$zones = array_merge( array( '' => __( 'As the visitor’s device has it', 'citydesk' ) ), array_combine( timezone_identifiers_list(), timezone_identifiers_list() ) );
	choice( 'city', 'zone', __( 'Time zone', 'citydesk' ), $zones, '' );
	choice( 'city', 'contact', __( 'Who reports', 'citydesk' ), array(
		'optional' => __( 'May say who they are', 'citydesk' ),
		'required' => __( 'Have to say who they are', 'citydesk' ),
		'none'     => __( 'Are not asked', 'citydesk' ),
	), '' );

	add_settings_section( 'citydesk_pages', __( 'Your pages', 'citydesk' ), '__return_null', 'citydesk' );
	page_field( 'report_page', __( 'Page to report on', 'citydesk' ), '' );
	page_field( 'tracker_page', __( 'Page to follow reports on', 'citydesk' ), __( 'Receipts lead there.', 'citydesk' ) );
	page_field( 'contact_page', __( 'Contact page', 'citydesk' ), __( 'Where people go whose browser runs no scripts.', 'citydesk' ) );
	field( 'pages', 'faq', __( 'Address of the answers', 'citydesk' ), __( 'A FAQ file or a WordPress REST route. Empty means: the questions on the page itself.', 'citydesk' ), 'url' );
	add_settings_field( 'citydesk_practice', __( 'Practice', 'citydesk' ), __NAMESPACE__ . '\show_practice_field', 'citydesk', 'citydesk_pages' );
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings_fields' );

/** A line of text. */
function field( string $section, string $name, string $label, string $hint, string $type = 'text' ): void {
	add_settings_field(
		'citydesk_' . $name,
		$label,
		static function () use ( $name, $hint, $type ): void {
			printf(
				'<input type="%1$s" class="regular-text" id="%2$s" name="%3$s" value="%4$s"%5$s>',
				esc_attr( $type ),
				esc_attr( 'citydesk_' . $name ),
				esc_attr( "citydesk_settings[{$name}]" ),
				esc_attr( settings()[ $name ] ),
				'' === $hint ? '' : ' aria-describedby="' . esc_attr( "citydesk_{$name}_hint" ) . '"'
			);
			show_hint( $name, $hint );
			if ( 'endpoint' === $name ) {
				echo '<p><button type="button" class="button" id="citydesk-check">' . esc_html__( 'Check this endpoint', 'citydesk' ) . '</button></p>';
				echo '<div id="citydesk-check-result" role="status"></div>';
			}
		},
		'citydesk',
		'citydesk_' . $section,
		array( 'label_for' => 'citydesk_' . $name )
	);
}

/** One of several words. */
function choice( string $section, string $name, string $label, array $options, string $hint ): void {
	add_settings_field(
		'citydesk_' . $name,
		$label,
		static function () use ( $name, $options, $hint ): void {
			echo '<select id="' . esc_attr( 'citydesk_' . $name ) . '" name="' . esc_attr( "citydesk_settings[{$name}]" ) . '">';
			foreach ( $options as $value => $words ) {
				echo '<option value="' . esc_attr( $value ) . '"' . selected( settings()[ $name ], $value, false ) . '>' . esc_html( $words ) . '</option>';
			}
			echo '</select>';
			show_hint( $name, $hint );
		},
		'citydesk',
		'citydesk_' . $section,
		array( 'label_for' => 'citydesk_' . $name )
	);
}

/** A page of the site. */
function page_field( string $name, string $label, string $hint ): void {
	add_settings_field(
		'citydesk_' . $name,
		$label,
		static function () use ( $name, $hint ): void {
			wp_dropdown_pages(
				array(
					'id'                => esc_attr( 'citydesk_' . $name ),
					'name'              => esc_attr( "citydesk_settings[{$name}]" ),
					'selected'          => absint( settings()[ $name ] ),
					'show_option_none'  => esc_html__( 'None', 'citydesk' ),
					'option_none_value' => '0',
				)
			);
			show_hint( $name, $hint );
		},
		'citydesk',
		'citydesk_pages',
		array( 'label_for' => 'citydesk_' . $name )
	);
}

/** What helps to fill a field. */
function show_hint( string $name, string $hint ): void {
	if ( '' !== $hint ) {
		echo '<p class="description" id="' . esc_attr( "citydesk_{$name}_hint" ) . '">' . esc_html( $hint ) . '</p>';
	}
}

/** The key goes in and never comes out. */
function show_key_field(): void {
	if ( defined( 'CITYDESK_API_KEY' ) ) {
		echo '<p>' . esc_html__( 'It is in wp-config.php, as CITYDESK_API_KEY.', 'citydesk' ) . '</p>';
		return;
	}
	$is_kept = '' !== api_key();
	echo '<input type="password" class="regular-text" id="citydesk_api_key" name="citydesk_secret[api_key]" value="" autocomplete="new-password" aria-describedby="citydesk_api_key_hint">';
	echo '<p class="description" id="citydesk_api_key_hint">' . esc_html( $is_kept ? __( 'A key is saved. Leave this empty to keep it.', 'citydesk' ) : __( 'Only if the server asks for one. It stays on this site; visitors never get it.', 'citydesk' ) ) . '</p>';
	if ( $is_kept ) {
		echo '<label><input type="checkbox" name="citydesk_secret[remove]" value="1"> ' . esc_html__( 'Remove the saved key', 'citydesk' ) . '</label>';
	}
}

/** To try everything with nothing sent. */
function show_practice_field(): void {
	echo '<label><input type="checkbox" name="citydesk_settings[practice]" value="1"' . checked( settings()['practice'], true, false ) . '> ' . esc_html__( 'Everything works, and nothing is sent. Every screen says so.', 'citydesk' ) . '</label>';
}

/** The whole page. */
function show_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	echo '<p>' . esc_html__( 'Put the blocks “Report a problem”, “Questions and answers” and “Follow a report” on any page. What you say here holds for all of them.', 'citydesk' ) . '</p>';
	echo '<form action="options.php" method="post">';
	settings_fields( 'citydesk' );
	do_settings_sections( 'citydesk' );
	submit_button();
	echo '</form>';
	echo '<p>' . esc_html__( 'The city file of this site:', 'citydesk' ) . ' <a href="' . esc_url( route_url( 'city.json' ) ) . '">' . esc_html( route_url( 'city.json' ) ) . '</a></p></div>';
}

/**
 * The script of the check, on this page only.
 *
 * @param string $hook Of the page.
 */
function enqueue_check( $hook ): void {
	if ( 'settings_page_citydesk' !== $hook ) {
		return;
	}
	wp_enqueue_script( 'citydesk-settings', plugins_url( 'assets/settings.js', FILE ), array( 'wp-i18n' ), VERSION, true );
	wp_set_script_translations( 'citydesk-settings', 'citydesk', dirname( FILE ) . '/languages' );
	$known = array(
		'check' => add_query_arg( 'ver', VERSION, plugins_url( 'assets/check-endpoint.js', FILE ) ),
		'look'  => route_url( 'check' ),
		'relay' => route_url( 'open311/v2/' ),
		'file'  => route_url( 'city.json' ),
		'nonce' => wp_create_nonce( 'wp_rest' ),
	);
	wp_add_inline_script( 'citydesk-settings', 'window.citydeskSettings = ' . wp_json_encode( $known ) . ';', 'before' );
}
add_action( 'admin_enqueue_scripts', __NAMESPACE__ . '\enqueue_check' );

/**
 * A link beside the plugin's name in the list of plugins.
 *
 * @param array $links So far.
 */
function add_settings_link( $links ): array {
	$link = '<a href="' . esc_url( admin_url( 'options-general.php?page=citydesk' ) ) . '">' . esc_html__( 'Settings', 'citydesk' ) . '</a>';
	return array_merge( array( $link ), (array) $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );
