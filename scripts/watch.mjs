import { spawn } from 'node:child_process'
import { existsSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './build/inputs.mjs'
import { build } from './build.mjs'

const start = fileURLToPath(new URL('./start.mjs', import.meta.url))
const quietMs = 150

/** Builds and starts again after every change to a source, once nothing has changed for a moment. Ctrl-C reaches the running program itself. */
export async function watchAndRestart() {
  let child
  let timer
  let ending = false
  let restarting = Promise.resolve()

  const run = () => {
    child = spawn(process.execPath, [start], { stdio: 'inherit' })
    child.once('exit', code => {
      child = undefined
      if (ending) process.exit(code ?? 1)
    })
  }
  const stopChild = async () => {
    if (!child) return
    const exited = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await exited
  }
  const restart = async () => {
    // What cannot be built leaves the last good program running.
    if (ending || !(await build())) return
    await stopChild()
    run()
  }
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      restarting = restarting.then(restart)
    }, quietMs)
  }

  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'))
  for (const path of [...include, 'web'].filter(path => existsSync(join(root, path)))) {
    watch(join(root, path), { recursive: !path.endsWith('.ts') }, changed)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      ending = true
      if (!child) process.exit(0)
      if (signal === 'SIGTERM') child.kill('SIGTERM')
    })
  }
  await restart()
}
