import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { type Account, spawnAs } from './account.ts'
import type { Home } from './cluster.ts'

/**
 * The watchdog: a shell in a session of its own, so that neither Ctrl-C nor the killing of our process group reaches it or the
 * server. Its standard input closes when we end, however we end; then it stops the server: fast, after 1.3 s immediate, after
 * 1.7 s killed. It is a shell script because that starts in 2 ms, takes 1 MB in place of Node's 45, and runs the same from
 * source and compiled. It stands in the cluster.
 *
 * Several processes may use one server; each has its guard, known by a file with its pid, and the last one stops the server. A
 * guard writes `stopping-<pid>` before it looks for others, and a newcomer registers before it looks for that file: so one of the
 * two sees the other, and nobody takes over a server that is about to stop.
 *
 * Descriptor 3 is held by the server and its children alone: it closes when the last of them is gone.
 */
const script = `
trap '' HUP INT TERM PIPE
me=../guards/$$
: >"$me" || exit 1
echo ready
# Where /proc tells, it has to stand here too: its pid may be another's by now, or a zombie's that nobody reaps.
lives() { kill -0 "$1" 2>/dev/null && { [ ! -d /proc/self ] || [ "/proc/$1/cwd" -ef . ]; }; }
grace=24
server=
while read -r word port; do
  case $word in
  start)
    "$@" -p "$port" </dev/null >&2 &
    server=$!
    exec 3>&-
    echo "started $server" ;;
  join) exec 3>&- ;;
  stop) grace=44; break ;;
  esac
done
: >"../stopping-$$"
rm -f "$me"
for other in ../guards/*; do
  [ -e "$other" ] || continue
  if lives "\${other##*/}"; then rm -f "../stopping-$$"; exit 0; fi
  rm -f "$other"
done
[ -f postmaster.pid ] && read -r server <postmaster.pid
# Signals are repeated: a server that has just been started may not listen to them yet.
tick=0
while lives "$server"; do
  if [ $tick -lt $grace ]; then signal=INT; elif [ $tick -lt $((grace + 7)) ]; then signal=QUIT; else signal=KILL; fi
  kill -$signal "$server" 2>/dev/null
  sleep 0.05
  tick=$((tick + 1))
done
rm -f "../stopping-$$"
`

export interface Guard {
  /** Starts the server as the guard's child; its pid. Once for a guard. */
  start(port: number): Promise<number>
  /** Guards a server that is there already. */
  join(): void
  /** Lets go; the last guard stops the server first. */
  release(): Promise<void>
  /** Settles when the server that this guard started is gone with all its processes. */
  readonly serverGone: Promise<void>
  /** Settles when the guard itself has ended. */
  readonly ended: Promise<void>
}

export async function openGuard(home: Home, account: Account | undefined, command: string[]): Promise<Guard> {
  const log = openSync(home.log, 'a', 0o600)
  let child: ChildProcess
  try {
    child = spawn('/bin/sh', ['-c', script, 'mianshen-postgresql-guard', ...command], {
      ...spawnAs(account, home.cluster),
      detached: true,
      stdio: ['pipe', 'pipe', log, 'pipe'],
    })
  } finally {
    closeSync(log)
  }
  const { stdin, stdout } = child
  const life = child.stdio[3]
  if (!stdin || !stdout || !(life instanceof Socket)) throw new Error('the guard was started without its pipes')
  const ended = new Promise<void>((resolve, reject) => child.once('error', reject).once('exit', () => resolve()))
  ended.catch(() => undefined)
  // The guard may have been killed; that is seen by `ended`.
  stdin.on('error', () => undefined)
  life.on('error', () => undefined)
  const serverGone = new Promise<void>(resolve => life.once('close', () => resolve()).resume())
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const line = await Promise.race([lines.next(), ended.then(() => undefined)])
    if (!line || line.done) throw new Error(`the guard of the embedded PostgreSQL ended; see ${home.log}`)
    return line.value
  }
  await nextLine()
  return {
    async start(port) {
      stdin.write(`start ${port}\n`)
      return Number((await nextLine()).split(' ')[1])
    },
    join: () => void stdin.write('join\n'),
    async release() {
      stdin.end('stop\n')
      await ended
      // Another process may use the server on; its end of this would keep us from ending.
      life.destroy()
    },
    serverGone,
    ended,
  }
}
