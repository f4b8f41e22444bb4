import { setTimeout as pause } from 'node:timers/promises'
import { deriveKeys } from '../../core/vault/keys.ts'
import { beginRotation, rewrapKeys } from '../../core/vault/rewrap.ts'
import { type DeskSettings, openDesk } from '../../start/desk.ts'

/** Changes the master key as `npm run rotate-key` does, says so after each batch, and then waits to be killed. */
const { settings, to }: { settings: DeskSettings; to: string } = JSON.parse(process.argv[2] ?? '{}')
const quiet = { info() {}, warn() {}, error() {} }
const desk = await openDesk(settings, quiet)
const ctx = { ...desk.ctx, actor: { kind: 'job', name: 'rotate-process' } as const }
const rotation = { from: ctx.keys.wrap, to: deriveKeys(Buffer.from(to, 'base64')).wrap }
await beginRotation(ctx, rotation)
await rewrapKeys(ctx, rotation, async count => {
  process.stdout.write(`${count}\n`)
  await pause(60_000)
})
