import { sql } from 'drizzle-orm'
import { readRow } from '../../db/read-row.ts'
import { answers, cases, consents } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { Ctx } from '../context.ts'
import { type Application, openApplication } from './answers.ts'
import { isCorrecting } from './correct.ts'

/** A row of `cases`, with what was said as JSON carries it: bytes in base64. */
interface DraftRow extends Record<string, unknown> {
  said: { field: string; value: string; confirmed: boolean }[]
  given: { kind: string; given: boolean }[]
}

/**
 * The application that the person behind a Telegram id is filling in or correcting, with all that was said so far, its case locked until the
 * transaction ends. One statement, whatever the number of questions. Only a person's own updates write answers of a draft, and those
 * are taken one after another (core/person/take-turn.ts): what is read beside the lock is as new as what is read behind it.
 */
export async function readDraft(ctx: Ctx, telegramId: number): Promise<Application | undefined> {
  const [draft] = await ctx.db.execute<DraftRow>(sql`
    select c.*,
      (select coalesce(json_agg(json_build_object('field', field, 'value', encode(value, 'base64'), 'confirmed', confirmed)), '[]')
       from ${answers} where case_id = c.id) as said,
      (select coalesce(json_agg(json_build_object('kind', kind, 'given', given)), '[]')
       from ${consents} where case_id = c.id) as given
    from ${cases} c
    where c.person_id = (select id from ${people} where telegram_id = ${telegramId}) and (c.state = 'draft'
      or c.state = 'invited' and exists (select from ${verdicts} v where v.case_id = c.id))
    for update of c`)
  if (!draft) return undefined
  const said = draft.said.map(({ value, ...answer }) => ({ ...answer, value: Buffer.from(value, 'base64') }))
  const application = openApplication(ctx, readRow(cases, draft), said, draft.given)
  return application.found.state === 'draft' || (await isCorrecting(ctx, application.found)) ? application : undefined
}
