import { eq, isNotNull } from 'drizzle-orm'
import { settings } from '../../db/schema/desk.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { type Ctx, transact } from '../context.ts'
import { isTimeZone, usualZoneName } from '../time-zone.ts'

const doneKey = 'zones-renamed'

/**
 * Zones that earlier versions kept under the name that a browser used (`Asia/Calcutta`, `US/Pacific`) get the name that the world uses
 * now; the clock is the same. Names kept since are usual ones, so it is done once. Returns how many names were changed.
 */
export async function renameZones(ctx: Ctx): Promise<number> {
  const [done] = await ctx.db.select().from(settings).where(eq(settings.key, doneKey))
  if (done) return 0
  return transact(ctx, async ctx => {
    const [ofPeople, ofStaff] = await Promise.all([
      ctx.db.selectDistinct({ name: people.timeZone }).from(people).where(isNotNull(people.timeZone)),
      ctx.db.selectDistinct({ name: staff.timeZone }).from(staff),
    ])
    const names = [...new Set([...ofPeople, ...ofStaff].flatMap(({ name }) => name ?? []))]
    const former = names.filter(name => isTimeZone(name) && usualZoneName(name) !== name)
    for (const name of former) {
      const timeZone = usualZoneName(name)
      await ctx.db.update(people).set({ timeZone }).where(eq(people.timeZone, name))
      await ctx.db.update(staff).set({ timeZone }).where(eq(staff.timeZone, name))
    }
    await ctx.db.insert(settings).values({ key: doneKey, value: true }).onConflictDoNothing()
    return former.length
  })
}
