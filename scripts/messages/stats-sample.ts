import type { Stats } from '../../core/stats/read-stats.ts'

/** Figures of a week, for the page of all texts and for the tests of the picture. */
export const weekOfFigures: Stats = {
  period: 'week',
  zone: 'Asia/Shanghai',
  dates: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'],
  at: '2026-11-24T01:05:00Z',
  funnel: { draft: 128, submitted: 96, booked: 90, reviewing: 81, decided: 79, approved: 61 },
  withdrawn: 6,
  lapsed: 9,
  attendance: {
    attended: 79,
    'cancelled-by-applicant': 5,
    'cancelled-by-us': 1,
    'missed-by-applicant': 4,
    'missed-by-reviewer': 1,
    technical: 2,
  },
  outcomes: { approved: 58, conditional: 3, retry: 6, rejected: 10, 'rejected-for-good': 2 },
  reasons: [
    { reason: 'PURPOSE_UNCLEAR', count: 7 },
    { reason: 'ID_UNREADABLE', count: 4 },
  ],
  seconds: { agreed: 9, overruled: 1 },
  waits: {
    call: { count: 79, median: 190, ninth: 1500 },
    start: { count: 78, median: 2, ninth: 4 },
    verdict: { count: 79, median: 3, ninth: 8 },
  },
  reviewers: [
    { name: '周宁', calls: 44, missed: 0, verdicts: 43, passed: 34, verdictWait: { count: 43, median: 3, ninth: 7 } },
    {
      name: 'Alexandra Featherstone',
      calls: 35,
      missed: 1,
      verdicts: 36,
      passed: 27,
      verdictWait: { count: 36, median: 4, ninth: 9 },
    },
  ],
  daily: ['18', '19', '20', '21', '22', '23', '24'].map((day, index) => ({
    date: `2026-11-${day}`,
    submitted: 11 + index,
    passed: 8 + (index % 3),
    other: 2 + (index % 2),
  })),
}
