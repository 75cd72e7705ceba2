<?php

declare(strict_types=1);

namespace Drupal\citydesk;

use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * What stands inside a widget until it works, and stays where it cannot.
 */
final class FallbackWords {

  /**
   * The words and links, in order; a link has an address.
   *
   * @return array<int, array{0: string|TranslatableMarkup, 1?: string}>
   *   Never none: the place is never blank.
   */
  public static function of(Widget $widget): array {
    $plain = $widget->plainForm !== '';
    $phone = $widget->phone !== '';
    $words = [];
    if ($plain) {
      $words[] = [new TranslatableMarkup('Report a problem'), $widget->plainForm];
    }
    if ($plain && $phone) {
      $words[] = [new TranslatableMarkup('or call')];
    }
    elseif ($phone) {
      $words[] = [new TranslatableMarkup('Please call')];
    }
    if ($phone) {
      $words[] = [$widget->phone, $widget->call()];
    }
    return $words ?: [[new TranslatableMarkup('This part of the page needs JavaScript. Without it, please call the city.')]];
  }

}
