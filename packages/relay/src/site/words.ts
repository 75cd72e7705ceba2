/** What the plain pages say, in English. A city may put other words in their places. `{holes}` are filled in. */

export const englishWords = {
  title: 'Report a problem',
  skip: 'Skip to content',
  back: 'Choose another kind of report',
  danger: 'If anyone is in danger, call {emergency} now.',
  help: 'Rather talk to a person?',
  call: 'Call {phone}.',
  optional: '{label} (optional)',
  continue: 'Continue',
  error: 'Error:',
  errorsOne: 'There is 1 thing to fix',
  errorsMany: 'There are {count} things to fix',
  errorsTitle: 'Error: {title}',

  answers: 'Answers',
  track: 'Follow a report',
  needsScript: 'This page needs JavaScript, which is turned off or did not load. A person can tell you the same.',

  what: 'What is the problem?',
  whatLabel: 'Kind of report',
  whatHint: 'Choose the one that fits best.',
  whatNone: 'Choose one',
  whatMissing: 'Choose what the problem is.',
  whatOther: 'Other',
  servicesFailed: 'The city’s list did not load',
  servicesFailedBody: 'Nothing is lost. Load this page again in a moment, or call the city.',
  serviceGone: 'The city does not take this kind of report here',
  serviceGoneBody: 'Choose another kind of report, or call the city.',

  place: 'Address or place',
  placeHint: 'Type a street, or say where it is: in front of the library.',
  placeMissing: 'Tell us where it is. Type an address, or say it in your own words.',
  questions: 'A few questions',
  questionsFailed: 'The city’s questions did not load. You can go on and tell us more below.',
  notice: 'Good to know',
  conditional: 'Only if it fits.',
  many: 'Choose all that fit.',
  describe: 'Tell us more',
  describeHint: 'Others may read this. Leave out names, phone numbers and license plates.',
  photos: 'Photos',
  photosHint:
    'A photo helps the crew find it. Leave out faces and license plates. Up to {most}, each smaller than {limit}.',
  photosHintOne: 'A photo helps the crew find it. Leave out faces and license plates. One, smaller than {limit}.',
  photosKept: 'Photo {index} is kept. You do not need to add it again.',
  photosDrop: 'Leave out photo {index}',
  photosAgain: 'Add your photos again: a browser does not keep them.',
  photosMany: 'You can add {most} photos. Take out some.',
  photosManyOne: 'You can add 1 photo. Take out the others.',
  contact: 'Your name and contact',
  contactWhy: 'Only city staff see this. They use it if something is not clear.',
  contactAnonymous: 'You can leave this out and still follow your report.',
  contactRequired: 'For this kind of report, the city must be able to reach you.',
  name: 'Full name',
  email: 'Email',
  phone: 'Phone',
  trap: 'Leave this field empty',
  public: 'Others can read your report, but not your name, email or phone.',
  private: 'Only city staff can read your report.',
  send: 'Send report',

  answerMissing: 'Answer this: {question}',
  chooseMissing: 'Choose an answer: {question}',
  number: 'Write a number, like 2.',
  date: 'Write a date, like 2026-03-31.',
  emailWrong: 'Write an email address, like name@example.com.',
  phoneWrong: 'Write a phone number with its area code.',
  reach: 'Write an email address or a phone number.',
  longOne: 'This is 1 letter too long.',
  longMany: 'This is {count} letters too long.',
  said: 'The city says: {reason}',

  sent: 'The city has your report',
  number_: 'Report number',
  reference: 'Word for this report',
  problem: 'Problem',
  where: 'Place',
  later: 'The city gives it a number later.',
  noNumber: 'The city gives no number for this kind of report.',
  next: 'What happens next',
  nextFollow: 'You see every step when you follow your report. You need no account.',
  nextNone: 'The city looks at it. Keep the number, so that you can ask about it.',
  follow: 'Follow this report',
  another: 'Report something else',

  refused: 'The city did not take the report yet',
  refusedSaid: 'The city says: “{reason}”',
  refusedBody: 'All you wrote is still here.',
  unknown: 'We are finding out if the city has your report',
  unknownBody: 'The connection broke while we sent it. Do not send a new report.',
  unknownReload: 'Wait {time}. Then load this page again. That asks once more and sends nothing twice.',
  unknownAsk: 'Or press this. It does the same.',
  ask: 'Ask once more',
  busy: 'Your report is not sent yet',
  busyBody: 'The city’s system does not answer right now. The city does not have your report.',
  crowded: 'Many photos are arriving right now. Wait a moment. Then load this page again to send it.',
  slow: 'Your report is not sent yet',
  slowBody: 'Many reports came at once. Yours has to wait a little. The city does not have it yet.',
  waitReload: 'Wait {time}. Then load this page again to send it.',
  waitPress: 'Wait {time}. Then send it again. All you wrote is still here.',
  held: 'We cannot tell if the city has your report',
  heldCall: 'Call {phone} and give them the word {reference}.',
  heldTell: 'Call the city and give them the word {reference}.',
  heldAgain: 'Or send it again. Then they may get it two times.',
  heldPhotos: 'It goes without the photos.',
  sendAgain: 'Send it again',
  changed: 'This page sent a report before',
  changedBody:
    'What you sent now is different. If it is the same problem, do not send it again. If it is a new problem, send it as a new report.',
  changedSend: 'Send as a new report',
  old: 'This page was open for a long time',
  oldBody: 'All you wrote is still here. Check it and send it.',
  strange: 'This report came from another page',
  strangeBody: 'To be safe, check it here and send it yourself.',
  large: 'This is more than we can take',
  largeBody: 'Go back and choose smaller photos, or fewer.',
  wrong: 'Something went wrong on our side',
  wrongBody: 'Your report may not have reached the city. Load this page again: nothing is sent twice.',
  secondsOne: '1 second',
  secondsMany: '{count} seconds',
  minutesOne: '1 minute',
  minutesMany: '{count} minutes',
} as const;

export type Words = { readonly [Key in keyof typeof englishWords]: string };

/** Puts what is given into the holes of a sentence. */
export function say(sentence: string, holes: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole));
}

/** A time to wait, in words: whole seconds up to two minutes, then minutes, never too short. */
export function waitIn(words: Words, milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 120) return seconds === 1 ? words.secondsOne : say(words.secondsMany, { count: seconds });
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? words.minutesOne : say(words.minutesMany, { count: minutes });
}
