import { listChains } from '../core/audit/list-chains.ts'
import { verifyChain } from '../core/audit/verify.ts'
import { readCase } from '../core/case/load.ts'
import { Refusal } from '../core/refusal.ts'
import { runTool } from './tool.ts'

const usage = 'usage: npm run verify -- <case code | desk | all>\n'

/** `npm run verify -- <case|all>`: recomputes audit chains; exit code 1 when one is broken. */
export function run([what]: string[]): Promise<number> {
  return runTool('verify', async ctx => {
    if (!what) {
      process.stderr.write(usage)
      return 2
    }
    try {
      const chains =
        what === 'all' ? await listChains(ctx) : [what === 'desk' ? what : (await readCase(ctx, { code: what.toUpperCase() })).id]
      let broken = 0
      for (const chain of chains) {
        const report = await verifyChain(ctx, chain)
        if ('brokenAt' in report) broken++
        const line =
          'brokenAt' in report
            ? `BROKEN at entry ${report.brokenAt}: ${report.why}`
            : `${report.entries} entries, head ${report.head}`
        process.stdout.write(`${chain}: ${line}\n`)
      }
      process.stdout.write(`${chains.length - broken} chains whole, ${broken} broken\n`)
      return broken === 0 ? 0 : 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      process.stderr.write(`no case ${what}\n${usage}`)
      return 2
    }
  })
}
