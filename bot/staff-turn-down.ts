import { readTurnDown, turnDown } from '../core/case/turn-down.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import { listTurnDownReasons, turnDownTried } from '../core/verdict/turn-down-tried.ts'
import { reasonTitle } from '../texts/cards/verdict.ts'
import type { Button } from '../texts/keyboard.ts'
import { edit, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

const mostReasons = 8

interface Pressed {
  code: string
  version: string
}

/** The way to it from `/case`: held for an earlier rejection, tried too often, or waiting for an invitation. */
export function turnDownButton({ voice }: Scene, { code, version }: { code: string; version: number }): Button {
  return { label: voice.label('do-turn-down'), press: { verb: 'turn-down', code, version: String(version) } }
}

/** Says what it would mean, and asks: for a reason, where one is to be read. */
export async function askTurnDown(ctx: Ctx, { voice }: Scene, { code, version }: Pressed): Promise<Reply[]> {
  const back: Button = { label: voice.label('do-back'), press: { verb: 'case', code } }
  const reasons = await listTurnDownReasons(ctx, { code })
  if (reasons.length > 0) {
    const rows = reasons
      .slice(0, mostReasons)
      .map((reason): Button[] => [
        { label: reasonTitle(voice, reason.code), press: { verb: 'turn-down-for', code, version, reason: reason.code } },
      ])
    return [edit(voice.html('turn-down-why', { code }), [...rows, [back]])]
  }
  const welcome = await readTurnDown(ctx, { code })
  if (welcome === undefined) return refuse('stale', {})
  const html =
    welcome === 'never'
      ? voice.html('turn-down-never', { code })
      : voice.html('turn-down-until', { code, time: voice.time(welcome.toISOString()) })
  const yes: Button = { label: voice.label('do-turn-down'), press: { verb: 'turn-down-yes', code, version }, style: 'danger' }
  return [edit(html, [[yes], [back]])]
}

export async function pressTurnDown(ctx: Ctx, scene: Scene, { code, version }: Pressed): Promise<Reply[]> {
  await turnDown(ctx, { code, version: Number(version) })
  return done(scene, code)
}

export async function pressTurnDownFor(ctx: Ctx, scene: Scene, press: Pressed & { reason: string }): Promise<Reply[]> {
  const { code, version, reason } = press
  await turnDownTried(ctx, { code, version: Number(version), reason })
  return done(scene, code)
}

function done({ voice }: Scene, code: string): Reply[] {
  return [toast(voice.label('toast-turned-down')), { kind: 'close', html: voice.html('case-turned-down', { code }) }]
}
