import { createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import type { Case } from '../case/load.ts'
import { closedStates } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

const idBytes = 16
const macBytes = 16

/** base64url of case(16) mac(16), mac = HMAC-SHA256 with a key of the desk, cut to 128 bits. Derived: it can be sent again at will. */
function rehearsalCode(ctx: Pick<Ctx, 'keys'>, caseId: string): string {
  const id = Buffer.from(caseId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, mac(ctx, id)]).toString('base64url')
}

/** The page on which the applicant of a case tries camera, sound and network. It says nothing about the case and joins nothing. */
export function rehearsalUrl(ctx: Pick<Ctx, 'keys' | 'publicUrl'>, caseId: string): string {
  return `${ctx.publicUrl}/r/${rehearsalCode(ctx, caseId)}`
}

const mac = (ctx: Pick<Ctx, 'keys'>, id: Buffer): Buffer =>
  createHmac('sha256', ctx.keys.link).update('rehearsal-link').update(id).digest().subarray(0, macBytes)

/** While there may be a call to come: of a case that runs, and of a rejected one while there is a date from which to apply again. */
export const mayRehearse = (found: Pick<Case, 'state' | 'againAt'>): boolean =>
  !closedStates.includes(found.state) || (found.state === 'rejected' && found.againAt !== null)

export interface OpenedRehearsal {
  found: Case
  person: typeof people.$inferSelect
}

/** The case that a code names, or undefined for a code that is not ours. */
function readRehearsalCode(ctx: Pick<Ctx, 'keys'>, code: string): string | undefined {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== idBytes + macBytes || bytes.toString('base64url') !== code) return undefined
  const id = bytes.subarray(0, idBytes)
  if (!timingSafeEqual(mac(ctx, id), bytes.subarray(idBytes))) return undefined
  const hex = id.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const isRehearsalCode = (ctx: Pick<Ctx, 'keys'>, code: string): boolean => readRehearsalCode(ctx, code) !== undefined

/** Looks a code up. `link-unknown` for one that is not ours, `link-over` once there is nothing left to rehearse for. */
export async function openRehearsal(ctx: Ctx, code: string): Promise<OpenedRehearsal> {
  const caseId = readRehearsalCode(ctx, code)
  if (!caseId) return refuse('link-unknown', {})
  const [row] = await ctx.db
    .select({ found: cases, person: people })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(eq(cases.id, caseId))
  if (!row) return refuse('link-unknown', {})
  return mayRehearse(row.found) ? row : refuse('link-over', { why: 'ended' })
}
