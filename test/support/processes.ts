import { execFileSync } from 'node:child_process'
import { processIdentity } from '../../db/process-identity.ts'
import { until } from './wait.ts'

/** A process and all its descendants, as identities that outlive the reuse of their pids. */
export function processTree(pid: number): string[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = listed
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  const tree = new Set([pid])
  // Parents stand before their children only by chance, so again until nothing is added.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size
    for (const [child, parent] of pairs) if (child && parent && tree.has(parent)) tree.add(child)
  }
  return [...tree].map(processIdentity).filter(identity => identity !== undefined)
}

/** Those of them that still run. */
export function stillRunning(identities: string[]): string[] {
  return identities.filter(identity => processIdentity(Number.parseInt(identity, 10)) === identity)
}

export async function untilGone(identities: string[], timeoutMs: number): Promise<void> {
  await until(() => stillRunning(identities).length === 0, { what: `processes ${identities.join(', ')} to end`, timeoutMs })
}
