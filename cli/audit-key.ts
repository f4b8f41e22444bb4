import { runTool } from './tool.ts'

/** `npm run audit-key`: the public half of the key that signs heads of the audit trail, for auditors. */
export function run(): Promise<number> {
  return runTool('audit-key', async ctx => {
    process.stdout.write(`${ctx.signer.publicKey}key id ${ctx.signer.keyId}\n`)
    return 0
  })
}
