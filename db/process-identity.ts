import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A text that tells this process from any other that ever had its pid, or undefined when no such process runs.
 * A pid alone does not do: it is given again, within minutes on a busy machine and at once in a container.
 */
export function processIdentity(pid: number): string | undefined {
  const started = process.platform === 'linux' ? startedLinux(pid) : startedElsewhere(pid)
  return started && `${pid}-${started}`
}

function startedLinux(pid: number): string | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // proc(5): the name, in brackets, may itself hold brackets and spaces; the state follows the last one, field 22 is the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  // The start time counts from boot, so the boot belongs to it.
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  return `${boot}-${fields[19]}`
}

function startedElsewhere(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  })
  const [state, ...started] = (stdout ?? '').trim().split(/\s+/)
  if (!state || state.startsWith('Z')) return undefined
  return started.join('').replaceAll(/[^A-Za-z0-9]/g, '')
}
