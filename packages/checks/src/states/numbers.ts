// The numbers of the reports that the city of the base states always has.

export const numbers = {
  received: '26-00101',
  progress: '26-00102',
  late: '26-00103',
  closed: '26-00104',
  longAgo: '24-00105',
  notOurs: '26-00106',
  silent: '26-00107',
} as const;

/** Fragment of the tracker's page that shows these reports. */
export const linkTo = (...wanted: readonly (keyof typeof numbers)[]): string =>
  `#citydesk:${wanted.map((one) => `request=${numbers[one]}`).join('&')}`;
