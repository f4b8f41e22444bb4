import type { Ctx } from '../context.ts'
import type { Reader } from '../message/view.ts'
import type { Member, Person } from './meet.ts'

type Known = Pick<Person, 'locale' | 'timeZone'>

/**
 * In which language and zone somebody is spoken to: the person's own zone (chosen, or learnt from a browser); a member of staff's is
 * the one of the shifts; else the office's, and then it is named wherever a time stands.
 */
export function readerOf(ctx: Pick<Ctx, 'officeTimeZone'>, person: Known, member?: Pick<Member, 'timeZone'>): Reader {
  const known = person.timeZone ?? member?.timeZone
  return { locale: person.locale, timeZone: known ?? ctx.officeTimeZone, zoneKnown: known !== undefined }
}
