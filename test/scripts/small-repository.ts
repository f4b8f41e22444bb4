import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export interface SmallRepository {
  root: string
  write(files: Record<string, string>): Promise<void>
  run(...args: string[]): { status: number | null; stdout: string; stderr: string; lastLine: string }
  remove(): Promise<void>
}

/** A repository with this one's scripts and packages and next to nothing else, in a folder with a space in its name. */
export async function makeSmallRepository(): Promise<SmallRepository> {
  const root = join(await mkdtemp(join(tmpdir(), 'mianshen-scripts-')), 'a small one')
  await mkdir(root)
  await cp(join(repository, 'scripts'), join(root, 'scripts'), { recursive: true })
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.bench.json'])
    await cp(join(repository, file), join(root, file))
  const write = async (files: Record<string, string>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
  }
  await write({
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'vitest.config.ts': `export default { test: { include: ['test/**/*.test.ts'] } }`,
  })
  return {
    root,
    write,
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NO_COLOR: '1' },
      })
      return { status, stdout, stderr, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '' }
    },
    remove: () => rm(dirname(root), { recursive: true, force: true }),
  }
}
