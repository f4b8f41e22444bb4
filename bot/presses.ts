import type { Ctx } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import { refuse } from '../core/refusal.ts'
import { decodePress, type Press, type Verb } from '../texts/press.ts'
import {
  pressBook,
  pressCancel,
  pressCancelYes,
  pressCard,
  pressCome,
  pressDay,
  pressDays,
  pressDevice,
  pressLeaveLine,
  pressMove,
  pressMoveTo,
  pressNearest,
  pressNow,
  pressWantEarlier,
} from './booking.ts'
import { pressWithdraw, pressWithdrawYes } from './cancel.ts'
import { pressWhisper } from './coerced.ts'
import { pressErase, pressEraseYes } from './erase.ts'
import {
  pressAnswer,
  pressBack,
  pressChange,
  pressChangeTaken,
  pressConsent,
  pressCorrect,
  pressEdit,
  pressEdits,
  pressKeep,
  pressKeepAll,
  pressKeepTaken,
  pressOptions,
  pressOwn,
  pressSkip,
  pressStatus,
  pressSubmit,
} from './form-presses.ts'
import { help } from './help.ts'
import { pressLanguage } from './language.ts'
import {
  pressConsentOff,
  pressConsentOffYes,
  pressConsentOn,
  pressConsentOnYes,
  pressMyData,
  pressPhotosOff,
  pressPhotosOffYes,
} from './my-data.ts'
import { pressExport } from './my-data-export.ts'
import { pressOrderTake } from './offer-order.ts'
import { edit, type Reply, toast } from './replies.ts'
import type { Role, Scene } from './scene.ts'
import { pressGive, pressGiveYes } from './staff-assign.ts'
import { showTrail } from './staff-audit.ts'
import { pressBlock, pressUnblock } from './staff-block.ts'
import { pressRelease, showCase } from './staff-case.ts'
import { pressDeviceShown, pressDeviceTurn, showDevices } from './staff-devices.ts'
import { pressImport, pressImportNot } from './staff-devices-file.ts'
import { pressOpen, pressPhoto, showFile } from './staff-dossier.ts'
import { turnFound } from './staff-find.ts'
import { pressHolidays, pressHolidaysLoad, pressHolidaysUndo } from './staff-holiday.ts'
import {
  pressHoursAll,
  pressHoursDate,
  pressHoursLimit,
  pressHoursPage,
  pressHoursPicture,
  pressHoursSet,
  pressHoursUndo,
} from './staff-hours.ts'
import { pressInvite } from './staff-invite.ts'
import { askHandOver, askMissed, pressHandOver, pressMissed } from './staff-own-call.ts'
import { pressResend, showParked } from './staff-parked.ts'
import { pressPatience } from './staff-patience.ts'
import { pressPolicyGroup, pressPolicyOne, pressPolicySet } from './staff-policy.ts'
import { pressQuality, pressQualityPicture } from './staff-quality.ts'
import { pressQueue, showQueue } from './staff-queue.ts'
import { askRevoke, pressRevoke } from './staff-revoke.ts'
import { pressBrowser, pressSessionEnd, pressSessionsEnd } from './staff-sessions.ts'
import { pressStats, pressStatsPicture } from './staff-stats.ts'
import { askTurnDown, pressTurnDown, pressTurnDownFor } from './staff-turn-down.ts'
import { pressAssign, pressConfirm, pressDeciders, pressSettle, pressSettleYes } from './staff-verdict.ts'
import { begin } from './start.ts'
import { pressZone, pressZoneSet } from './time-zone.ts'
import { pressAccept, pressAppeal, pressAppealDrop, pressDecline, pressDeclineYes } from './verdict.ts'

type Run<V extends Verb> = (ctx: Ctx, scene: Scene, press: Extract<Press, { verb: V }>) => Promise<Reply[]>

interface Pressing<V extends Verb> {
  run: Run<V>
  /** absent: everybody's; staff: whoever is on the team */
  role?: Role | 'staff'
  /** changes nothing: done again when the update comes twice */
  reads?: true
}

