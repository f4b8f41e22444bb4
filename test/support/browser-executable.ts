import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { takeLock } from '../../db/process-lock.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
/** of Debian and Ubuntu, by the libraries that a slim image lacks and the npm Chromium does not bring */
const packages: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libssl3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
}

/** CHROMIUM_PATH, or an installed Chromium or Chrome, or the one that npm brings. */
export async function chromiumExecutable(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names no program: ${named}`)
    return named
  }
  return installed() ?? (await fromNpm())
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = folders.flatMap(folder => names.map(name => join(folder, name)))
  return [...candidates, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `@sparticuz/chromium` unpacks itself into the folder for temporary files. Linux x64 only. */
export async function fromNpm(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser for the tests: install Chromium or Chrome, or name one in CHROMIUM_PATH')
  }
  // It takes a half-unpacked file for a whole one, so only one test file at a time may ask.
  const lock = await takeLock(join(tmpdir(), 'mianshen-chromium-lock'), '', 60_000)
  const path = await chromium.executablePath().finally(lock.release)
  const missing = missingLibraries(path)
  if (missing.length > 0) {
    const wanted = [...new Set(missing.map(library => packages[library] ?? library))].join(' ')
    throw new Error(
      `The tests' Chromium lacks system libraries: ${missing.join(', ')}. On Debian or Ubuntu: apt-get install ${wanted}`,
    )
  }
  return path
}

/** What the dynamic linker does not find for this program. */
function missingLibraries(path: string): string[] {
  const listed = execFileSync('ldd', [path], { encoding: 'utf8' })
  return [...listed.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '')
}
