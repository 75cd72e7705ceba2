<?php

/**
 * @file
 * Runs the module's own classes: reads what to do as JSON, and writes what came of it as JSON.
 *
 * `do` is `filter` (with `text`), `block` (with `configuration`, `preview`), `form` (what the settings form asks for) or `block-form` (what the
 * block's form asks for, and what it keeps of `values`).
 */

use Drupal\citydesk\Form\SettingsForm;
use Drupal\citydesk\Plugin\Block\WidgetBlock;
use Drupal\citydesk\Plugin\Filter\WidgetFilter;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): never {
  throw new ErrorException($message, 0, $level, $file, $line);
});

$asked = json_decode(stream_get_contents(STDIN), TRUE, 512, JSON_THROW_ON_ERROR);
$module = $asked['module'];

spl_autoload_register(static function (string $class) use ($module): void {
  if (str_starts_with($class, 'Drupal\\citydesk\\')) {
    require $module . '/src/' . strtr(substr($class, 16), '\\', '/') . '.php';
  }
});
require 'Masterminds/HTML5/autoload.php';
require __DIR__ . '/stand-ins.php';
require __DIR__ . '/rendered.php';

/** The services a plugin may ask for: the settings, and nothing else. */
final class Container implements ContainerInterface, ConfigFactoryInterface {

  public function __construct(private readonly array $settings) {}

  public function get($id) {
    return match ($id) {
      'config.factory' => $this,
      'citydesk.settings' => new class ($this->settings) {

        public function __construct(private readonly array $settings) {}

        public function get() {
          return $this->settings;
        }

        public function getCacheTags() {
          return ['config:citydesk.settings'];
        }

      },
    };
  }

}

/** What a form was filled with. */
final class Filled implements FormStateInterface {

  public function __construct(private readonly array $values) {}

  public function getValue($key) {
    return $this->values[$key] ?? NULL;
  }

}

function outcome(array $asked): array {
  $container = new Container($asked['settings'] ?? []);
  $state = new Filled($asked['values'] ?? []);
  if ($asked['do'] === 'filter') {
    $filter = WidgetFilter::create($container, [], 'citydesk', ['provider' => 'citydesk']);
    $result = $filter->process($asked['text'], 'en');
    return [
      'html' => $result->getProcessedText(),
      'tags' => $result->getCacheTags(),
      'libraries' => $result->getAttachments()['library'] ?? [],
      'tips' => [(string) $filter->tips(), (string) $filter->tips(TRUE)],
    ];
  }
  if ($asked['do'] === 'form') {
    return ['targets' => array_column((new SettingsForm())->buildForm([], $state), '#config_target')];
  }
  $block = WidgetBlock::create($container, $asked['configuration'] ?? [], 'citydesk_widget', ['provider' => 'citydesk']);
  if ($asked['do'] === 'block') {
    $block->setInPreview($asked['preview'] ?? FALSE);
    $build = $block->build();
    return ['html' => rendered($build), 'tags' => $block->getCacheTags(), 'libraries' => $build['#attached']['library'] ?? []];
  }
  $fields = array_keys($block->blockForm([], $state));
  $block->blockSubmit([], $state);
  return ['fields' => $fields, 'kept' => $block->getConfiguration()];
}

echo json_encode(outcome($asked), JSON_THROW_ON_ERROR);
