import type { DrawInputs } from '../../db/values.ts'
import type { Dice } from '../draw/dice.ts'
import { type BankQuestion, bank, howMany, type Topic, topics } from './bank.ts'

/**
 * One question each of as many topics as the device's value asks for, in any order. Every check of the step gets at least one, and for
 * the dearest devices who asked and who pays both come up.
 */
export function drawQuestions(dice: Dice, { valueFen, locale }: Pick<DrawInputs, 'valueFen' | 'locale'>): string[] {
  const fits = ({ fromFen = 0, locale: only }: BankQuestion) => valueFen >= fromFen && (only === undefined || only === locale)
  const open = new Set(bank.filter(fits).map(({ topic }) => topic))
  const count = howMany(valueFen)
  const checks = [...new Set([...open].map(topic => topics[topic].check))]
  const needed = checks.map(check => dice.pick([...open].filter(topic => topics[topic].check === check)))
  const always: Topic[] = count === 7 ? ['asked', 'paid'] : []
  const chosen = new Set<Topic>([...needed, ...always])
  for (const topic of dice.shuffle([...open])) if (chosen.size < count) chosen.add(topic)
  return dice.shuffle([...chosen]).map(topic => dice.pick(bank.filter(one => one.topic === topic && fits(one))).id)
}
