/** "Monday to Friday: 7:00 AM to 3:30 PM" */
import type { Hours } from '@citydesk/core/hours';
import type { Messages } from '../../messages/messages.ts';

export function openHours(words: Messages, { days, opens, closes }: Hours): string {
  if (opens === '00:00' && closes === '24:00') return words.text('faq.contact.always', { days: daysIn(words, days) });
  return words.text('faq.contact.hours', {
    days: daysIn(words, days),
    opens: words.time(opens),
    closes: words.time(closes),
  });
}

const names = 'sunmontuewedthufrisat';

/** From Monday on; three and more in a row as a span. */
function daysIn(words: Messages, days: Hours['days']): string {
  const week = [1, 2, 3, 4, 5, 6, 0];
  const open = week.map((day) => days.some((one) => names.indexOf(one) === day * 3));
  const spans: string[] = [];
  for (let at = 0; at < week.length; at++) {
    if (!open[at]) continue;
    let end = at;
    while (open[end + 1]) end++;
    const [from, to] = [words.weekday(week[at]!), words.weekday(week[end]!)];
    if (end - at > 1) spans.push(words.text('faq.contact.days', { from, to }));
    else spans.push(...new Set([from, to]));
    at = end;
  }
  // English has nothing but commas between them: so has a language that Intl does not know.
  return new Intl.ListFormat([words.lang, 'en'], { type: 'unit' }).format(spans);
}
