import { open } from 'node:fs/promises'

/** A file that only grows, a line at a time; see core/audit/witness.ts. */
export function createHeadWitness(path: string) {
  return {
    async append(lines: readonly string[]): Promise<void> {
      if (lines.length === 0) return
      const file = await open(path, 'a', 0o600)
      try {
        await file.writeFile(`${lines.join('\n')}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async *lines(): AsyncGenerator<string> {
      const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (file) yield* file.readLines()
    },
  }
}
