/** A row of a validator's dump (Perl's Data::Rx), which is for programmers. */
export function isDump(description: string): boolean {
  return /Failed \/\/|\$data\b/.test(description);
}
