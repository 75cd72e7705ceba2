// Section 508 and EN 301 549, as far as they ask anything of web content. What people can do is told by the criteria of WCAG that stand for it.

export interface Statement {
  readonly num: string;
  readonly handle: string;
  /** Criteria of WCAG that have to be proven for it. */
  readonly by?: readonly string[];
  readonly absent?: string;
  readonly open?: string;
  readonly remark?: string;
}

export interface Chapter {
  readonly id: string;
  readonly label: string;
  readonly notes?: string;
  readonly disabled?: true;
  readonly statements?: readonly Statement[];
}

/** What people use that nobody could try here. */
export const untested = ['VoiceOver', 'NVDA', 'JAWS', 'TalkBack', 'Dragon'] as const;

const untestedReaders =
  'Orca with Chromium was driven through the whole report, an answer and a look-up. ' +
  `Not tested: ${untested.join(', ')}.`;
const nothingHeard = 'Nothing has to be heard: there is no sound.';
const nothingSaid = 'Nothing has to be spoken. Who would rather call finds the city’s number on every screen.';

interface Ability {
  readonly is508: string;
  readonly isEn: string;
  readonly statement: Omit<Statement, 'num' | 'handle'>;
}

const abilities: readonly (Ability & { readonly handle508: string; readonly handleEn: string })[] = [
  {
    is508: '302.1',
    handle508: 'Without Vision',
    isEn: '4.2.1',
    handleEn: 'Usage without vision',
    statement: { open: untestedReaders },
  },
  {
    is508: '302.2',
    handle508: 'With Limited Vision',
    isEn: '4.2.2',
    handleEn: 'Usage with limited vision',
    statement: { by: ['1.4.3', '1.4.4', '1.4.10', '1.4.12', '2.4.7'] },
  },
  {
    is508: '302.3',
    handle508: 'Without Perception of Color',
    isEn: '4.2.3',
    handleEn: 'Usage without perception of colour',
    statement: { by: ['1.4.1'] },
  },
  {
    is508: '302.4',
    handle508: 'Without Hearing',
    isEn: '4.2.4',
    handleEn: 'Usage without hearing',
    statement: { absent: nothingHeard },
  },
  {
    is508: '302.5',
    handle508: 'With Limited Hearing',
    isEn: '4.2.5',
    handleEn: 'Usage with limited hearing',
    statement: { absent: nothingHeard },
  },
  {
    is508: '302.6',
    handle508: 'Without Speech',
    isEn: '4.2.6',
    handleEn: 'Usage with no or limited vocal capability',
    statement: { absent: nothingSaid },
  },
  {
    is508: '302.7',
    handle508: 'With Limited Manipulation',
    isEn: '4.2.7',
    handleEn: 'Usage with limited manipulation or strength',
    statement: {
      by: ['2.1.1', '2.1.2', '2.5.1', '2.5.7', '2.5.8'],
      remark: 'Dragon, with which people speak to a computer, was not tested.',
    },
  },
  {
    is508: '302.8',
    handle508: 'With Limited Reach and Strength',
    isEn: '4.2.8',
    handleEn: 'Usage with limited reach',
    statement: { by: ['2.1.1', '2.5.8'] },
  },
  {
    is508: '302.9',
    handle508: 'With Limited Language, Cognitive, and Learning Abilities',
    isEn: '4.2.10',
    handleEn: 'Usage with limited cognition, language or learning',
    statement: {
      open: 'English is held to grade 6 on average, and 15 more languages are drafted; neither was tried with residents.',
    },
  },
];

const notHardware = 'The widgets are web content: there is no device.';

