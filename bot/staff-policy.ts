import type { Ctx } from '../core/context.ts'
import { changePolicy, type PolicyChanged } from '../core/desk/change-policy.ts'
import { parsePolicyValue } from '../core/desk/parse-policy-value.ts'
import { findSetting, type PolicyName, policyNames, policyRules, spellSetting } from '../core/desk/policy-rules.ts'
import { readPolicy, readPolicyHistory } from '../core/desk/read-policy.ts'
import { groupBy } from '../core/group-by.ts'
import { defaultPolicy, type Policy } from '../core/policy.ts'
import { isRefusal } from '../core/refusal.ts'
import { lines, type Voice } from '../texts/cards/voice.ts'
import { clockOfDay, formatMoney } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { nearestWord } from './nearest-word.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Put = (html: string, buttons?: Button[][]) => Reply
type Of<V extends Press['verb']> = Extract<Press, { verb: V }>

const historyShown = 5

/** `/policy`: every setting; `/policy <setting>`: one, with its history; `/policy <setting> <value>`: sets it, `default` puts it back. */
export async function policy(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const [said = '', ...rest] = args.normalize('NFKC').split(/\s+/)
  if (said === '') return showPolicy(ctx, scene, message)
  const name = findSetting(said)
  if (!name) {
    const nearest = nearestWord(said, policyNames.map(spellSetting))
    return [message(scene.voice.html('policy-unknown', { said, nearest: nearest ?? spellSetting('slotMinutes') }))]
  }
  const value = rest.join(' ')
  return value === '' ? showSetting(ctx, scene, name, message) : set(ctx, scene, name, value)
}

async function set(ctx: Ctx, scene: Scene, name: PolicyName, said: string): Promise<Reply[]> {
  const { voice, locale } = scene
  const back = /^(default|reset|默认|恢复默认)$/i.test(said)
  const value = back ? defaultPolicy[name] : parsePolicyValue(said, policyRules[name].unit)
  if (value === undefined) return [message(wrongValue(scene, name))]
  try {
    return [changed(scene, await changePolicy(ctx, { name, value }), message)]
  } catch (error) {
    if (!isRefusal(error, 'policy-invalid')) throw error
    const { other } = error.details
    if (other === undefined) return [message(wrongValue(scene, name))]
    const named = { setting: voice.label(`policy-${spellSetting(name)}`), other: voice.label(`policy-${spellSetting(other)}`) }
    const present = (await readPolicy(ctx))[other]
    return [message(voice.html('policy-order', { ...named, present: showValue(voice, locale, other, present) }))]
  }
}

function wrongValue({ voice, locale }: Scene, name: PolicyName): string {
  const { least, most } = policyRules[name]
  const show = (value: number) => showValue(voice, locale, name, value)
  const example = `/policy ${spellSetting(name)} ${typeValue(name, defaultPolicy[name])}`
  const setting = voice.label(`policy-${spellSetting(name)}`)
  return voice.html('policy-wrong', { setting, least: show(least), most: show(most), example })
}

async function showPolicy(ctx: Ctx, scene: Scene, put: Put): Promise<Reply[]> {
  const { voice } = scene
  const present = await readPolicy(ctx)
  const groups = groupBy(policyNames, name => policyRules[name].group)
  const parts = [...groups].map(([group, names]) =>
    lines(voice.html(`policy-group-${group}`), ...names.map(name => settingLine(scene, present, name))),
  )
  const open: Button[] = [...groups.keys()].map(group => ({
    label: voice.label(`policy-group-${group}.button`),
    press: { verb: 'policy-group', group },
  }))
  const example = voice.label('command-policy.example')
  return [put(paragraphs(voice.html('policy'), ...parts, voice.html('policy-form', { example })), inPairs(open))]
}

function settingLine({ voice, locale }: Scene, present: Policy, name: PolicyName): string {
  const value = showValue(voice, locale, name, present[name])
  const key = present[name] === defaultPolicy[name] ? 'policy-line' : 'policy-line-own'
  return voice.html(key, { setting: voice.label(`policy-${spellSetting(name)}`), value })
}

