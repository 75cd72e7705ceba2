<?php

/**
 * @file
 * Small stand-ins for the classes of Drupal that the module builds on, so that its own classes run without a Drupal.
 *
 * They have the same names and do as little as the module needs; HTML is read and written by the library that Drupal uses
 * (masterminds/html5, of Debian).
 */

namespace Drupal\Component\Utility {
  use Masterminds\HTML5;

  final class Html {

    public static function load(string $html): \DOMDocument {
      return (new HTML5(['disable_html_ns' => TRUE, 'encoding' => 'UTF-8']))->loadHTML('<body>' . $html);
    }

    public static function serialize(\DOMDocument $document): string {
      $html = '';
      foreach ($document->getElementsByTagName('body')->item(0)->childNodes as $node) {
        $html .= (new HTML5())->saveHTML($node);
      }
      return $html;
    }

  }
}

namespace Drupal\Core\StringTranslation {

  class TranslatableMarkup {

    public function __construct(private readonly string $words) {}

    public function __toString(): string {
      return $this->words;
    }

  }
}

namespace Drupal\Core\Cache {

  final class Cache {

    public static function mergeTags(array ...$tags): array {
      return array_values(array_unique(array_merge(...$tags)));
    }

  }

  interface CacheableDependencyInterface {

    public function getCacheTags();

  }
}

namespace Drupal\Core\Config {

  interface ConfigFactoryInterface {

    public function get($name);

  }
}

namespace Drupal\Core\Plugin {

  interface ContainerFactoryPluginInterface {}

  abstract class PluginBase {

    public function __construct(protected array $configuration, protected $plugin_id, protected $plugin_definition) {}

    protected function t(string $words): \Drupal\Core\StringTranslation\TranslatableMarkup {
      return new \Drupal\Core\StringTranslation\TranslatableMarkup($words);
    }

  }
}

namespace Symfony\Component\DependencyInjection {

  interface ContainerInterface {

    public function get(string $id);

  }
}

namespace Drupal\filter\Attribute {

  #[\Attribute(\Attribute::TARGET_CLASS)]
  final class Filter {

    public function __construct(
      public readonly string $id,
      public readonly object $title,
      public readonly int $type,
      public readonly ?object $description = NULL,
      public readonly int $weight = 0,
      public readonly bool $status = FALSE,
      public readonly array $settings = [],
    ) {}

  }
}

namespace Drupal\filter\Plugin {

  interface FilterInterface {

    const TYPE_TRANSFORM_IRREVERSIBLE = 3;

  }

  abstract class FilterBase extends \Drupal\Core\Plugin\PluginBase implements FilterInterface {}
}

namespace Drupal\filter {

  final class FilterProcessResult {

    private array $tags = [];
    private array $attachments = [];

    public function __construct(private string $text) {}

    public function getProcessedText(): string {
      return $this->text;
    }

    public function setProcessedText(string $text): void {
      $this->text = $text;
    }

    public function addCacheableDependency(object $on): void {
      $this->tags = $on->getCacheTags();
    }

    public function addAttachments(array $attachments): void {
      $this->attachments = $attachments;
    }

    public function getCacheTags(): array {
      return $this->tags;
    }

    public function getAttachments(): array {
      return $this->attachments;
    }

  }
}

namespace Drupal\Core\Block\Attribute {

  #[\Attribute(\Attribute::TARGET_CLASS)]
  final class Block {

    public function __construct(
      public readonly string $id,
      public readonly ?object $admin_label = NULL,
      public readonly ?object $category = NULL,
    ) {}

  }
}

namespace Drupal\Core\Form {

  interface FormStateInterface {

    public function getValue($key);

  }

  abstract class ConfigFormBase {

    public function buildForm(array $form, FormStateInterface $form_state) {
      return $form;
    }

    protected function t(string $words): \Drupal\Core\StringTranslation\TranslatableMarkup {
      return new \Drupal\Core\StringTranslation\TranslatableMarkup($words);
    }

  }
}

namespace Drupal\Core\Block {

  abstract class BlockBase extends \Drupal\Core\Plugin\PluginBase {

    protected bool $inPreview = FALSE;

    public function __construct(array $configuration, $plugin_id, $plugin_definition) {
      parent::__construct($configuration + $this->defaultConfiguration(), $plugin_id, $plugin_definition);
    }

    abstract public function defaultConfiguration();

    public function setInPreview(bool $in_preview): void {
      $this->inPreview = $in_preview;
    }

    public function getConfiguration(): array {
      return $this->configuration;
    }

    public function getCacheTags() {
      return [];
    }

  }
}
