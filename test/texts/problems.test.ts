import { expect, test } from 'vitest'
import { questions } from '../../core/application/questions.ts'
import { type Step, wordsOf } from '../../core/application/steps.ts'
import { locales } from '../../db/values.ts'
import { speak } from '../../texts/fluent.ts'

const steps: Step[] = questions.flatMap(({ steps }) => [...steps])
const typed = steps.filter(step => step.kind === 'text' || (step.kind === 'choice' && step.free))
const generic = ['empty', 'too-long', 'too-short', 'characters']

test.each(locales)('G11: whatever is wrong with a typed answer, an example of a right one stands beside it (%s)', locale => {
  const { has, plain } = speak(locale)
  for (const words of typed.map(wordsOf)) {
    const missing = generic.filter(problem => !has(`problem-${words}-${problem}`))
    if (missing.length > 0) expect([words, has(`example-${words}`)]).toEqual([words, true])
    for (const problem of generic.filter(problem => !missing.includes(problem)))
      expect(plain(`problem-${words}-${problem}`, { example: 'XX', limit: 4 })).toMatch(/例如|for example|Example|such as/i)
  }
})
