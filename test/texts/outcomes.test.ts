import { describe, expect, it } from 'vitest'
import type { StatusCardView, VerdictView } from '../../core/message/view.ts'
import { type Reason, reasons } from '../../core/verdict/rules.ts'
import { locales } from '../../db/values.ts'
import { renderMessage } from '../../texts/render.ts'

const now = new Date('2026-11-24T01:05:00Z')
const againAt = '2026-12-01T01:05:00Z'
const appealUntil = '2026-12-08T01:05:00Z'
const base = { kind: 'verdict', code: 'M-7K3QXD' } as const

/** Every outcome that an applicant can be told with every reason that goes with it, before an appeal and after one. */
function* told(reason: Reason): Generator<VerdictView> {
  const view = { ...base, reasons: [reason.code] }
  if (reason.outcomes.includes('conditional'))
    yield { ...view, outcome: 'conditional', conditions: { term: { from: 12, to: 6 } }, acceptUntil: againAt, version: 4 }
  if (reason.outcomes.includes('retry')) {
    yield { ...view, outcome: 'retry' }
    yield { ...view, outcome: 'retry', hold: 'attempts-used-up' }
  }
  for (const outcome of ['rejected', 'rejected-for-good'] as const) {
    if (!reason.outcomes.includes(outcome)) continue
    const date = outcome === 'rejected' ? { againAt } : {}
    yield { ...view, outcome, ...date, appealUntil }
    yield { ...view, outcome, ...date, appealed: true }
  }
}

const words = {
  'zh-CN': {
    appeal: '申诉一次',
    advice: '建议：',
    can: /可以申诉/,
    never: '无法再受理',
    support: '客服',
    from: '最早可以重新申请',
  },
  en: {
    appeal: 'appeal once',
    advice: 'What helps:',
    can: /you can appeal/,
    never: 'cannot take a new application',
    support: 'support',
    from: 'You can apply again from',
  },
} as const

describe.each(locales)('%s: what an applicant reads of an outcome', locale => {
  const say = words[locale]
  const read = (view: VerdictView | StatusCardView) => {
    const { html, buttons } = renderMessage(view, { locale, timeZone: 'Asia/Shanghai', zoneKnown: true }, now)
    return { html, verbs: buttons.flat().map(({ press }) => press?.verb) }
  }

  it('has its reason, advice, and a date or a next step; the appeal is named exactly while there is one', () => {
    for (const view of reasons.flatMap(reason => [...told(reason)])) {
      const { html, verbs } = read(view)
      const what = `${view.outcome} ${view.reasons.join()} ${view.appealed ? 'appealed' : ''}${view.hold ?? ''}`
      expect(html, what).toContain(say.advice)
      if (view.outcome === 'conditional') expect(verbs, what).toEqual(['accept', 'decline'])
      if (view.outcome === 'retry') expect(verbs, what).toEqual(view.hold ? [] : ['card'])
      if (view.outcome === 'rejected') expect(html, what).toContain(say.from)
      if (view.outcome === 'rejected-for-good') expect(html, what).toContain(say.never)
      const mayAppeal = view.appealUntil !== undefined
      expect(verbs.includes('appeal'), what).toBe(mayAppeal)
      expect(html.includes(say.appeal), what).toBe(mayAppeal)
      if (!mayAppeal) expect(html, what).not.toMatch(say.can)
      // nobody is sent away without somebody to ask
      if (view.outcome === 'rejected-for-good' && !mayAppeal) expect(html, what).toContain(say.support)
    }
  })

  it('never says in so many words what gave a fraud away, nor accuses anybody', () => {
    const telling =
      locale === 'en'
        ? /fraud|fake|forged|broker|resell|stock|warehouse|duplicate|other application|black ?list|suspect|saw (around|on camera)/i
        : /欺诈|伪造|造假|中介|转卖|囤|仓库|重复申请|其他申请|黑名单|可疑|怀疑|画面中看到|看到的环境/
    const fraud = reasons.filter(({ code }) =>
      /TAMPERED|NO_MATCH|PROMPTED|NOT_LIVE|TRADING|STOCK|BROKER|FOR_OTHERS|DUPLICATE|BLOCKED/.test(code),
    )
    expect(fraud).toHaveLength(10)
    for (const view of fraud.flatMap(reason => [...told(reason)]))
      expect(read(view).html, view.reasons.join()).not.toMatch(telling)
  })

  it('turned down without a verdict: the date from which to apply again, or that there is none; and whom to ask', () => {
    const card: StatusCardView = { kind: 'status-card', code: 'M-7K3QXD', state: 'rejected', version: 4 }
    expect(read({ ...card, againAt }).html).toContain(say.from)
    expect(read({ ...card, againAt: now.toISOString() }).verbs).toEqual(['apply'])
    expect(read(card).html).toContain(say.never)
    for (const one of [card, { ...card, againAt }]) expect(read(one).html).toContain(say.support)
  })
})
