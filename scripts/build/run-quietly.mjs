import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { root } from './inputs.mjs'

/** Runs a program in the root; what it printed when it failed, undefined when it did not. */
export async function runQuietly(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve, reject) =>
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal)),
  )
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return status === 0 ? undefined : `${out}${err}`.trim() || `${command} ended with ${status}`
}
