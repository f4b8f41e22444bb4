import { readTurnDown, turnDown } from '../core/case/turn-down.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import type { Button } from '../texts/keyboard.ts'
import { edit, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

interface Pressed {
  code: string
  version: string
}

/** The way to it from `/case`, for a case that is held for an earlier rejection. */
export function turnDownButton({ voice }: Scene, { code, version }: { code: string; version: number }): Button {
  return { label: voice.label('do-turn-down'), press: { verb: 'turn-down', code, version: String(version) } }
}

/** Says what it would mean, and asks. */
export async function askTurnDown(ctx: Ctx, { voice }: Scene, { code, version }: Pressed): Promise<Reply[]> {
  const welcome = await readTurnDown(ctx, { code })
  if (welcome === undefined) return refuse('stale', {})
  const html =
    welcome === 'never'
      ? voice.html('turn-down-never', { code })
      : voice.html('turn-down-until', { code, time: voice.time(welcome.toISOString()) })
  const yes: Button = { label: voice.label('do-turn-down'), press: { verb: 'turn-down-yes', code, version }, style: 'danger' }
  const back: Button = { label: voice.label('do-back'), press: { verb: 'case', code } }
  return [edit(html, [[yes], [back]])]
}

export async function pressTurnDown(ctx: Ctx, { voice }: Scene, { code, version }: Pressed): Promise<Reply[]> {
  await turnDown(ctx, { code, version: Number(version) })
  return [toast(voice.label('toast-turned-down')), { kind: 'close', html: voice.html('case-turned-down', { code }) }]
}
