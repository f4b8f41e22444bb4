import { expect, test } from 'vitest'
import { type Mover, mayChange, transitions } from '../../core/case/states.ts'
import { caseStates } from '../../db/values.ts'

const movers: Mover[] = ['applicant', 'reviewer', 'admin', 'job', 'policy']

/** The blueprint's table of states, way by way. */
const blueprint: [string, string, string][] = [
  ['draft', 'submitted', 'applicant'],
  ['draft', 'withdrawn', 'applicant'],
  ['draft', 'lapsed', 'job'],
  ['submitted', 'invited', 'policy admin'],
  ['submitted', 'rejected', 'admin'],
  ['submitted', 'withdrawn', 'applicant'],
  ['invited', 'booked', 'applicant admin'],
  ['invited', 'rejected', 'admin'],
  ['invited', 'withdrawn', 'applicant'],
  ['invited', 'lapsed', 'job'],
  ['booked', 'reviewing', 'applicant reviewer'],
  ['booked', 'invited', 'applicant reviewer admin job'],
  ['booked', 'withdrawn', 'applicant'],
  ['reviewing', 'confirming', 'reviewer'],
  ['reviewing', 'approved', 'reviewer'],
  ['reviewing', 'conditional', 'reviewer'],
  ['reviewing', 'rejected', 'reviewer'],
  ['reviewing', 'invited', 'reviewer job'],
  ['confirming', 'approved', 'reviewer admin'],
  ['confirming', 'conditional', 'reviewer admin'],
  ['confirming', 'rejected', 'reviewer admin'],
  ['confirming', 'invited', 'reviewer admin'],
  ['confirming', 'reviewing', 'reviewer admin'],
  ['conditional', 'approved', 'applicant'],
  ['conditional', 'withdrawn', 'applicant'],
  ['conditional', 'lapsed', 'job'],
  ['rejected', 'appealed', 'applicant'],
  ['appealed', 'approved', 'reviewer admin'],
  ['appealed', 'conditional', 'reviewer admin'],
  ['appealed', 'invited', 'reviewer admin'],
  ['appealed', 'rejected', 'reviewer admin'],
]

test('every state × state × mover is allowed exactly where the blueprint’s table allows it', () => {
  const allowed = caseStates.flatMap(from =>
    caseStates.flatMap(to => movers.filter(mover => mayChange(from, to, mover)).map(mover => `${from}>${to} ${mover}`)),
  )
  expect(allowed.sort()).toEqual(
    blueprint.flatMap(([from, to, by]) => by.split(' ').map(mover => `${from}>${to} ${mover}`)).sort(),
  )
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
