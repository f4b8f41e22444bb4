import { readFileSync, statSync } from 'node:fs'

/** The operating-system user the server runs as, when it is not our own. */
export interface Account {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. As root, the owner of an existing cluster stays its owner; a new one goes to `postgres`, or else
 * `nobody`. Undefined: run as we are.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return fromPasswd('postgres') ?? fromPasswd('nobody') ?? { uid: 65534, gid: 65534 }
}

function fromPasswd(name: string): Account | undefined {
  let lines: string[]
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return undefined
  }
  const fields = lines.find(line => line.startsWith(`${name}:`))?.split(':')
  if (!fields) return undefined
  // macOS writes nobody's ids as -2; `>>> 0` makes them what the system calls take.
  return { uid: Number(fields[2]) >>> 0, gid: Number(fields[3]) >>> 0 }
}

/**
 * How a child is started for the server: as its user, in a directory, with an environment of its own. Ours would hand our secrets to another
 * user's process, and PG* variables to the server.
 */
export function spawnAs(account: Account | undefined, cwd: string) {
  return {
    ...account,
    cwd,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/run/current-system/sw/bin', LC_ALL: 'C' },
  }
}

/**
 * How the server names its cluster. Under another user's id the folders above it may be closed (a repository under /root), but
 * a process may always use the directory it stands in: the server is started standing in the cluster and calls it by this
 * name. So the cluster stays in DATA_DIR, and no permission of the folders above is touched.
 */
export function clusterName(cluster: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : cluster
}
