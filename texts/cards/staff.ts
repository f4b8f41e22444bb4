import type { MessageView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { holdForStaff } from './verdict.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** A review to come, or one that begins this minute. */
export function renderReviewBooked(voice: Voice, view: View<'review-booked'>): Rendered {
  const { code, now, moved, url } = view
  const device = voice.device(view.device)
  const head = voice.html(view.handed ? 'review-handed' : now ? 'review-now' : moved ? 'review-moved' : 'review-booked', { code })
  const html = lines(head, startLine(voice, view.startsAt), device ? voice.html('review-device', { device }) : undefined)
  // the link signs in at any time; `case` presses are for admins
  return withLink(html, [[now ? reviewButton(voice, url) : { label: voice.label('button-case'), url, style: 'primary' }]])
}

export function renderReviewCancelled(voice: Voice, { code, startsAt, why }: View<'review-cancelled'>): Rendered {
  const html = lines(voice.html(`review-gone-${why}`, { code }), voice.html('was-at', { time: voice.time(startsAt) }))
  return { html, buttons: [] }
}

export function renderReviewReminder(voice: Voice, view: View<'review-reminder'>): Rendered {
  const { code, version, startsAt, url, confirmed } = view
  const yes = confirmed ? voice.html('review-confirmed') : undefined
  return withLink(lines(voice.html('review-reminder', { code }), startLine(voice, startsAt), yes), [
    [reviewButton(voice, url)],
    [handOverButton(voice, code, version), missedButton(voice, code, version)],
  ])
}

export function renderApplicantWaiting(voice: Voice, { code, version, startsAt, url }: View<'applicant-waiting'>): Rendered {
  const admit: Button = { label: voice.label('button-admit'), url, style: 'success' }
  const patience: Button = { label: voice.label('button-patience'), press: { verb: 'patience', code } }
  return withLink(lines(voice.html('applicant-waiting', { code }), startLine(voice, startsAt)), [
    [admit],
    [patience],
    [handOverButton(voice, code, version)],
  ])
}

/** Without a sound it would be of no use; what it says is for the reviewer's eyes alone. */
export function renderHelpCalled(voice: Voice, { code, url }: View<'help-called'>): Rendered {
  return withLink(lines(voice.html('help-called', { code }), voice.html('help-called-how')), [[reviewButton(voice, url)]])
}

export function renderCallHanded(voice: Voice, { code, url }: View<'call-handed'>): Rendered {
  return withLink(lines(voice.html('call-handed', { code }), voice.html('call-handed-how')), [[reviewButton(voice, url)]])
}

export function renderReviewLinkReplaced(voice: Voice, { code, startsAt, url }: View<'review-link-replaced'>): Rendered {
  return withLink(lines(voice.html('review-link-replaced', { code }), startLine(voice, startsAt)), [[reviewButton(voice, url)]])
}

export function renderOnHold(voice: Voice, { code, hold }: View<'on-hold'>): Rendered {
  const html = voice.html('on-hold', { code, reason: holdForStaff(voice, hold) })
  const queue: Button = { label: voice.label('button-queue'), press: { verb: 'queue', page: '1' } }
  return { html, buttons: [[caseButton(voice, code), queue]] }
}

/** At the time of a booking nobody was there. */
export function renderUnattended(voice: Voice, { code, startsAt }: View<'unattended'>): Rendered {
  return { html: voice.html('unattended', { code, time: voice.time(startsAt) }), buttons: [[caseButton(voice, code)]] }
}

/** The applicant was there, and this reviewer was not. */
export function renderReviewerMissed(voice: Voice, { code, startsAt, name, handed }: View<'reviewer-missed'>): Rendered {
  const key = handed ? 'reviewer-missed-handed' : 'reviewer-missed'
  return { html: voice.html(key, { code, name, time: voice.time(startsAt) }), buttons: [[caseButton(voice, code)]] }
}

/** An application waits for an admin's invitation. */
export function renderToInvite(voice: Voice, { code, version, dueAt, late }: View<'to-invite'>): Rendered {
  return {
    html: voice.html(late ? 'to-invite-late' : 'to-invite', { code, time: voice.time(dueAt) }),
    buttons: [[inviteButton(voice, code, version)], [caseButton(voice, code)]],
  }
}

export const inviteButton = (voice: Voice, code: string, version: number): Button => ({
  label: voice.label('do-invite'),
  press: { verb: 'invite', code, version: String(version) },
  style: 'primary',
})

export function renderStaffAdded(voice: Voice, { roles }: View<'staff-added'>): Rendered {
  const isAdmin = roles.includes('admin')
  const html = voice.html(
    isAdmin ? (roles.includes('reviewer') ? 'staff-added-both' : 'staff-added-admin') : 'staff-added-reviewer',
  )
  return { html, buttons: [] }
}

export function renderStaffChanged(voice: Voice, view: View<'staff-changed'>): Rendered {
  return { html: lines(voice.html('staff-changed'), staffChange(voice, view)), buttons: [] }
}

function staffChange(voice: Voice, view: View<'staff-changed'>): string {
  switch (view.what) {
    case 'weight':
      return voice.html('staff-changed-weight', { weight: view.weight })
    case 'languages': {
      const languages = voice.list(view.languages.map(tag => voice.label(`spoken-${tag}`)))
      return languages === '' ? voice.html('staff-changed-any-language') : voice.html('staff-changed-languages', { languages })
    }
    case 'away':
      return voice.html('staff-changed-away', { from: voice.time(view.from), until: voice.time(view.until) })
    case 'back':
      return voice.html('staff-changed-back')
  }
}

export function renderStaffRemoved(voice: Voice): Rendered {
  return { html: voice.html('staff-removed'), buttons: [] }
}

/** A booked call to a colleague; `version`: the booking's. */
export const handOverButton = (voice: Voice, code: string, version: number): Button => ({
  label: voice.label('do-hand-over'),
  press: { verb: 'hand-over', code, booked: String(version) },
})

export const missedButton = (voice: Voice, code: string, version: number): Button => ({
  label: voice.label('do-missed'),
  press: { verb: 'missed', code, booked: String(version) },
})

const startLine = (voice: Voice, startsAt: string): string => voice.html('starts-at', { time: voice.time(startsAt) })
const reviewButton = (voice: Voice, url: string): Button => ({ label: voice.label('button-review'), url, style: 'success' })
const caseButton = (voice: Voice, code: string): Button => ({
  label: voice.label('button-case'),
  press: { verb: 'case', code },
  style: 'primary',
})
