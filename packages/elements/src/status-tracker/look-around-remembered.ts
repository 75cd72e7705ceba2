/** The last answer of a function, for as long as its arguments are the very same: what a rendering need not work out again. */
export function remembered<Arguments extends readonly unknown[], Answer>(
  make: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | undefined;
  return (...given) => {
    if (!last || given.some((one, at) => one !== last!.given[at])) last = { given, answer: make(...given) };
    return last.answer;
  };
}
