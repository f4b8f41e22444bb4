import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './inputs.mjs'

const path = join(root, 'dist', '.build-lock')

/** Runs `work` while no other process builds; waits for one that does. The lock of a dead process does not count. */
export async function underBuildLock(work) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const own = join(root, 'dist', `.build-lock-${process.pid}`)
  writeFileSync(own, String(process.pid))
  try {
    // A link appears with its content or not at all, and only one process can make it.
    while (!tryLink(own)) {
      const holder = Number(read(path))
      if (holder && !isAlive(holder)) breakLock(holder)
      else await pause(50)
    }
  } finally {
    rmSync(own, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryLink(own) {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Two may break it at once, and the second would take the lock that the first has made since: that one is put back. */
function breakLock(holder) {
  const aside = `${path}-broken-${process.pid}`
  try {
    renameSync(path, aside)
    if (Number(read(aside)) !== holder) tryLink(aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  rmSync(aside, { force: true })
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
