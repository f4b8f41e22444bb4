import { type Case, findLatestCase, readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { readWitness } from './list-chains.ts'
import { findReceipt } from './receipt.ts'
import { type ChainReport, checkReceipt, type ReceiptResult, verifyChain } from './verify.ts'

export interface OwnVerification {
  code: string
  report: ChainReport
  /** absent: none was given */
  receipt?: { number: number; result: ReceiptResult }
}

/**
 * What an applicant is told of the own record: of the application that the receipt in `text` names, else of the newest. Undefined
 * where there is none, or the receipt is of somebody else's. A chain that does not hold is logged for the desk.
 */
export async function verifyOwn(ctx: Ctx, input: { personId: string; text: string }): Promise<OwnVerification | undefined> {
  const receipt = findReceipt(input.text)
  const found = receipt ? await readOwn(ctx, receipt.code) : await findLatestCase(ctx, input.personId)
  if (!found) return undefined
  const report = await verifyChain(ctx, found.id, (await readWitness(ctx, found.id)).get(found.id))
  const result = receipt && (await checkReceipt(ctx, found, receipt))
  const isBad = 'brokenAt' in report || result === 'cut' || result === 'rewritten'
  if (isBad) ctx.log.error({ case: found.code, report, result }, 'an audit chain does not hold')
  return { code: found.code, report, ...(receipt && result ? { receipt: { number: receipt.number, result } } : {}) }
}

/** Somebody else's case looks like none. */
async function readOwn(ctx: Ctx, code: string): Promise<Case | undefined> {
  return readCase(ctx, { code }).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}
