import type { Application } from '../core/application/answers.ts'
import { normaliseText } from '../core/application/normalise.ts'
import { optionsOf } from '../core/application/options.ts'
import { simplified } from '../core/application/simplified.ts'
import { type Step, wordsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import type { Device } from '../core/device/list.ts'
import { locales } from '../db/values.ts'
import { squeezed, waysToSay } from '../texts/answers.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Scene } from './scene.ts'
import { optionLabel } from './show-answer.ts'

export type Choice = Extract<Step, { kind: 'choice' }>

const places: ReadonlySet<Choice['options']> = new Set(['provinces', 'cities', 'districts'])
/** more would push the question off a phone's screen; the 31 provinces stand on two pages */
const placesOnPage = 16

/** The buttons of a choice; places stand in pages. */
export async function optionRows(
  ctx: Ctx,
  scene: Scene,
  { found, said }: Application,
  step: Choice,
  devices: readonly Device[],
  page = 1,
): Promise<Button[][]> {
  const { code } = found
  const { field } = step
  const all = await optionsOf(ctx, step, said)
  const pages = places.has(step.options) ? Math.max(1, Math.ceil(all.length / placesOnPage)) : 1
  const shown = pages > 1 ? all.slice((page - 1) * placesOnPage, page * placesOnPage) : all
  const buttons = shown.map(
    (value): Button => ({ label: optionLabel(scene, step, value, devices), press: { verb: 'answer', code, field, value } }),
  )
  const turn = (to: number, label: string): Button[] =>
    to < 1 || to > pages ? [] : [{ label: scene.voice.label(label), press: { verb: 'options', code, field, page: String(to) } }]
  const pager = [...turn(page - 1, 'do-earlier'), ...turn(page + 1, 'do-later')]
  const own: Button[] =
    step.free && !step.free.quiet ? [{ label: scene.voice.label('do-own-words'), press: { verb: 'own', code, field } }] : []
  return [...inRows([...buttons, ...own], widthOf(scene, step)), ...(pager.length > 0 ? [pager] : [])]
}

/** How many buttons fit beside one another. */
function widthOf({ locale }: Scene, { options }: Choice): number {
  if (options === 'terms') return 3
  if (places.has(options)) return locale === 'zh-CN' ? 3 : 2
  return 2
}

export function inRows<T>(items: readonly T[], width: number): T[][] {
  return items.flatMap((_, index) => (index % width === 0 ? [items.slice(index, index + width)] : []))
}

/** Typed words of an option, in either language, as that option; any other text as it is. */
export function asOption({ options, ...step }: Choice, text: string): string {
  if (typeof options === 'string') return text
  const said = squeezed(simplified(normaliseText(text))).replace(/[.。!！,，]+$/gu, '')
  const words = wordsOf({ ...step, options })
  const ways = (option: string) => locales.flatMap(locale => waysToSay(locale, words, option))
  const named = (words: string) => options.find(option => ways(option).includes(words))
  return named(said) ?? named(said.replace(around, '')) ?? text
}

/** What people put before an option when they say it in a sentence: `我用身份证`, `I use my passport`. */
const around =
  /^(?:我(?:想|要|会|就)?(?:用|使用|选|选择|有|是)?(?:的是)?|用|使用|选|选择|i(?:'m|amusing|am|use|have|choose)?(?:my|an|a)?|my)/u
