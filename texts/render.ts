import type { MessageView, Reader } from '../core/message/view.ts'
import { renderAgenda } from './cards/agenda.ts'
import {
  renderAgainOpen,
  renderAppealMade,
  renderPromiseSlipped,
  renderSlipped,
  renderToConfirm,
  renderVerdictDue,
  renderVerdictOverruled,
  renderVerdictReturned,
} from './cards/around-verdict.ts'
import { renderCalendar } from './cards/calendar.ts'
import {
  renderLinkReplaced,
  renderMissed,
  renderNudge,
  renderOtherBrowser,
  renderOtherDevice,
  renderReminder,
  renderReviewerChanged,
  renderReviewerHere,
  renderRunningOver,
  renderSpokenCode,
  renderTwoMoreMinutes,
} from './cards/call.ts'
import { renderDraftWaits, renderLapsed, renderLapsesSoon } from './cards/draft.ts'
import { renderEvidenceFailed, renderEvidenceFile, renderEvidencePassphrase } from './cards/evidence.ts'
import { renderExportFailed, renderExportFile, renderExportPassphrase } from './cards/export.ts'
import { renderDaysChanged, renderHoursChanged, renderHoursPicture } from './cards/hours.ts'
import { renderBookingsPaused, renderDeskPaused } from './cards/pause.ts'
import { renderBlindAsked, renderBlindRaised, renderQualityPicture } from './cards/quality.ts'
import { renderReceipt } from './cards/receipt.ts'
import { renderRehearsal, renderWaitShortened } from './cards/rehearsal.ts'
import {
  renderApplicantWaiting,
  renderCallHanded,
  renderHelpCalled,
  renderOnHold,
  renderReviewBooked,
  renderReviewCancelled,
  renderReviewerMissed,
  renderReviewLinkReplaced,
  renderReviewReminder,
  renderStaffAdded,
  renderStaffChanged,
  renderStaffRemoved,
  renderToInvite,
  renderUnattended,
} from './cards/staff.ts'
import { renderStatsPicture } from './cards/stats.ts'
import { renderStatusCard } from './cards/status-card.ts'
import { renderVerdict } from './cards/verdict.ts'
import { createVoice, type Rendered } from './cards/voice.ts'
import { renderEarlierFree, renderTurnPassed, renderYourTurn } from './cards/wishes.ts'

/** Words a message for its reader, as things are at `now` (desk time). Pure; throws only where the catalogues have a gap. */
export function renderMessage(view: MessageView, reader: Reader, now: Date): Rendered {
  const voice = createVoice(reader, now)
  switch (view.kind) {
    case 'status-card':
      return renderStatusCard(voice, view)
    case 'reminder':
      return renderReminder(voice, view)
    case 'agenda':
      return renderAgenda(voice, view)
    case 'calendar':
      return renderCalendar(voice, view)
    case 'reviewer-here':
      return renderReviewerHere(voice, view)
    case 'help-called':
      return renderHelpCalled(voice, view)
    case 'call-handed':
      return renderCallHanded(voice, view)
    case 'spoken-code':
      return renderSpokenCode(voice, view)
    case 'nudge':
      return renderNudge(voice, view)
    case 'reviewer-changed':
      return renderReviewerChanged(voice, view)
    case 'running-over':
      return renderRunningOver(voice, view)
    case 'your-turn':
      return renderYourTurn(voice, view)
    case 'link-replaced':
      return renderLinkReplaced(voice, view)
    case 'review-link-replaced':
      return renderReviewLinkReplaced(voice, view)
    case 'two-more-minutes':
      return renderTwoMoreMinutes(voice, view)
    case 'lapsed':
      return renderLapsed(voice, view)
    case 'lapses-soon':
      return renderLapsesSoon(voice, view)
    case 'turn-passed':
      return renderTurnPassed(voice, view)
    case 'earlier-free':
      return renderEarlierFree(voice, view)
    case 'missed':
      return renderMissed(voice, view)
    case 'verdict':
      return renderVerdict(voice, view)
    case 'other-device':
      return renderOtherDevice(voice, view)
    case 'devices-file':
      return { html: voice.html('devices-file-sent'), buttons: [], silent: true }
    case 'other-browser':
      return renderOtherBrowser(voice, view)
    case 'review-booked':
      return renderReviewBooked(voice, view)
    case 'review-cancelled':
      return renderReviewCancelled(voice, view)
    case 'review-reminder':
      return renderReviewReminder(voice, view)
    case 'applicant-waiting':
      return renderApplicantWaiting(voice, view)
    case 'on-hold':
      return renderOnHold(voice, view)
    case 'bookings-paused':
      return renderBookingsPaused(voice, view)
    case 'desk-paused':
      return renderDeskPaused(voice, view)
    case 'export-file':
      return renderExportFile(voice, view)
    case 'export-passphrase':
      return renderExportPassphrase(voice, view)
    case 'export-failed':
      return renderExportFailed(voice)
    case 'unattended':
      return renderUnattended(voice, view)
    case 'reviewer-missed':
      return renderReviewerMissed(voice, view)
    case 'to-invite':
      return renderToInvite(voice, view)
    case 'evidence-file':
      return renderEvidenceFile(voice, view)
    case 'evidence-passphrase':
      return renderEvidencePassphrase(voice, view)
    case 'evidence-failed':
      return renderEvidenceFailed(voice, view)
    case 'receipt':
      return renderReceipt(voice, view)
    case 'rehearsal':
      return renderRehearsal(voice, view)
    case 'wait-shortened':
      return renderWaitShortened(voice, view)
    case 'staff-changed':
      return renderStaffChanged(voice, view)
    case 'staff-added':
      return renderStaffAdded(voice, view)
    case 'staff-removed':
      return renderStaffRemoved(voice)
    case 'draft-waits':
      return renderDraftWaits(voice, view)
    // around the verdict
    case 'again-open':
      return renderAgainOpen(voice, view)
    case 'slipped':
      return renderSlipped(voice, view)
    case 'to-confirm':
      return renderToConfirm(voice, view)
    case 'appeal-made':
      return renderAppealMade(voice, view)
    case 'verdict-due':
      return renderVerdictDue(voice, view)
    case 'verdict-returned':
      return renderVerdictReturned(voice, view)
    case 'verdict-overruled':
      return renderVerdictOverruled(voice, view)
    case 'promise-slipped':
      return renderPromiseSlipped(voice, view)
    case 'stats-picture':
      return renderStatsPicture(createVoice({ ...reader, timeZone: view.stats.zone, zoneKnown: true }, now), view)
    // reviewed again blind
    case 'blind-asked':
      return renderBlindAsked(voice, view)
    case 'blind-raised':
      return renderBlindRaised(voice, view)
    case 'quality-picture':
      return renderQualityPicture(voice, view)
    case 'hours-picture':
      return renderHoursPicture(voice, view)
    case 'hours-changed':
      return renderHoursChanged(voice, view)
    case 'desk-days-changed':
      return renderDaysChanged(voice, view)
  }
}
