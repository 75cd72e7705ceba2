<?php

declare(strict_types=1);

namespace Drupal\citydesk;

/**
 * One widget on a page: its element, its attributes, and the human route.
 *
 * What the site says (the settings) and what an editor says (a block, a word
 * in square brackets) meet here. Only the settings say where reports go.
 */
final class Widget {

  /** What can be put on a page. */
  public const NAMES = ['request-form', 'launcher', 'faq-panel', 'status-tracker'];

  /** What an editor may say, of which widgets, and what it looks like. */
  private const OF_EDITORS = [
    'service-code' => [['request-form', 'launcher'], '/^[^\p{C}]{1,128}$/u'],
    'contact' => [['request-form', 'launcher'], '/^(optional|required|none)$/D'],
    'center' => [['request-form', 'launcher'], '/^-?\d{1,2}(\.\d+)?, ?-?\d{1,3}(\.\d+)?$/D'],
    'label' => [['launcher'], '/^[^\p{C}]{1,80}$/u'],
    'request-id' => [['status-tracker'], '/^[^\p{C}]{1,128}$/u'],
    'heading-level' => [self::NAMES, '/^[1-6]$/D'],
    'locale' => [self::NAMES, '/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/Di'],
    'storage' => [self::NAMES, '/^none$/D'],
    'practice' => [self::NAMES, '/^(|practice|true)$/D'],
  ];

  /** Settings of the site, as attributes of which widgets. */
  private const OF_THE_SITE = [
    'endpoint' => ['endpoint', self::NAMES],
    'jurisdiction_id' => ['jurisdiction-id', self::NAMES],
    'phone' => ['phone', self::NAMES],
    'city_file' => ['config', self::NAMES],
    'faq' => ['faq', ['request-form', 'launcher', 'faq-panel']],
    'tracker' => ['tracker-url', ['request-form', 'launcher', 'faq-panel']],
  ];

  private const ADDRESSES = ['endpoint', 'city_file', 'faq', 'tracker', 'plain_form'];

  /**
   * @param string $name
   *   One of NAMES.
   * @param array<string, string> $attributes
   *   Those of the widget's element, checked.
   * @param array<string, string> $around
   *   Those of the button that opens it; a launcher's only.
   * @param string $plainForm
   *   Address of the form that works without JavaScript, or nothing.
   * @param string $phone
   *   Whom to call, or nothing.
   */
  private function __construct(
    public readonly string $name,
    public readonly array $attributes,
    public readonly array $around,
    public readonly string $plainForm,
    public readonly string $phone,
  ) {}

  /**
   * Makes one of the site's settings and an editor's words.
   *
   * @param string $name
   *   Which.
   * @param array<string, string> $said
   *   What the editor said. What is not in the list, or looks odd, is left out.
   * @param array<string, mixed> $settings
   *   The site's settings.
   *
   * @return self|null
   *   The widget; NULL where there is none of that name.
   */
  public static function of(string $name, array $said, array $settings): ?self {
    if (!in_array($name, self::NAMES, TRUE)) {
      return NULL;
    }
    foreach (self::ADDRESSES as $key) {
      $settings[$key] = self::safeAddress($settings[$key] ?? NULL);
    }
    $attributes = [];
    foreach (self::OF_THE_SITE as $key => [$attribute, $widgets]) {
      $value = is_string($settings[$key] ?? NULL) ? $settings[$key] : '';
      if ($value !== '' && in_array($name, $widgets, TRUE)) {
        $attributes[$attribute] = $value;
      }
    }
    if (($settings['storage'] ?? '') === 'none') {
      $attributes['storage'] = 'none';
    }
    if (!empty($settings['practice'])) {
      $attributes['practice'] = '';
    }
    foreach (self::OF_EDITORS as $attribute => [$widgets, $looks]) {
      $value = $said[$attribute] ?? NULL;
      if (is_string($value) && in_array($name, $widgets, TRUE) && preg_match($looks, $value)) {
        $attributes[$attribute] = $attribute === 'practice' ? '' : $value;
      }
    }
    $around = array_intersect_key($attributes, ['label' => '']);
    return new self(
      $name,
      array_diff_key($attributes, $around),
      $around,
      $name === 'request-form' || $name === 'launcher' ? $settings['plain_form'] : '',
      is_string($settings['phone'] ?? NULL) ? $settings['phone'] : '',
    );
  }

  /**
   * The element to put on the page.
   */
  public function tag(): string {
    return 'citydesk-' . ($this->name === 'launcher' ? 'request-form' : $this->name);
  }

  /**
   * The phone number as a link.
   */
  public function call(): string {
    return 'tel:' . preg_replace('/[^\d+]/', '', $this->phone);
  }

  /**
   * An address of the web or of this site; nothing for any other.
   *
   * Settings also come from files that no form has checked.
   */
  private static function safeAddress(mixed $value): string {
    $looks = '~^(https?://[^\s"<>@]+|/(?![/\\\\])[^\s"<>]*)$~D';
    return is_string($value) && preg_match($looks, $value) ? $value : '';
  }

}
