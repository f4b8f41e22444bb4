import { describe, expect, it } from 'vitest'
import { questions } from '../../core/application/questions.ts'
import { defaultPolicy } from '../../core/policy.ts'
import { whyFourEyes } from '../../core/verdict/four-eyes.ts'
import { fieldsToAskAgain, findReason, longestWait, obstacle, type Reason, reasons } from '../../core/verdict/rules.ts'
import { outcomes } from '../../db/values.ts'

const reasonOf = (code: string): Reason => findReason(code) ?? expect.unreachable(code)

describe('the catalogue of reasons', () => {
  const families = ['ID', 'FACE', 'LIVE', 'ENV', 'PURPOSE', 'HISTORY', 'TECH', 'ATTEND', 'PLACE']
  it.each(reasons)('$code is whole', reason => {
    expect(families).toContain(reason.family)
    expect(reason.outcomes.length).toBeGreaterThan(1)
    expect(reason.outcomes).not.toContain('approved')
    const fields = questions.flatMap(({ steps }) => steps.map(step => step.field))
    for (const field of reason.asks) expect(fields).toContain(field)
    // a date that never comes belongs to a rejection for good
    expect(reason.waiting === 'never').toBe(
      !reason.outcomes.includes('rejected') && reason.outcomes.includes('rejected-for-good'),
    )
  })

  it('every outcome but approval has reasons in it, and what is our fault costs the applicant nothing', () => {
    for (const outcome of outcomes.filter(one => one !== 'approved'))
      expect(reasons.some(reason => reason.outcomes.includes(outcome))).toBe(true)
    for (const code of ['TECH_NETWORK', 'TECH_DEVICE', 'TECH_OURS', 'ATTEND_REVIEWER'])
      expect(reasonOf(code)).toMatchObject({ counts: false, outcomes: ['retry', 'escalated'] })
    expect(reasonOf('ENV_TOO_DARK').counts).toBe(true)
  })

  it('the longest wait counts; a new application asks again only what was wrong', () => {
    expect(longestWait([reasonOf('PURPOSE_UNCLEAR'), reasonOf('ID_EXPIRED')])).toBe(30)
    expect(fieldsToAskAgain(['PURPOSE_UNCLEAR', 'PLACE_DIFFERS', 'TECH_NETWORK', 'GONE'])).toEqual([
      'purpose',
      'usePlan',
      'province',
      'city',
      'district',
      'address',
    ])
  })
})

describe('G6: what an outcome needs', () => {
  it.each(outcomes)('%s', outcome => {
    expect(obstacle(outcome, ['passed', undefined])).toBe('check-open')
    expect(obstacle(outcome, ['passed', 'passed'])).toBeNull()
    const leads = outcome === 'approved' || outcome === 'conditional'
    expect(obstacle(outcome, ['passed', 'failed'])).toBe(leads ? 'check-not-passed' : null)
    expect(obstacle(outcome, ['not-reached', 'passed'])).toBe(leads ? 'check-not-passed' : null)
  })
})

describe('four eyes', () => {
  const facts = { outcome: 'approved' as const, chosen: [], valueFen: 799_999, flagged: false, returned: false, draw: 500 }
  const why = (more: Partial<Parameters<typeof whyFourEyes>[1]>) => whyFourEyes(defaultPolicy, { ...facts, ...more })
  it('by value, flags, families of a rejection for good, and the share that is drawn', () => {
    expect(why({})).toEqual([])
    expect(why({ valueFen: 800_000 })).toEqual(['value'])
    expect(why({ flagged: true })).toEqual(['flag'])
    expect(why({ draw: 499 })).toEqual(['draw'])
    expect(why({ outcome: 'rejected-for-good', chosen: [reasonOf('ID_TAMPERED')] })).toEqual(['family'])
    expect(why({ outcome: 'rejected-for-good', chosen: [reasonOf('ENV_STOCK')] })).toEqual([])
    expect(why({ outcome: 'rejected', chosen: [reasonOf('FACE_NO_MATCH')] })).toEqual([])
    expect(why({ outcome: 'rejected', valueFen: 900_000, flagged: true, draw: 0 })).toEqual(['value', 'flag', 'draw'])
  })
  it('never for some steps once more, always for an escalation', () => {
    expect(why({ outcome: 'retry', valueFen: 900_000, flagged: true, draw: 0 })).toEqual([])
    expect(why({ outcome: 'escalated' })).toEqual(['escalated'])
  })
  it('always for what follows a verdict that was sent back', () => {
    for (const outcome of ['approved', 'conditional', 'rejected', 'retry'] as const)
      expect(why({ outcome, returned: true })).toEqual(['returned'])
    expect(why({ outcome: 'rejected', returned: true, flagged: true })).toEqual(['returned', 'flag'])
  })
})
