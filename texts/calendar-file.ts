import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { CalendarView, Reader } from '../core/message/view.ts'
import { speak } from './fluent.ts'

/** RFC 5546 wants an organizer, and nobody is to answer: a mail address that cannot exist (RFC 2606). */
const organizerMail = 'no-reply@mianshen.invalid'

/**
 * The calendar file of a booking (RFC 5545), in the reader's language. `UID` stays for the life of the booking, `SEQUENCE` rises with
 * a move and a cancel. PUBLISH, not REQUEST (RFC 5546): a file out of a chat is imported by its owner, who is no invited attendee and
 * has nobody to reply to; phones then offer "add to calendar" and replace the earlier version. A cancel is METHOD:CANCEL.
 */
export function renderCalendarFile(view: CalendarView, { locale }: Pick<Reader, 'locale'>, now: Date): string {
  const { plain } = speak(locale)
  const { code, url, cancelled } = view
  const calendar = ical({
    prodId: { company: 'Mianshen', product: 'Mianshen', language: locale === 'en' ? 'EN' : 'ZH' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const event = calendar.createEvent({
    id: `${view.bookingId}@mianshen`,
    sequence: cancelled ? view.version : view.version - 1,
    stamp: now,
    start: new Date(view.startsAt),
    end: new Date(view.endsAt),
    summary: plain(cancelled ? 'calendar-title-cancelled' : 'calendar-title', { code }),
    description: cancelled
      ? plain('calendar-about-cancelled', { chat: view.chatUrl })
      : plain('calendar-about', { url, minutes: view.opensMinutesBefore, chat: view.chatUrl }),
    organizer: { name: plain('calendar-organizer'), email: organizerMail },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(cancelled ? {} : { url }),
  })
  if (!cancelled) {
    const description = plain('calendar-title', { code })
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: view.opensMinutesBefore * 60, description })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}
