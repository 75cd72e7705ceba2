<?php

declare(strict_types=1);

namespace Drupal\citydesk\Plugin\Block;

use Drupal\citydesk\FallbackWords;
use Drupal\citydesk\Widget;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Cache\Cache;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * A widget as a block.
 *
 * Both ways of saying so are read somewhere between Drupal 10.2 and 11.
 *
 * @Block(
 *   id = "citydesk_widget",
 *   admin_label = @Translation("Citydesk"),
 *   category = @Translation("Citydesk")
 * )
 */
#[Block(
  id: 'citydesk_widget',
  admin_label: new TranslatableMarkup('Citydesk'),
  category: new TranslatableMarkup('Citydesk'),
)]
final class WidgetBlock extends BlockBase implements ContainerFactoryPluginInterface {

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
  public function defaultConfiguration(): array {
    return [
      'label_display' => '0',
      'widget' => 'request-form',
      'label_of_button' => '',
      'service_code' => '',
      'contact' => '',
      'heading_level' => 2,
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['widget'] = [
      '#type' => 'radios',
      '#title' => $this->t('Show'),
      '#options' => [
        'request-form' => $this->t('The form for reports'),
        'launcher' => $this->t('A button that opens the form'),
        'faq-panel' => $this->t('Answers'),
        'status-tracker' => $this->t('What became of a report'),
      ],
      '#default_value' => $this->configuration['widget'],
    ];
    $form['label_of_button'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Words on the button'),
      '#maxlength' => 80,
      '#default_value' => $this->configuration['label_of_button'],
      '#states' => ['visible' => [':input[name="settings[widget]"]' => ['value' => 'launcher']]],
    ];
    $form['service_code'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Start at this service'),
      '#description' => $this->t('Its code at your Open311 server, for a “Report a pothole” page. Leave it empty for all.'),
      '#maxlength' => 128,
      '#default_value' => $this->configuration['service_code'],
    ];
    $form['contact'] = [
      '#type' => 'select',
      '#title' => $this->t('Name, e-mail and phone'),
      '#options' => [
        '' => $this->t('As the city file says'),
        'optional' => $this->t('May be given'),
        'required' => $this->t('Have to be given'),
        'none' => $this->t('Are not asked for'),
      ],
      '#default_value' => $this->configuration['contact'],
    ];
    $form['heading_level'] = [
      '#type' => 'number',
      '#title' => $this->t('Heading level'),
      '#description' => $this->t('2 under the title of the page, 3 inside a section.'),
      '#min' => 1,
      '#max' => 6,
      '#default_value' => $this->configuration['heading_level'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (['widget', 'label_of_button', 'service_code', 'contact'] as $key) {
      $this->configuration[$key] = trim((string) $form_state->getValue($key));
    }
    $this->configuration['heading_level'] = (int) $form_state->getValue('heading_level');
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $settings = $this->configFactory->get('citydesk.settings')->get() ?? [];
    $said = [
      'label' => $this->configuration['label_of_button'],
      'service-code' => $this->configuration['service_code'],
      'contact' => $this->configuration['contact'],
      'heading-level' => (string) $this->configuration['heading_level'],
      // Who arranges a page must not file reports with it.
    ] + ($this->inPreview ? ['practice' => ''] : []);
    $widget = Widget::of($this->configuration['widget'], $said, $settings);
    if (!$widget) {
      return [];
    }
    $element = [
      '#type' => 'html_tag',
      '#tag' => $widget->tag(),
      '#attributes' => $widget->attributes,
    ];
    foreach (FallbackWords::of($widget) as $index => $piece) {
      $space = $index > 0 ? ' ' : '';
      $element[$index] = isset($piece[1])
        ? [
          '#prefix' => $space,
          '#type' => 'html_tag',
          '#tag' => 'a',
          '#attributes' => ['href' => $piece[1]],
          'words' => ['#plain_text' => $piece[0]],
        ]
        : ['#plain_text' => $space . $piece[0]];
    }
    if ($widget->name === 'launcher') {
      $element = [
        '#type' => 'html_tag',
        '#tag' => 'citydesk-launcher',
        '#attributes' => $widget->around,
        'form' => $element,
      ];
    }
    return $element + ['#attached' => ['library' => ['citydesk/widgets']]];
  }

  /**
   * {@inheritdoc}
   */
  public function getCacheTags(): array {
    return Cache::mergeTags(parent::getCacheTags(), $this->configFactory->get('citydesk.settings')->getCacheTags());
  }

}
