import { signHeads } from '../core/audit/sign.ts'
import { handOverStragglers } from '../core/booking/hand-over-all.ts'
import { holdUnreviewable } from '../core/booking/hold-unreviewable.ts'
import { endMissed } from '../core/booking/miss.ts'
import { queueReminders } from '../core/booking/remind.ts'
import { replaceAbsent } from '../core/booking/replace-absent.ts'
import { releaseExpired } from '../core/booking/take-time.ts'
import { endOverlong } from '../core/call/end-overlong.ts'
import { endUnjudged } from '../core/call/end-unjudged.ts'
import { emptySilentSeats } from '../core/call/sweep-silent.ts'
import { clearClosedDrafts } from '../core/case/clear-closed-drafts.ts'
import { lapseOverdue } from '../core/case/lapse.ts'
import { nudgeDrafts } from '../core/case/nudge-drafts.ts'
import { remindHeld } from '../core/case/remind-held.ts'
import { remindInvites } from '../core/case/remind-invites.ts'
import { warnLapsing } from '../core/case/warn-lapsing.ts'
import type { Ctx } from '../core/context.ts'
import { renameZones } from '../core/desk/rename-zones.ts'
import { expireHashes, expirePictures, removeErased } from '../core/desk/retention.ts'
import { sweepOld } from '../core/desk/sweep-old.ts'
import { findMissingDrawings } from '../core/device/pictures.ts'
import { dropOldEvidence, isEvidenceWaiting } from '../core/evidence/make.ts'
import { dropOldExports, isExportWaiting } from '../core/export/make.ts'
import { fillLookups } from '../core/lookup/fill.ts'
import { askBlindReaders } from '../core/quality/ask.ts'
import { moveLine } from '../core/queue/call-up.ts'
import { refreshOffers } from '../core/queue/refresh-offers.ts'
import { endSilentRecordings } from '../core/recording/end.ts'
import { isRecordingWaiting } from '../core/recording/finish.ts'
import { queueAgendas } from '../core/staff/queue-agendas.ts'
import { keepDays } from '../core/stats/kept-days.ts'
import { keepPromises, tellAgain } from '../core/verdict/clock.ts'
import { offerEarlier } from '../core/waits/offer-earlier.ts'
import { openJobContext, sayDone, sayWaits } from './context.ts'

/** One round of everything that is due by desk time: reminders, missed calls, lapsed cases. Only rows are written; delivery sends. */
const { opened, log } = await openJobContext('sweep')
const ctx: Ctx = { ...opened.ctx, actor: { kind: 'job', name: 'sweep' }, log }
for (const [name, run] of Object.entries({
  // who is in the room already comes before who waits in line
  replaceAbsent,
  moveLine,
  refreshOffers,
  queueReminders,
  queueAgendas,
  releaseExpired,
  handOverStragglers,
  holdUnreviewable,
  endMissed,
  offerEarlier,
  lapseOverdue,
  remindHeld,
  remindInvites,
  warnLapsing,
  nudgeDrafts,
  emptySilentSeats,
  endOverlong,
  endUnjudged,
  keepPromises,
  tellAgain,
  askBlindReaders,
  expirePictures,
  expireHashes,
  removeErased,
  sweepOld,
  signHeads,
  fillLookups,
  clearClosedDrafts,
  renameZones,
  dropOldEvidence,
  dropOldExports,
  keepDays,
  endSilentRecordings,
})) {
  // one that fails must not hold up the others; it is tried again at the next round
  await run(ctx).catch(err => log.error({ err, sweep: name }, 'a sweep failed'))
}
const isWaiting = async () => (await isEvidenceWaiting(ctx)) || (await isExportWaiting(ctx))
if (await isWaiting().catch(() => false)) sayWaits('evidence')
if (await isRecordingWaiting(ctx).catch(() => false)) sayWaits('recording')
if ((await findMissingDrawings(ctx).catch(() => [])).length > 0) sayWaits('pictures')
await opened.close()
sayDone()
