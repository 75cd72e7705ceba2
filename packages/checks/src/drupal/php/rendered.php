<?php

/**
 * @file
 * Renders what a block builds, as far as ours goes: tags with attributes, and plain text. Anything else is an error.
 */

function rendered(array $build): string {
  $known = ['#type', '#tag', '#attributes', '#plain_text', '#prefix', '#attached'];
  foreach (array_keys($build) as $key) {
    if (str_starts_with((string) $key, '#') && !in_array($key, $known, TRUE)) {
      throw new LogicException("The stand-in does not render $key");
    }
  }
  if (isset($build['#plain_text'])) {
    return htmlspecialchars((string) $build['#plain_text'], ENT_QUOTES);
  }
  $inside = '';
  foreach ($build as $key => $child) {
    $inside .= str_starts_with((string) $key, '#') ? '' : rendered($child);
  }
  if (!isset($build['#tag'])) {
    return $inside;
  }
  $attributes = '';
  foreach ($build['#attributes'] as $name => $value) {
    $attributes .= ' ' . $name . '="' . htmlspecialchars($value, ENT_QUOTES) . '"';
  }
  return ($build['#prefix'] ?? '') . "<{$build['#tag']}$attributes>$inside</{$build['#tag']}>";
}
