import { type Overview, readOverview } from '../core/case/read-overview.ts'
import { releaseHold } from '../core/case/release-hold.ts'
import { isHeldByUs } from '../core/case/remind-held.ts'
import type { Ctx } from '../core/context.ts'
import { flagHold } from '../core/flag/rules.ts'
import { readWaiting } from '../core/verdict/read-waiting.ts'
import { mayTurnDownFor } from '../core/verdict/turn-down-tried.ts'
import { inviteButton } from '../texts/cards/staff.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { inPairs } from './form-summary.ts'
import { message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { showOwnCase } from './staff-next.ts'
import { holdName } from './staff-queue.ts'
import { revokeButton } from './staff-revoke.ts'
import { turnDownButton } from './staff-turn-down.ts'
import { showWaiting } from './staff-verdict.ts'

const mostOthers = 8

/** A case's code as people write it, in any case, with or without its `M-`. */
export function readCode(args: string): string | undefined {
  const said = args
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s–—−-]+/gu, '')
  const [, code] = /^M?([2-9A-Z]{6})$/.exec(said) ?? []
  return code && `M-${code}`
}

/** `/case <code>`. */
export async function findCase(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const code = readCode(args)
  if (!code) return [message(scene.voice.html('case-form', { example: scene.voice.label('command-case.example') }))]
  return showCase(ctx, scene, code)
}

export async function showCase(ctx: Ctx, scene: Scene, code: string): Promise<Reply[]> {
  const { voice } = scene
  if (!scene.roles.has('admin')) return showOwnCase(ctx, scene, code)
  const overview = await readOverview(ctx, { code })
  const { booking, hold, deadlineAt, timeline } = overview
  const facts = lines(
    voice.html('case', { code, state: voice.label(`state-${overview.state}.staff`) }),
    hold === null ? undefined : voice.html('queue-held', { reason: holdName(voice, hold) }),
    overview.blind ? voice.html('case-blind') : who(scene, overview),
    what(scene, overview),
    price(scene, overview),
    booking && voice.html('case-booking', { time: voice.time(booking.startsAt), reviewer: booking.reviewerName }),
    booking?.confirmed ? voice.html('case-confirmed') : undefined,
    rehearsalLine(scene, overview),
    voice.html('case-attempts', { attempts: overview.attempts, misses: overview.misses }),
    deadlineAt === null || isHeldByUs(overview) ? undefined : voice.html('case-deadline', { time: voice.time(deadlineAt) }),
  )
  const evidence = flagLines(scene, overview)
  const steps = timeline.map(({ at, to }) =>
    voice.html('case-step', { time: voice.time(at), state: voice.label(`state-${to}.staff`) }),
  )
  const file: Button = { label: voice.label('do-see-file'), press: { verb: 'file', code } }
  const release: Button = {
    label: voice.label('do-release'),
    press: { verb: 'release', code, version: String(overview.version) },
  }
  const decline = hold === flagHold || mayTurnDownFor(overview) ? [[turnDownButton(scene, overview)]] : []
  const waiting = await readWaiting(ctx, { code })
  const shown = waiting && showWaiting(scene, code, overview.version, waiting)
  const html = paragraphs(facts, shown?.html, evidence, lines(voice.html('case-timeline'), ...steps))
  const revoke = booking ? [[revokeButton(scene, code, booking.version)]] : []
  const others = [
    ...(overview.name === undefined && !overview.blind ? [] : [[file]]),
    ...revoke,
    ...inPairs(otherCases(overview)),
  ]
  // a link that signs in is not to be forwarded
  if (shown) return [{ kind: 'message', html, buttons: [...shown.buttons, ...others], protect: true }]
  const first = overview.state === 'submitted' ? [[inviteButton(voice, code, overview.version)]] : []
  return [message(html, [...first, ...(hold === null ? [] : [[release]]), ...decline, ...others])]
}

/** The case goes on: the applicant gets a fresh card, and this one is closed. */
export async function pressRelease(ctx: Ctx, scene: Scene, press: { code: string; version: string }): Promise<Reply[]> {
  const { code } = await releaseHold(ctx, { code: press.code, version: Number(press.version) })
  return [toast(scene.voice.label('toast-released')), { kind: 'close', html: scene.voice.html('case-released', { code }) }]
}

/** Evidence of other cases, the gravest first, by the words of the policy. */
function flagLines({ voice }: Scene, { flags, code }: Overview): string | undefined {
  const own = flags
    .filter(flag => flag.code === code)
    .map(({ kind }) => voice.html('case-flag-own', { what: voice.label(`flag-${kind}`) }))
  const others = flags.filter(flag => flag.code !== code)
  if (others.length === 0) return own.length === 0 ? undefined : lines(...own)
  const said = others.map(({ kind, code, state }) =>
    voice.html('case-flag', { what: voice.label(`flag-${kind}`), code, state: voice.label(`state-${state}.staff`) }),
  )
  return lines(...own, voice.html('case-flags'), ...said)
}

/** A button for each case that the evidence points at, as many as are worth looking through. */
function otherCases({ flags, code: own }: Overview): Button[] {
  const codes = [...new Set(flags.map(({ code }) => code))].filter(code => code !== own).slice(0, mostOthers)
  return codes.map(code => ({ label: code, press: { verb: 'case', code } }))
}

function who({ voice }: Scene, { name, documentNumber }: Overview): string | undefined {
  if (name === undefined) return undefined
  return documentNumber === undefined
    ? voice.html('case-name', { name })
    : voice.html('case-person', { name, number: documentNumber })
}

function rehearsalLine({ voice }: Scene, { rehearsal }: Overview): string | undefined {
  if (!rehearsal) return undefined
  const time = voice.time(rehearsal.at)
  if (rehearsal.failed.length === 0) return voice.html('case-rehearsal-passed', { time })
  const parts = voice.list(rehearsal.failed.map(part => voice.label(`rehearsal-part-${part}`)))
  return voice.html('case-rehearsal-improve', { time, parts })
}

function price({ voice }: Scene, { price }: Overview): string | undefined {
  return price && voice.html('case-price', { rent: voice.money(price.monthlyRentFen), deposit: voice.money(price.depositFen) })
}

function what({ voice }: Scene, { device, termMonths }: Overview): string | undefined {
  if (!device) return undefined
  const named = { device: voice.device(device) }
  return termMonths === null ? voice.html('case-device', named) : voice.html('case-rental', { ...named, months: termMonths })
}
