<?php
/**
 * The block on the page.
 *
 * @package Citydesk
 *
 * @var array $attributes Of the block.
 */

defined( 'ABSPATH' ) || exit;

// phpcs:ignore WordPress.Security.EscapeOutput -- block_html escapes every value.
echo Citydesk\block_html( 'faq-panel', $attributes );
