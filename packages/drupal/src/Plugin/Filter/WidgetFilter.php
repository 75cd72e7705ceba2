<?php

declare(strict_types=1);

namespace Drupal\citydesk\Plugin\Filter;

use Drupal\citydesk\FallbackWords;
use Drupal\citydesk\Shortcode;
use Drupal\citydesk\Widget;
use Drupal\Component\Utility\Html;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\filter\Attribute\Filter;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Drupal\filter\Plugin\FilterInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * Puts widgets where a text says so.
 *
 * Drupal 10.2 reads the annotation, later ones the attribute.
 *
 * @Filter(
 *   id = "citydesk",
 *   title = @Translation("Citydesk widgets"),
 *   description = @Translation("Puts a widget where the text says [citydesk:request-form], [citydesk:faq-panel] or [citydesk:status-tracker]. Has to come after “Limit allowed HTML tags”."),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   weight = 50
 * )
 */
#[Filter(
  id: 'citydesk',
  title: new TranslatableMarkup('Citydesk widgets'),
  type: FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
  description: new TranslatableMarkup('Puts a widget where the text says [citydesk:request-form], [citydesk:faq-panel] or [citydesk:status-tracker]. Has to come after “Limit allowed HTML tags”.'),
  weight: 50,
)]
final class WidgetFilter extends FilterBase implements ContainerFactoryPluginInterface {

  /** Where words are not for reading, or a widget could not be used. */
  private const NOT_IN = [
    'a', 'button', 'code', 'iframe', 'label', 'math', 'noembed', 'noframes', 'noscript', 'option', 'pre', 'script',
    'style', 'summary', 'svg', 'template', 'textarea', 'title', 'xmp',
  ];

  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected ConfigFactoryInterface $configFactory,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): static {
    return new static($configuration, $plugin_id, $plugin_definition, $container->get('config.factory'));
  }

  /**
   * {@inheritdoc}
   */
  public function process($text, $langcode): FilterProcessResult {
    $result = new FilterProcessResult($text);
    if (!str_contains($text, Shortcode::BEGIN)) {
      return $result;
    }
    $settings = $this->configFactory->get('citydesk.settings');
    $document = Html::load($text);
    $query = (new \DOMXPath($document))->query('//text()[contains(., "' . Shortcode::BEGIN . '")]');
    $placed = 0;
    foreach (iterator_to_array($query) as $words) {
      if (!self::isOffLimits($words)) {
        $placed += $this->place($words, $settings->get());
      }
    }
    if ($placed === 0) {
      return $result;
    }
    $result->setProcessedText(Html::serialize($document));
    $result->addCacheableDependency($settings);
    $result->addAttachments(['library' => ['citydesk/widgets']]);
    return $result;
  }

  /**
   * {@inheritdoc}
   */
  public function tips($long = FALSE): TranslatableMarkup {
    return $long
      ? $this->t('[citydesk:request-form] puts the form on the page; [citydesk:launcher label="Report a problem"] a button that opens it; [citydesk:faq-panel] the answers; [citydesk:status-tracker] the tracker. They take service-code="…", contact="none", heading-level="3", locale="es", storage="none", request-id="…", center="41.94,-85.63" and practice. Where reports go is said in the site’s settings only.')
      : $this->t('Write [citydesk:request-form], [citydesk:faq-panel] or [citydesk:status-tracker] on a line of its own.');
  }

  /**
   * Puts widgets into some words. Gives how many.
   */
  private function place(\DOMText $words, array $settings): int {
    $placed = 0;
    $document = $words->ownerDocument;
    $made = $document->createDocumentFragment();
    foreach (Shortcode::split($words->data) as $piece) {
      $widget = is_array($piece) ? Widget::of($piece['name'], $piece['said'], $settings) : NULL;
      $text = is_array($piece) ? $piece['text'] : $piece;
      $placed += $widget ? 1 : 0;
      if ($widget) {
        $made->appendChild(self::element($document, $widget));
      }
      elseif ($text !== '') {
        $made->appendChild($document->createTextNode($text));
      }
    }
    if ($placed > 0) {
      $parent = $words->parentNode;
      $parent->replaceChild($made, $words);
      self::outOfParagraph($parent);
    }
    return $placed;
  }

  /**
   * The widget's element. What it says is text and attributes; the serializer escapes both.
   */
  private static function element(\DOMDocument $document, Widget $widget): \DOMElement {
    $element = self::withAttributes($document->createElement($widget->tag()), $widget->attributes);
    foreach (FallbackWords::of($widget) as $index => $piece) {
      if ($index > 0) {
        $element->appendChild($document->createTextNode(' '));
      }
      $words = $document->createTextNode((string) $piece[0]);
      if (!isset($piece[1])) {
        $element->appendChild($words);
        continue;
      }
      $element->appendChild(self::withAttributes($document->createElement('a'), ['href' => $piece[1]]))->appendChild($words);
    }
    if ($widget->name !== 'launcher') {
      return $element;
    }
    $launcher = self::withAttributes($document->createElement('citydesk-launcher'), $widget->around);
    $launcher->appendChild($element);
    return $launcher;
  }

  private static function withAttributes(\DOMElement $element, array $attributes): \DOMElement {
    foreach ($attributes as $name => $value) {
      $element->setAttribute($name, $value);
    }
    return $element;
  }

  /**
   * A widget on a line of its own is no paragraph, and takes the place of the one that an editor made around it.
   */
  private static function outOfParagraph(\DOMNode $parent): void {
    if ($parent->nodeName !== 'p') {
      return;
    }
    foreach ($parent->childNodes as $child) {
      $isBlank = $child->nodeName === 'br' || $child instanceof \DOMText && trim(str_replace("\u{A0}", ' ', $child->data)) === '';
      if (!$isBlank && !str_starts_with($child->nodeName, 'citydesk-')) {
        return;
      }
    }
    while ($child = $parent->firstChild) {
      $parent->parentNode->insertBefore($child, $parent);
    }
    $parent->parentNode->removeChild($parent);
  }

  private static function isOffLimits(\DOMNode $node): bool {
    for ($at = $node->parentNode; $at instanceof \DOMElement; $at = $at->parentNode) {
      if (in_array($at->nodeName, self::NOT_IN, TRUE) || str_starts_with($at->nodeName, 'citydesk-')) {
        return TRUE;
      }
    }
    return FALSE;
  }

}
