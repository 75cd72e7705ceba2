<?php

declare(strict_types=1);

namespace Drupal\citydesk\Form;

use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * The site's settings. What they may be stands in the config schema, which checks them when they are saved.
 */
final class SettingsForm extends ConfigFormBase {

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'citydesk_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return ['citydesk.settings'];
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    $fields = [
      'endpoint' => [
        'textfield',
        $this->t('Open311 endpoint or relay'),
        $this->t('Where reports go, such as https://311.example.gov/open311/v2/. Residents’ browsers ask it: it has to answer pages of this site (CORS).'),
      ],
      'jurisdiction_id' => [
        'textfield',
        $this->t('Jurisdiction'),
        $this->t('Only where the endpoint serves several.'),
      ],
      'phone' => [
        'tel',
        $this->t('Phone'),
        $this->t('Shown wherever something does not work.'),
      ],
      'plain_form' => [
        'textfield',
        $this->t('Form without JavaScript'),
        $this->t('Such as https://311.example.gov/citydesk/embed?widget=request-form, which the relay has.'),
      ],
      'city_file' => [
        'textfield',
        $this->t('City file'),
        $this->t('Address of a JSON file with everything else that can be set.'),
      ],
      'faq' => [
        'textfield',
        $this->t('Answers'),
        $this->t('Address of a JSON file with answers. Without it, those on the page are used.'),
      ],
      'tracker' => [
        'textfield',
        $this->t('Page with the tracker'),
        $this->t('Such as /track. Receipts lead there.'),
      ],
      'storage' => [
        'radios',
        $this->t('On the device of residents'),
        NULL,
        [
          '#options' => [
            'device' => $this->t('Keep what is being written for a day, and what is not sent yet'),
            'none' => $this->t('Keep nothing, for computers that people share'),
          ],
        ],
      ],
      'practice' => [
        'checkbox',
        $this->t('Practice'),
        $this->t('Everything works, nothing is sent, and every screen says so.'),
      ],
    ];
    foreach ($fields as $key => $field) {
      $form[$key] = [
        '#type' => $field[0],
        '#title' => $field[1],
        '#description' => $field[2],
        '#config_target' => "citydesk.settings:$key",
      ] + ($field[3] ?? []) + ($field[0] === 'textfield' ? ['#maxlength' => 2048] : []);
    }
    return parent::buildForm($form, $form_state);
  }

}
