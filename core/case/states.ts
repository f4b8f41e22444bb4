import type { CaseState } from '../../db/values.ts'

/** The states of a case and the ways between them: the one table. The only door through it is core/case/change-state.ts. */
export type Mover = 'applicant' | 'reviewer' | 'admin' | 'job' | 'policy'

type Way = { to: CaseState; by: readonly Mover[] }

export const transitions: Readonly<Record<CaseState, readonly Way[]>> = {
  draft: [
    { to: 'submitted', by: ['applicant'] },
    { to: 'withdrawn', by: ['applicant'] },
    { to: 'lapsed', by: ['job'] },
  ],
  submitted: [
    { to: 'invited', by: ['policy', 'admin'] },
    { to: 'rejected', by: ['admin'] },
    { to: 'withdrawn', by: ['applicant'] },
  ],
  invited: [
    { to: 'booked', by: ['applicant', 'admin'] },
    { to: 'rejected', by: ['admin'] },
    { to: 'withdrawn', by: ['applicant'] },
    { to: 'lapsed', by: ['job'] },
  ],
  booked: [
    { to: 'reviewing', by: ['applicant', 'reviewer'] },
    { to: 'invited', by: ['applicant', 'reviewer', 'admin', 'job'] },
    { to: 'withdrawn', by: ['applicant'] },
  ],
  reviewing: [
    { to: 'confirming', by: ['reviewer'] },
    { to: 'approved', by: ['reviewer'] },
    { to: 'conditional', by: ['reviewer'] },
    { to: 'rejected', by: ['reviewer'] },
    { to: 'invited', by: ['reviewer', 'job'] },
  ],
  confirming: [
    { to: 'approved', by: ['reviewer', 'admin'] },
    { to: 'conditional', by: ['reviewer', 'admin'] },
    { to: 'rejected', by: ['reviewer', 'admin'] },
    { to: 'invited', by: ['reviewer', 'admin'] },
    { to: 'reviewing', by: ['reviewer', 'admin'] },
  ],
  conditional: [
    { to: 'approved', by: ['applicant'] },
    { to: 'withdrawn', by: ['applicant'] },
    { to: 'lapsed', by: ['job'] },
  ],
  rejected: [{ to: 'appealed', by: ['applicant'] }],
  appealed: [
    { to: 'approved', by: ['reviewer', 'admin'] },
    { to: 'conditional', by: ['reviewer', 'admin'] },
    { to: 'invited', by: ['reviewer', 'admin'] },
    { to: 'rejected', by: ['reviewer', 'admin'] },
  ],
  approved: [],
  withdrawn: [],
  lapsed: [],
}

/** True where the table has that way for that mover. */
export function mayChange(from: CaseState, to: CaseState, mover: Mover): boolean {
  return transitions[from].some(way => way.to === to && way.by.includes(mover))
}

/** States in which the case is over for its applicant, and a new one may begin. */
export const closedStates: readonly CaseState[] = ['approved', 'rejected', 'withdrawn', 'lapsed']
