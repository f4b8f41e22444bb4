import { readTrail } from '../core/audit/read.ts'
import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { isRefusal } from '../core/refusal.ts'
import { decodePress } from '../texts/press.ts'
import { isCommand, ruleOf } from './command-list.ts'
import { isStaffPress } from './presses.ts'
import { message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { actorName } from './staff-audit.ts'
import { readCode, showCase } from './staff-case.ts'

/** Looking at a case changes nothing of it. */
const looks = /^(dossier|evidence|cases)\./
const lookedThrough = 12

/**
 * Somebody of the staff acted on a case that had moved on: what it is now, by whose act and when, and its present card in place of the
 * old one. Undefined where the act was none of staff on a case.
 */
export async function answerStaffStale(ctx: Ctx, scene: Scene): Promise<Reply[] | undefined> {
  const code = codeActedOn(scene)
  if (!code || !scene.member) return undefined
  const { voice, content } = scene
  const { state } = await readCase(ctx, { code })
  const said = { code, state: voice.label(`state-${state}.staff`), ...(await latestAct(ctx, scene, code)) }
  if (content.kind !== 'press') return [message(voice.html('staff-stale', said))]
  const shown = await showCase(ctx, scene, code).catch((error: unknown) => {
    if (isRefusal(error, 'not-found')) return undefined
    throw error
  })
  // somebody else has it: of that a reviewer reads no more
  if (!shown) return [toast(voice.label('review-not-yours'), true)]
  const present = shown.map(
    (reply): Reply =>
      reply.kind === 'message' && !reply.protect ? { kind: 'edit', html: reply.html, buttons: reply.buttons ?? [] } : reply,
  )
  return [toast(voice.label('staff-stale', said), true), ...present]
}

function codeActedOn({ content }: Scene): string | undefined {
  if (content.kind === 'press') {
    const press = decodePress(content.data)
    return press && 'code' in press && isStaffPress(press.verb) ? press.code : undefined
  }
  if (content.kind !== 'command' || !isCommand(content.name) || ruleOf(content.name).roles.includes('applicant')) return undefined
  return readCode(content.args.split(/\s+/u)[0] ?? '')
}

async function latestAct(ctx: Ctx, scene: Scene, code: string): Promise<{ by: string; time: string }> {
  const { voice } = scene
  if (!scene.roles.has('admin')) return { by: voice.label('audit-by-desk'), time: '' }
  const { entries } = await readTrail(ctx, { chain: code, page: 0, size: lookedThrough })
  const act = entries.findLast(({ action }) => !looks.test(action))
  return { by: act ? actorName(scene, act.actor) : '', time: act ? voice.shortTime(act.at) : '' }
}