async function showSetting(ctx: Ctx, scene: Scene, name: PolicyName, put: Put): Promise<Reply[]> {
  const { voice, locale } = scene
  const present = (await readPolicy(ctx))[name]
  const { least, most } = policyRules[name]
  const show = (value: number) => showValue(voice, locale, name, value)
  const history = (await readPolicyHistory(ctx, name, historyShown)).map(({ at, before, after }) =>
    voice.html('policy-history-line', { time: voice.time(at.toISOString()), before: show(before), after: show(after) }),
  )
  const spelled = spellSetting(name)
  const html = paragraphs(
    lines(
      voice.html('policy-setting', { setting: voice.label(`policy-${spelled}`), value: show(present) }),
      voice.html('policy-meaning', { meaning: voice.label(`policy-${spelled}.meaning`) }),
      voice.html('policy-bounds', { usual: show(defaultPolicy[name]), least: show(least), most: show(most) }),
      voice.html('policy-how', { example: `/policy ${spelled} ${typeValue(name, present)}` }),
    ),
    history.length > 0 ? lines(voice.html('policy-history'), ...history) : voice.html('policy-history-none'),
  )
  const isOwn = present !== defaultPolicy[name]
  const reset: Button = setButton(voice.label('do-policy-default'), name, defaultPolicy[name], present)
  const back: Button = { label: voice.label('do-policy-all'), press: { verb: 'policy-group', group: 'all' } }
  return [put(html, [...(isOwn ? [[reset]] : []), [back]])]
}

export async function pressPolicyGroup(ctx: Ctx, scene: Scene, { group }: Of<'policy-group'>): Promise<Reply[]> {
  const names = policyNames.filter(name => policyRules[name].group === group)
  if (names.length === 0) return showPolicy(ctx, scene, edit)
  const { voice } = scene
  const open: Button[][] = names.map(name => [
    { label: voice.label(`policy-${spellSetting(name)}`), press: { verb: 'policy-one', setting: name } },
  ])
  const back: Button = { label: voice.label('do-policy-all'), press: { verb: 'policy-group', group: 'all' } }
  const present = await readPolicy(ctx)
  const shown = names.map(name => settingLine(scene, present, name))
  return [edit(lines(voice.html(`policy-group-${group}`), ...shown), [...open, [back]])]
}

export async function pressPolicyOne(ctx: Ctx, scene: Scene, { setting }: Of<'policy-one'>): Promise<Reply[]> {
  const name = findSetting(setting)
  return name ? showSetting(ctx, scene, name, edit) : showPolicy(ctx, scene, edit)
}

/** Undo, or back to the default: as long as what the button was drawn on still stands. */
export async function pressPolicySet(ctx: Ctx, scene: Scene, { setting, value, from }: Of<'policy-set'>): Promise<Reply[]> {
  const name = findSetting(setting)
  if (!name || !/^\d{1,9}$/.test(value)) return [toast(scene.voice.label('refused-gone'))]
  try {
    const done = await changePolicy(ctx, { name, value: Number(value), from: Number(from) })
    return [toast(scene.voice.label('toast-policy-set')), changed(scene, done, edit)]
  } catch (error) {
    if (!isRefusal(error, 'stale')) throw error
    return [toast(scene.voice.label('toast-policy-stale')), ...(await showSetting(ctx, scene, name, edit))]
  }
}

function changed({ voice, locale }: Scene, { name, before, after }: PolicyChanged, put: Put): Reply {
  const show = (value: number) => showValue(voice, locale, name, value)
  const args = { setting: voice.label(`policy-${spellSetting(name)}`), before: show(before), after: show(after) }
  if (before === after) return put(voice.html('policy-same', args))
  return put(voice.html('policy-changed', args), [[setButton(voice.label('do-undo'), name, before, after)]])
}

const setButton = (label: string, name: PolicyName, value: number, from: number): Button => ({
  label,
  press: { verb: 'policy-set', setting: name, value: String(value), from: String(from) },
})

function showValue(voice: Voice, locale: Scene['locale'], name: PolicyName, value: number): string {
  const { unit } = policyRules[name]
  if (unit === 'yuan') return formatMoney(value, locale)
  if (unit === 'clock') return clockOfDay(value)
  return voice.label(`policy-value-${unit}`, { count: value })
}

/** As an admin would type it. */
function typeValue(name: PolicyName, value: number): string {
  const { unit } = policyRules[name]
  if (unit === 'switch') return value === 1 ? 'on' : 'off'
  return unit === 'clock' ? clockOfDay(value) : String(unit === 'yuan' ? value / 100 : value)
}