/** What each button does. The words in it are checked by its handler: the case's owner and state by core. */
const presses: { readonly [V in Verb]: Pressing<V> } = {
  apply: { run: (ctx, scene) => begin(ctx, scene) },
  status: { run: pressStatus },
  help: { run: async (_ctx, scene) => help(scene), reads: true },
  whisper: { run: pressWhisper },
  language: { run: (ctx, scene, { locale }) => pressLanguage(ctx, scene, { locale: checkedLocale(locale) }) },
  zone: { run: pressZone, reads: true },
  'zone-set': { run: pressZoneSet },
  answer: { run: pressAnswer },
  keep: { run: pressKeep },
  'keep-all': { run: pressKeepAll },
  'keep-taken': { run: pressKeepTaken },
  'change-taken': { run: pressChangeTaken },
  correct: { run: pressCorrect },
  change: { run: pressChange, reads: true },
  skip: { run: pressSkip },
  own: { run: pressOwn, reads: true },
  options: { run: pressOptions, reads: true },
  back: { run: pressBack },
  edits: { run: pressEdits, reads: true },
  edit: { run: pressEdit },
  consent: { run: pressConsent },
  submit: { run: pressSubmit },
  'order-take': { run: pressOrderTake },
  withdraw: { run: pressWithdraw, reads: true },
  'withdraw-yes': { run: pressWithdrawYes },
  book: { run: pressBook },
  now: { run: pressNow },
  days: { run: pressDays, reads: true },
  day: { run: pressDay, reads: true },
  nearest: { run: pressNearest, reads: true },
  move: { run: pressMove, reads: true },
  'move-to': { run: pressMoveTo },
  come: { run: pressCome },
  cancel: { run: pressCancel, reads: true },
  'cancel-yes': { run: pressCancelYes },
  card: { run: pressCard },
  // the verdict; who may decide is checked by core
  accept: { run: pressAccept },
  decline: { run: pressDecline, reads: true },
  'decline-yes': { run: pressDeclineYes },
  appeal: { run: pressAppeal },
  'appeal-drop': { run: pressAppealDrop },
  confirm: { run: pressConfirm, role: 'staff' },
  settle: { run: pressSettle, role: 'admin', reads: true },
  'settle-yes': { run: pressSettleYes, role: 'admin' },
  deciders: { run: pressDeciders, role: 'admin', reads: true },
  assign: { run: pressAssign, role: 'admin' },
  'leave-line': { run: pressLeaveLine },
  'want-earlier': { run: pressWantEarlier },
  'device-yes': { run: pressDevice },
  'device-no': { run: pressDevice },
  patience: { run: pressPatience, role: 'reviewer' },
  'hand-over': { run: askHandOver, role: 'reviewer', reads: true },
  'hand-over-yes': { run: pressHandOver, role: 'reviewer' },
  missed: { run: askMissed, role: 'reviewer', reads: true },
  'missed-yes': { run: pressMissed, role: 'reviewer' },
  'browser-yes': { run: pressBrowser, role: 'staff' },
  'browser-no': { run: pressBrowser, role: 'staff' },
  parked: { run: (ctx, scene, { page }) => showParked(ctx, scene, Number(page) || 1, edit), role: 'admin', reads: true },
  resend: { run: pressResend, role: 'admin' },
  devices: { run: (ctx, scene, { page }) => showDevices(ctx, scene, Number(page) || 1, edit), role: 'admin', reads: true },
  device: { run: pressDeviceShown, role: 'admin', reads: true },
  'device-turn': { run: pressDeviceTurn, role: 'admin' },
  'import-yes': { run: pressImport, role: 'admin' },
  'import-no': { run: pressImportNot, role: 'admin' },
  'policy-group': { run: pressPolicyGroup, role: 'admin', reads: true },
  'policy-one': { run: pressPolicyOne, role: 'admin', reads: true },
  'policy-set': { run: pressPolicySet, role: 'admin' },
  'session-end': { run: pressSessionEnd, role: 'staff' },
  'sessions-end': { run: pressSessionsEnd, role: 'staff' },
  queue: { run: (ctx, scene, { page }) => showQueue(ctx, scene, 'all', Number(page) || 1, edit), role: 'admin', reads: true },
  stats: { run: pressStats, role: 'admin', reads: true },
  'stats-picture': { run: pressStatsPicture, role: 'admin' },
  quality: { run: pressQuality, role: 'admin', reads: true },
  'quality-picture': { run: pressQualityPicture, role: 'admin' },
  invite: { run: pressInvite, role: 'admin' },
  give: { run: pressGive, role: 'admin', reads: true },
  'give-yes': { run: pressGiveYes, role: 'admin' },
  'queue-of': { run: pressQueue, role: 'admin', reads: true },
  case: { run: (ctx, scene, { code }) => showCase(ctx, scene, code), role: 'staff', reads: true },
  audit: {
    run: (ctx, scene, { chain, page }) => showTrail(ctx, scene, chain, Number(page) || 1, edit),
    role: 'admin',
    reads: true,
  },
  release: { run: pressRelease, role: 'admin' },
  mydata: { run: pressMyData, reads: true },
  export: { run: pressExport, reads: true },
  'consent-off': { run: pressConsentOff, reads: true },
  'consent-off-yes': { run: pressConsentOffYes },
  'consent-on': { run: pressConsentOn, reads: true },
  'consent-on-yes': { run: pressConsentOnYes },
  'photos-off': { run: pressPhotosOff, reads: true },
  'photos-off-yes': { run: pressPhotosOffYes },
  erase: { run: pressErase, reads: true },
  'erase-yes': { run: pressEraseYes },
  found: { run: turnFound, role: 'admin', reads: true },
  file: { run: showFile, role: 'admin', reads: true },
  revoke: { run: askRevoke, role: 'admin', reads: true },
  'revoke-yes': { run: pressRevoke, role: 'admin' },
  'turn-down': { run: askTurnDown, role: 'admin', reads: true },
  'turn-down-yes': { run: pressTurnDown, role: 'admin' },
  'turn-down-for': { run: pressTurnDownFor, role: 'admin' },
  open: { run: pressOpen, role: 'admin', reads: true },
  photo: { run: pressPhoto, role: 'admin', reads: true },
  block: { run: pressBlock, role: 'admin' },
  unblock: { run: pressUnblock, role: 'admin' },
  // hours: whose they are, and who may see them, core checks
  hours: { run: pressHoursPage, role: 'staff', reads: true },
  'hours-picture': { run: pressHoursPicture, role: 'staff' },
  'hours-all': { run: pressHoursAll, role: 'admin', reads: true },
  'hours-days': { run: pressHoursPage, role: 'staff', reads: true },
  'hours-times': { run: pressHoursPage, role: 'staff', reads: true },
  'hours-set': { run: pressHoursSet, role: 'staff' },
  'hours-dates': { run: pressHoursPage, role: 'staff', reads: true },
  'hours-date': { run: pressHoursDate, role: 'staff' },
  'hours-limits': { run: pressHoursPage, role: 'staff', reads: true },
  'hours-limit': { run: pressHoursLimit, role: 'staff' },
  'hours-undo': { run: pressHoursUndo, role: 'staff' },
  holidays: { run: pressHolidays, role: 'admin', reads: true },
  'holidays-load': { run: pressHolidaysLoad, role: 'admin' },
  'holidays-undo': { run: pressHolidaysUndo, role: 'admin' },
}

