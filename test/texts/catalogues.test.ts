import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { questions } from '../../core/application/questions.ts'
import { consentKinds } from '../../core/application/steps.ts'
import { fileKindOf } from '../../core/capture/kinds.ts'
import { checkRules } from '../../core/check/rules.ts'
import { policyNames, policyRules, spellSetting } from '../../core/desk/policy-rules.ts'
import { features } from '../../core/draw/features.ts'
import { movements } from '../../core/draw/movements.ts'
import { partKinds } from '../../core/draw/parts.ts'
import { bank } from '../../core/question/bank.ts'
import { reasons } from '../../core/verdict/rules.ts'
import {
  bookingStatuses,
  callFlagKinds,
  captureKinds,
  caseStates,
  flagKinds,
  fourEyesReasons,
  locales,
  outcomes,
} from '../../db/values.ts'
import { speak } from '../../texts/fluent.ts'
import { catalogueNames, entriesOf, fileNames, keysOf, sourceOf, variablesOf } from './catalogue-files.ts'

describe('G12: every text exists in every language', () => {
  it.each(catalogueNames)('%s: the same keys with the same variables', name => {
    const [first, ...others] = locales.map(locale => Object.fromEntries(variablesOf(name, locale)))
    for (const other of others) expect(other).toEqual(first)
  })

  it.each(fileNames)('%s: nothing that Fluent cannot read, and no key twice', name => {
    const entries = entriesOf(name)
    expect(entries.filter(entry => entry.type === 'Junk')).toEqual([])
    const keys = entries.flatMap(entry => (entry.type === 'Message' ? [entry.id.name] : []))
    expect(keys).toEqual([...new Set(keys)])
  })

  it.each(locales)('%s: the catalogues load', locale => {
    expect(speak(locale).plain('button-join')).not.toBe('')
  })
})

const policyGroups = [...new Set(policyNames.map(name => policyRules[name].group))]
const featureNames = [...new Set(Object.values(features).flatMap(classes => Object.values(classes).flat()))]
const steps = questions.flatMap(question => question.steps)

