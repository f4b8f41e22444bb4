import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** All files under the given paths (files or folders, relative to the root), sorted, with forward slashes; what is absent counts as nothing. */
export function filesUnder(paths) {
  const files = paths.flatMap(path => {
    const full = join(root, path)
    const found = statSync(full, { throwIfNoEntry: false })
    if (!found) return []
    if (found.isFile()) return [path]
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  })
  return [...new Set(files)].sort()
}

/** A hash of names and contents. Times are not asked: a checkout or a copy changes them all. */
export function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