/** A press of whatever data: bytes that no button of ours carries, and buttons of a role that is not the person's, get the same answer. */
export async function press(ctx: Ctx, scene: Scene, data: string): Promise<Reply[]> {
  const pressed = decodePress(data)
  const pressing = pressed && pressingOf(pressed)
  if (!pressed || !pressing || !mayPress(scene, pressing)) return [toast(scene.voice.label('refused-gone'))]
  return pressing.run(ctx, scene, pressed)
}

/** Asked at every press: a button under an old message gives nobody a right that has ended. */
const mayPress = ({ roles, member }: Scene, { role }: Pressing<Verb>): boolean =>
  role === undefined || (role === 'staff' ? member !== undefined : roles.has(role))

export const isStaffPress = (verb: Verb): boolean => presses[verb].role !== undefined

/** The buttons that are for staff, and for which. */
export function staffPresses(): [verb: Verb, role: Role | 'staff'][] {
  const all = Object.entries(presses) as [Verb, Pressing<Verb>][]
  return all.flatMap(([verb, { role }]) => (role && role !== 'applicant' ? [[verb, role]] : []))
}

export function pressOnlyReads(data: string): boolean {
  const pressed = decodePress(data)
  return pressed !== undefined && pressingOf(pressed).reads === true
}

/** Guarantee: the entry under a verb takes presses of that verb; the table's type says so. */
function pressingOf(pressed: Press): Pressing<Verb> {
  return presses[pressed.verb] as unknown as Pressing<Verb>
}

/** The type of a press promises a language of ours; its bytes may say anything. */
function checkedLocale(locale: string): Locale {
  return locale === 'en' || locale === 'zh-CN' ? locale : refuse('not-found', { what: 'person' })
}