describe('the words for closed sets are complete, and none is left over', () => {
  const families: [string, string, string[]][] = [
    [
      'reasons',
      'reason-',
      [...reasons.map(reason => reason.code), 'OTHER'].flatMap(code => [code, `${code}.title`, `${code}.advice`]),
    ],
    ['checks', 'check-', checkRules.flatMap(({ key }) => [key, `${key}.hint`])],
    ['messages', 'state-', caseStates.flatMap(state => [state, `${state}.staff`])],
    ['messages', 'outcome-', [...outcomes]],
    [
      'messages',
      'hold-',
      ['attempts-used-up', 'missed-too-often', 'earlier-rejection', 'blocked', 'other']
        .concat('escalated', 'nobody-eligible', 'nobody-to-confirm', 'nobody-for-appeal')
        .flatMap(hold => [hold, `${hold}.staff`])
        .concat('next'),
    ],
    ['verdict', 'four-eyes-', [...fourEyesReasons]],
    ['messages', 'field-', steps.map(({ field }) => field)],
    ['answers', 'question-', questions.map(({ key }) => key)],
    ['chat', 'ask-', steps.map(({ field }) => field)],
    [
      'answers',
      'option-',
      steps.flatMap(step =>
        step.kind === 'choice' && typeof step.options !== 'string'
          ? step.options.flatMap(option => [`${step.field}-${option}`, `${step.field}-${option}.also`])
          : [],
      ),
    ],
    ['chat', 'own-', steps.flatMap(step => (step.kind === 'choice' && step.free && !step.free.quiet ? [step.field] : []))],
    ['messages', 'consent-', [...consentKinds]],
    ['consents', 'consent-text-', [...consentKinds]],
    ['messages', 'flag-', [...flagKinds]],
    ['messages', 'file-', ['card-front', 'card-back', ...captureKinds.map(fileKindOf)]],
    ['draws', 'feature-', featureNames.flatMap(name => [name, `${name}.hint`])],
    ['draws', 'movement-', [...movements]],
    ['web', 'prompt-movement-', [...movements]],
    ['questions', 'ask-live-', bank.flatMap(({ id }) => [id, `${id}.listen`])],
    [
      'draws',
      'part-',
      Object.entries(partKinds).flatMap(([kind, values]) => [kind, ...values.map(({ value }) => `${kind}.${value}`)]),
    ],
    ['draws', 'call-flag-', [...callFlagKinds]],
    ['presence', 'presence-means-', [...bookingStatuses]],
    ['policy', 'policy-group-', policyGroups.flatMap(group => [group, `${group}.button`])],
  ]
  it.each(families)('%s: %s', (name, prefix, words) => {
    for (const locale of locales) {
      const there = keysOf(name, locale).filter(key => key.startsWith(prefix))
      expect(there.sort()).toEqual(words.map(word => prefix + word).sort())
    }
  })

  it('every setting of the policy has a name short enough for a button, and its meaning', () => {
    for (const locale of locales) {
      const keys = policyNames.map(name => `policy-${spellSetting(name)}`)
      const there = keysOf('policy', locale)
      expect(keys.flatMap(key => [key, `${key}.meaning`]).filter(key => !there.includes(key))).toEqual([])
      const most = locale === 'en' ? 18 : 8
      expect(keys.map(key => speak(locale).plain(key)).filter(label => label.length > most)).toEqual([])
    }
  })

  it('G8: every action that a verb writes to the trail has its words', () => {
    const core = new URL('../../core/', import.meta.url)
    const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(new URL(name, core), 'utf8'))
      .filter(source => source.includes('appendAudit('))
    const actions = new Set(
      sources.flatMap(source => [...source.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, action = '']) => action)),
    )
    expect(actions.size).toBeGreaterThan(60)
    for (const locale of locales) {
      const there = new Set(keysOf('audit', locale))
      expect([...actions].filter(action => !there.has(`audit-${action.replace('.', '-')}`))).toEqual([])
    }
  })

  it('every check leads to a reason that has words', () => {
    for (const rule of checkRules) expect(speak('en').has(`reason-${rule.reason}`)).toBe(true)
  })
})

/** The texts of a file without comments, keys, tags and placeables: what is read. */
function wordsOf(fileName: string): string {
  return (
    sourceOf(fileName)
      .replace(/^#.*$/gm, '')
      .replace(/^\s*\.?[\w-]+ =/gm, '')
      .replace(/<[^>]*>/g, '')
      // one sign in place of whatever will stand there
      .replace(/\{[^}]*\}/g, '◇')
  )
}
const hits = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([hit]) => hit)

describe.each(fileNames.filter(name => name.includes('.zh-CN.')))('%s: how the desk speaks Chinese', name => {
  const words = wordsOf(name)
  it('says 您, and none of the words that make a person a case', () => {
    expect(hits(words, /.{0,6}(?:你|案件|用户|系统错误|亲爱|哦|哟).{0,6}/g)).toEqual([])
  })
  it('uses full-width punctuation', () => {
    expect(hits(words, /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|\p{Script=Han}\.(?!\w)/gu)).toEqual([])
  })
  it('keeps a space between Chinese and Latin or figures, and none beside full-width punctuation', () => {
    expect(hits(words, /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)).toEqual([])
    expect(hits(words, / [，。；：！？（）、”]|[，。；：！？（）、“] (?=\S)/gu)).toEqual([])
  })
})

describe.each(fileNames.filter(name => name.includes('.en.')))('%s: how the desk speaks English', name => {
  it('has no exclamation marks, no full-width punctuation and no cold words', () => {
    expect(hits(wordsOf(name), /.{0,12}(?:!|[，。；：！？（）]|\buser\b|\binvalid\b|\billegal\b).{0,12}/gi)).toEqual([])
  })
})

it.each(fileNames)('%s: emoji only where they carry meaning', name => {
  expect(hits(sourceOf(name), /\p{Extended_Pictographic}/gu).filter(sign => !['✓', '✕', '✔', '⏰'].includes(sign))).toEqual([])
})