export const section508: readonly Chapter[] = [
  {
    id: 'functional_performance_criteria',
    label: 'Chapter 3: Functional Performance Criteria (FPC)',
    statements: abilities.map(({ is508: num, handle508: handle, statement }) => ({ num, handle, ...statement })),
  },
  { id: 'hardware', label: 'Chapter 4: Hardware', disabled: true, notes: notHardware },
  {
    id: 'software',
    label: 'Chapter 5: Software',
    disabled: true,
    notes:
      'Web content is judged by WCAG (501.1), above. The snippet builder makes markup with nothing to make inaccessible.',
  },
  {
    id: 'support_documentation_and_services',
    label: 'Chapter 6: Support Documentation and Services',
    statements: [
      {
        num: '602.2',
        handle: 'Accessibility and Compatibility Features',
        open: 'This report and the reference of each widget tell of them; there is no guide for users of assistive technology.',
      },
      {
        num: '602.4',
        handle: 'Alternate Formats for Non-Electronic Support Documentation',
        absent: 'All documentation is electronic.',
      },
      {
        num: '603.2',
        handle: 'Information on Accessibility and Compatibility Features',
        absent: 'There is no help desk.',
      },
      { num: '603.3', handle: 'Accommodation of Communication Needs', absent: 'There is no help desk.' },
    ],
  },
];

export const en301549: readonly Chapter[] = [
  {
    id: 'en_301_549_functional_performance',
    label: 'Chapter 4: Functional Performance Statements',
    statements: [
      ...abilities.map(({ isEn: num, handleEn: handle, statement }) => ({ num, handle, ...statement })),
      {
        num: '4.2.9',
        handle: 'Minimize photosensitive seizure triggers',
        by: ['2.2.2', '2.3.3'],
        remark: 'Nothing is animated for who asks for no motion, and nothing flashes at all.',
      },
      {
        num: '4.2.11',
        handle: 'Privacy',
        open: 'No defect is known. No feature for accessibility shows or sends more than the others do; no test decides it.',
      },
    ].toSorted((one, other) => one.num.localeCompare(other.num, 'en', { numeric: true })),
  },
  {
    id: 'en_301_549_web',
    label: 'Chapter 9: Web',
    notes:
      'Each clause 9.x of the first two levels is the criterion x of WCAG, above: 9.1.1.1 is 1.1.1, and so on. ' +
      '9.6, conformance: the widgets conform as far as is said there, as parts of a page that has to conform as a whole.',
  },
  {
    id: 'en_301_549_documentation_and_support_services',
    label: 'Chapter 12: Documentation and Support Services',
    statements: [
      {
        num: '12.1.1',
        handle: 'Accessibility and compatibility features',
        open: 'As with 602.2: this report tells of them; there is no guide for users of assistive technology.',
      },
      {
        num: '12.1.2',
        handle: 'Accessible documentation',
        open: 'The documentation is plain HTML by VitePress; it was not judged against WCAG.',
      },
      {
        num: '12.2.2',
        handle: 'Information on accessibility and compatibility features',
        absent: 'There is no help desk.',
      },
      { num: '12.2.3', handle: 'Effective communication', absent: 'There is no help desk.' },
      { num: '12.2.4', handle: 'Accessible documentation', absent: 'There is no help desk.' },
    ],
  },
  ...[
    [
      'en_301_549_generic_requirements',
      'Chapter 5: Generic Requirements',
      'They are for closed and for physical products.',
    ],
    ['en_301_549_ict_with_two-way_voice', 'Chapter 6: ICT with Two-Way Voice Communication', 'There is no voice.'],
    ['en_301_549_ict_with_video', 'Chapter 7: ICT with Video Capabilities', 'There is no video.'],
    ['en_301_549_hardware', 'Chapter 8: Hardware', notHardware],
    ['en_301_549_non-web-documents', 'Chapter 10: Non-Web Documents', 'There are none.'],
    ['en_301_549_software', 'Chapter 11: Software', 'Web content is judged by chapter 9.'],
    [
      'en_301_549_ict_providing_relay_or_emergency_service_access',
      'Chapter 13: ICT Providing Relay or Emergency Service Access',
      'The widgets tell whom to call in an emergency, and are no way to do so.',
    ],
  ].map(([id, label, notes]) => ({ id: id!, label: label!, notes: notes!, disabled: true as const })),
];
