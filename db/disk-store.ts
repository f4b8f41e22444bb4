import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Files as files, two levels deep by id: written aside, synced, renamed, so that a crash leaves a whole file or none. */
export function createDiskStore(folder: string) {
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('a file id is a UUID')
    return join(folder, id.slice(0, 2), id)
  }
  return {
    async put(id: string, bytes: Buffer): Promise<void> {
      const path = pathOf(id)
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const aside = `${path}.${randomUUID()}`
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
    },
    get: (id: string): Promise<Buffer> => readFile(pathOf(id)),
    remove: (id: string): Promise<void> => rm(pathOf(id), { force: true }),
  }
}
