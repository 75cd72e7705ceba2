<?php

declare(strict_types=1);

namespace Drupal\citydesk;

/**
 * Finds [citydesk:request-form service-code="pothole"] in the words of a text.
 */
final class Shortcode {

  /** How each begins. */
  public const BEGIN = '[citydesk:';

  /**
   * Bounded, and never tried again from another place: any text is read in one go.
   *
   * Quotes may be those of a word processor.
   */
  private const ONE = '/\[citydesk:([a-z-]{1,20})'
    . '((?:[^\]"\'“”]|"[^"]{0,200}"|\'[^\']{0,200}\'|[“”][^“”]{0,200}[“”]){0,500}+)\]/u';

  private const ATTRIBUTE = '/([a-z][a-z_-]*)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|[“”]([^“”]*)[“”]|([^\s"\'“”]+)))?/u';

  /**
   * Splits words where a widget is named.
   *
   * @param string $words
   *   Text, not HTML.
   *
   * @return array<int, string|array{name: string, said: array<string, string>, text: string}>
   *   Words, and what is said of each widget with the words that said it, in turn.
   */
  public static function split(string $words): array {
    if (!preg_match_all(self::ONE, $words, $found, PREG_SET_ORDER | PREG_OFFSET_CAPTURE)) {
      return [$words];
    }
    $pieces = [];
    $end = 0;
    foreach ($found as [[$text, $begin], [$name], [$attributes]]) {
      $pieces[] = substr($words, $end, $begin - $end);
      $pieces[] = ['name' => $name, 'said' => self::said($attributes), 'text' => $text];
      $end = $begin + strlen($text);
    }
    $pieces[] = substr($words, $end);
    return $pieces;
  }

  /**
   * What stands behind the name. A word alone is switched on.
   *
   * @return array<string, string>
   *   Values by the names of attributes.
   */
  private static function said(string $attributes): array {
    // Editors put in spaces that do not break.
    $plain = str_replace("\u{A0}", ' ', $attributes);
    $said = [];
    preg_match_all(self::ATTRIBUTE, $plain, $found, PREG_SET_ORDER | PREG_UNMATCHED_AS_NULL);
    foreach ($found as [, $name, $double, $single, $curly, $bare]) {
      $said[str_replace('_', '-', $name)] ??= $double ?? $single ?? $curly ?? $bare ?? '';
    }
    return $said;
  }

}
