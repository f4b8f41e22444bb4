import { and, eq, sql } from 'drizzle-orm'
import { auditHeads } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import type { CaseState } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import type { Mover } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import type { MessageView } from '../message/view.ts'
import { signHead } from './sign.ts'

/** What an applicant keeps: `M-7K3QXD.12.<hash>.<signature>`, hash (32 bytes) and signature (64) in base64url. */
export interface Receipt {
  code: string
  number: number
  /** hex */
  hash: string
  /** base64url */
  signature: string
}

const hashBytes = 32
const written = /\b(M-[2-9A-Z]{6})\.([1-9]\d{0,8})\.([\w-]{43})\.([\w-]{86})(?![\w-])/i

function writeReceipt({ code, number, hash, signature }: Receipt): string {
  return [code, number, Buffer.from(hash, 'hex').toString('base64url'), signature].join('.')
}

/** The first receipt in a text, which may be a whole message with one in it; undefined when there is none. Says nothing about whether it holds. */
export function findReceipt(text: string): Receipt | undefined {
  const [, code, number, hash, signature] = written.exec(text.replace(/\s+/gu, ' ')) ?? []
  if (code === undefined || number === undefined || hash === undefined || signature === undefined) return undefined
  const bytes = Buffer.from(hash, 'base64url')
  if (bytes.length !== hashBytes) return undefined
  return { code: code.toUpperCase(), number: Number(number), hash: bytes.toString('hex'), signature }
}

/** After handing in, and after every verdict, whoever of the staff gave it: the moments that an applicant may want to prove later. */
export function earnsReceipt(from: CaseState, to: CaseState, mover: Mover): boolean {
  if (from === 'draft') return to === 'submitted'
  if (to === 'rejected') return true
  const judged = from === 'reviewing' || from === 'confirming' || from === 'appealed'
  const byStaff = mover === 'reviewer' || mover === 'admin'
  return byStaff && judged && to !== 'confirming' && to !== 'reviewing'
}

/** Signs the chain as it stands in this transaction and queues the receipt for the applicant. */
export async function queueReceipt(ctx: Ctx, found: Pick<Case, 'id' | 'personId'>): Promise<void> {
  const head = await signHead(ctx, found.id)
  if (head)
    await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'receipt', params: { number: head.number } })
}

/** The receipt that was signed at an entry of a case, worded for its applicant. */
export async function readReceipt(ctx: Ctx, caseId: string, number: number): Promise<MessageView | undefined> {
  const [head] = await ctx.db
    .select({ code: cases.code, hash: auditHeads.hash, signature: auditHeads.signature })
    .from(auditHeads)
    .innerJoin(cases, sql`${cases.id}::text = ${auditHeads.chain}`)
    .where(and(eq(auditHeads.chain, caseId), eq(auditHeads.number, number)))
  return head && { kind: 'receipt', code: head.code, entries: number, receipt: writeReceipt({ ...head, number }) }
}
