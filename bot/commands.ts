import type { Ctx } from '../core/context.ts'
import { cancel } from './cancel.ts'
import { helpNow, whisper } from './coerced.ts'
import { type CommandName, isCommand, mayUse, ruleOf } from './command-list.ts'
import { erase } from './erase.ts'
import { chooseLanguage } from './language.ts'
import { myData } from './my-data.ts'
import { rehearse } from './rehearse.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { showAgenda } from './staff-agenda.ts'
import { assign } from './staff-assign.ts'
import { auditTrail } from './staff-audit.ts'
import { askBlock, askUnblock } from './staff-block.ts'
import { findCase } from './staff-case.ts'
import { claim } from './staff-claim.ts'
import { devices } from './staff-devices.ts'
import { evidence } from './staff-evidence.ts'
import { exportTables } from './staff-export.ts'
import { find } from './staff-find.ts'
import { holiday } from './staff-holiday.ts'
import { hours } from './staff-hours.ts'
import { invite } from './staff-invite.ts'
import { members } from './staff-members.ts'
import { showNext } from './staff-next.ts'
import { order } from './staff-order.ts'
import { resend, showParked } from './staff-parked.ts'
import { pause, resume } from './staff-pause.ts'
import { policy } from './staff-policy.ts'
import { quality } from './staff-quality.ts'
import { queue } from './staff-queue.ts'
import { showSessions } from './staff-sessions.ts'
import { stats } from './staff-stats.ts'
import { setOwnStatus } from './staff-status.ts'
import { begin, start, status } from './start.ts'
import { unknownCommand } from './talk.ts'
import { timeZone } from './time-zone.ts'
import { verify } from './verify.ts'

type Run = (ctx: Ctx, scene: Scene, args: string) => Promise<Reply[]>

/** What each command of the table does. */
const runs: Record<CommandName, Run> = {
  start,
  apply: (ctx, scene) => begin(ctx, scene),
  status,
  language: async (_ctx, scene) => chooseLanguage(scene),
  timezone: timeZone,
  cancel,
  rehearse,
  mydata: myData,
  delete: erase,
  verify,
  help: helpNow,
  whisper,
  claim,
  online: (ctx, scene) => setOwnStatus(ctx, scene, 'online'),
  break: (ctx, scene) => setOwnStatus(ctx, scene, 'break'),
  offline: (ctx, scene) => setOwnStatus(ctx, scene, 'offline'),
  agenda: showAgenda,
  next: showNext,
  sessions: (ctx, scene) => showSessions(ctx, scene, message),
  queue,
  case: findCase,
  find,
  stats,
  quality,
  invite,
  assign,
  audit: auditTrail,
  evidence,
  hours,
  holiday,
  staff: members,
  order,
  devices,
  policy,
  parked: (ctx, scene, args) => showParked(ctx, scene, Number(args.normalize('NFKC')) || 1, message),
  resend,
  export: exportTables,
  pause,
  resume: (ctx, scene) => resume(ctx, scene),
  block: askBlock,
  unblock: askUnblock,
}

/** A command for another role is answered like one that does not exist. */
export async function command(ctx: Ctx, scene: Scene, name: string, args: string): Promise<Reply[]> {
  if (!isCommand(name) || !mayUse(name, scene.roles)) return unknownCommand(ctx, scene, name)
  return runs[name](ctx, scene, args)
}

export function commandOnlyReads(name: string): boolean {
  return isCommand(name) && ruleOf(name).reads === true
}
