import { revokeLinks } from '../core/call/revoke-links.ts'
import type { Ctx } from '../core/context.ts'
import type { Button } from '../texts/keyboard.ts'
import { edit, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

interface Pressed {
  code: string
  booked: string
}

/** The way to it from `/case`, while there is a booking. */
export function revokeButton({ voice }: Scene, code: string, version: number): Button {
  return { label: voice.label('do-revoke-links'), press: { verb: 'revoke', code, booked: String(version) } }
}

/** Says what it would mean, and asks. */
export async function askRevoke(_ctx: Ctx, { voice }: Scene, { code, booked }: Pressed): Promise<Reply[]> {
  const yes: Button = { label: voice.label('do-revoke-links'), press: { verb: 'revoke-yes', code, booked }, style: 'danger' }
  const back: Button = { label: voice.label('do-back'), press: { verb: 'case', code } }
  return [edit(voice.html('revoke-links', { code }), [[yes], [back]])]
}

export async function pressRevoke(ctx: Ctx, { voice }: Scene, { code, booked }: Pressed): Promise<Reply[]> {
  await revokeLinks(ctx, { code, version: Number(booked) })
  return [toast(voice.label('toast-links-revoked')), { kind: 'close', html: voice.html('links-revoked', { code }) }]
}
