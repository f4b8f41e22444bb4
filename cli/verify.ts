import { listChains, readWitness } from '../core/audit/list-chains.ts'
import { findReceipt } from '../core/audit/receipt.ts'
import { checkReceipt, type Flaw, type ReceiptResult, verifyChain } from '../core/audit/verify.ts'
import { type Case, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { Refusal } from '../core/refusal.ts'
import { runTool } from './tool.ts'

const usage = 'usage: npm run verify -- <case code | desk | all> [--receipt <receipt of that case>]\n'

/**
 * `npm run verify -- <case|desk|all>`: recomputes audit chains and holds them against signed heads, of the database and of the file
 * beside it, and against an applicant's receipt. Exit code 1 when one is broken or the receipt does not match, 2 when asked wrongly.
 */
export function run(args: string[]): Promise<number> {
  return runTool('verify', async ctx => {
    const asked = readArguments(args)
    if (!asked) return complain(usage)
    try {
      return await verify(ctx, asked)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return complain(`no case ${asked.what}\n${usage}`)
    }
  })
}

function readArguments(args: string[]): { what: string; receipt?: string } | undefined {
  const [what, flag, receipt, ...more] = args
  if (what === undefined || more.length > 0) return undefined
  if (flag === undefined) return { what }
  const isCase = what !== 'all' && what !== 'desk'
  return flag === '--receipt' && receipt !== undefined && isCase ? { what, receipt } : undefined
}

async function verify(ctx: Ctx, { what, receipt }: { what: string; receipt?: string }): Promise<number> {
  const found = what === 'all' || what === 'desk' ? undefined : await readCase(ctx, { code: what.toUpperCase() })
  const witnessed = await readWitness(ctx, what === 'all' ? undefined : (found?.id ?? what))
  const chains = what === 'all' ? await listChains(ctx, witnessed) : [found?.id ?? what]
  let broken = 0
  for (const chain of chains) {
    const report = await verifyChain(ctx, chain, witnessed.get(chain))
    if ('brokenAt' in report) broken++
    const line =
      'brokenAt' in report
        ? `BROKEN at entry ${report.brokenAt}: ${flawWords[report.why]}`
        : `${report.entries} entries, signed up to ${report.signed}, head ${report.head}`
    say(`${found?.code ?? chain}: ${line}`)
  }
  say(`${chains.length - broken} chains whole, ${broken} broken; signatures by key ${ctx.signer.keyId}`)
  const matches = receipt === undefined || !found || (await sayReceipt(ctx, found, receipt))
  return broken === 0 && matches ? 0 : 1
}

const flawWords: Record<Flaw, string> = {
  missing: 'an entry is missing',
  link: 'the link to the entry before it differs',
  columns: 'the columns differ from the content',
  hash: 'the content does not fit its hash',
  rows: 'the tables beside the record say something else',
  'other-key': 'it was signed with another key than the desk has now',
  signature: 'a signature does not hold',
  rewritten: 'another hash had been signed: the chain was written anew',
  cut: 'a later entry had been signed: the chain was cut',
}

const receiptWords: Record<ReceiptResult, string> = {
  matches: 'the receipt matches',
  'other-case': 'THE RECEIPT IS OF ANOTHER CASE',
  'not-signed': 'THE RECEIPT DOES NOT FIT: not signed by this desk for this chain, or not copied whole',
  cut: 'THE RECEIPT DOES NOT MATCH: the chain was cut before its entry',
  rewritten: 'THE RECEIPT DOES NOT MATCH: the chain was written anew',
}

async function sayReceipt(ctx: Ctx, found: Case, text: string): Promise<boolean> {
  const receipt = findReceipt(text)
  if (!receipt) {
    say('THE RECEIPT CANNOT BE READ: it looks like M-7K3QXD.12.<43 characters>.<86 characters>')
    return false
  }
  const result = await checkReceipt(ctx, found, receipt)
  say(`entry ${receipt.number}: ${receiptWords[result]}`)
  return result === 'matches'
}

function complain(text: string): number {
  process.stderr.write(text)
  return 2
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
