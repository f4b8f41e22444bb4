import { describeError } from '../core/database-errors.ts'

/** One line per part as it becomes ready, on standard output; logs go to standard error. */
export function say(part: string, text: string): void {
  process.stdout.write(part === 'ready' ? `\n  面审 Mianshen → ${text}\n` : `  ✓ ${part.padEnd(9)} ${text}\n`)
}

/** Why the program does not start. An expected reason is one sentence; anything else comes with its stack. */
export function sayProblem(problem: unknown): void {
  if (typeof problem === 'string') {
    process.stderr.write(`${problem}\n`)
    return
  }
  const { name, message, stack } = describeError(problem)
  process.stderr.write(`${stack ?? `${name}: ${message}`}\n`)
}

/** A reason not to start that somebody can mend: its message says how. */
export class StartProblem extends Error {}
