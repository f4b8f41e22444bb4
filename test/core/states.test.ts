import { expect, test } from 'vitest'
import { type Mover, mayChange, transitions } from '../../core/case/states.ts'
import { caseStates } from '../../db/values.ts'

const movers: Mover[] = ['applicant', 'reviewer', 'admin', 'job', 'policy']

test('every state × state × mover is allowed exactly where the blueprint’s table allows it', () => {
  const allowed = caseStates.flatMap(from =>
    caseStates.flatMap(to => movers.filter(mover => mayChange(from, to, mover)).map(mover => `${from}>${to} ${mover}`)),
  )
  expect(allowed).toMatchSnapshot()
  expect(allowed.filter(way => /^(approved|withdrawn|lapsed)>/.test(way))).toEqual([])
})

test('only an admin rejects before a review, only the applicant withdraws', () => {
  expect(mayChange('submitted', 'rejected', 'reviewer')).toBe(false)
  expect(mayChange('invited', 'rejected', 'admin')).toBe(true)
  const withdrawing = Object.values(transitions).flatMap(ways =>
    ways.filter(way => way.to === 'withdrawn').flatMap(way => way.by),
  )
  expect(new Set(withdrawing)).toEqual(new Set(['applicant']))
})
