<?php
/**
 * Plugin Name:       Citydesk
 * Plugin URI:        https://citydesk.example/wordpress
 * Description:       Residents report problems, find answers and follow their reports on your site, on your city's own Open311 server.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            Citydesk contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       citydesk
 * Domain Path:       /languages
 *
 * @package Citydesk
 */

namespace Citydesk;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;

require __DIR__ . '/includes/install.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/city-file.php';
require __DIR__ . '/includes/elements.php';
require __DIR__ . '/includes/shortcodes.php';
require __DIR__ . '/includes/blocks.php';
require __DIR__ . '/includes/preview.php';
require __DIR__ . '/includes/kses.php';
require __DIR__ . '/includes/relay/upstream.php';
require __DIR__ . '/includes/relay/answers.php';
require __DIR__ . '/includes/relay/report.php';
require __DIR__ . '/includes/relay/keys.php';
require __DIR__ . '/includes/relay/submit.php';
require __DIR__ . '/includes/relay/routes.php';
require __DIR__ . '/includes/check-route.php';
require __DIR__ . '/includes/settings-page.php';

register_activation_hook( FILE, __NAMESPACE__ . '\install' );
