import { copyFile, open, stat, truncate } from 'node:fs/promises'

/** The server writes to one open file, in append mode, so that it can be cut to nothing under its hands; one older part is kept. */
export async function boundLog(path: string, maxBytes = 2_000_000): Promise<void> {
  const size = await logSize(path)
  if (size <= maxBytes) return
  await copyFile(path, `${path}.1`)
  await truncate(path)
}

export async function logSize(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

/** What was logged after `offset`, the last 2,000 bytes of it. */
export async function logSince(path: string, offset: number): Promise<string> {
  const file = await open(path).catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const start = Math.max(offset, size - 2000)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(size - start, 0)), 0, Math.max(size - start, 0), start)
    return buffer.toString('utf8', 0, bytesRead).trim()
  } finally {
    await file.close()
  }
}
