import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Encrypter } from 'age-encryption'
import { zipSync } from 'fflate'
import type { Evidence } from '../../core/evidence/collect.ts'
import { writeReport } from '../../texts/evidence-report.ts'
import { drawReport } from './pdf.ts'

const verifier = new URL('./verify.mjs', import.meta.url)
/** 2^15: the passphrase has 99 bits of its own and needs no slow guessing; 32 MB and a tenth of a second. */
const scryptLogN = 15

type Files = Record<string, Uint8Array>

/** Both reports, what they are made from, the chain with what checks it, and a manifest that `sha256sum -c` reads. */
export async function makeFiles(evidence: Evidence, timeZone: string): Promise<Files> {
  const { photos, entries, heads, publicKey, salt } = evidence
  const files: Files = {}
  for (const locale of ['zh-CN', 'en'] as const)
    files[`report.${locale}.pdf`] = await drawReport(writeReport(evidence, locale, timeZone), photos, evidence.madeAt)
  files['case.json'] = Buffer.from(JSON.stringify({ ...withoutBytes(evidence) }, null, 2))
  files['chain.jsonl'] = lines(entries)
  files['heads.jsonl'] = lines(heads)
  files['audit-key.pem'] = Buffer.from(publicKey)
  if (salt !== undefined) files['commitment-salt.txt'] = Buffer.from(`${salt}\n`)
  files['verify.mjs'] = await readFile(verifier)
  for (const { id, kind, mime, bytes } of photos) files[`photos/${kind}-${id}.${mime.split('/')[1] ?? 'bin'}`] = bytes
  const listed = Object.entries(files).map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  files['manifest.sha256'] = Buffer.from(listed.join(''))
  return files
}

/** One zip, encrypted in the age format (age-encryption.org/v1) with a passphrase. */
export async function sealFiles(files: Files, passphrase: string): Promise<{ bytes: Buffer; sha256: string }> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(scryptLogN)
  encrypter.setPassphrase(passphrase)
  const bytes = Buffer.from(await encrypter.encrypt(zipSync(files)))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What stands in files of its own is left out. */
function withoutBytes({
  entries: _entries,
  stateChanges: _changes,
  heads: _heads,
  publicKey: _key,
  salt: _salt,
  photos,
  found,
  ...rest
}: Evidence): object {
  const { id, code, state, createdAt, submittedAt, decidedAt, orderCode, termMonths, scope } = found
  const shown = { id, code, state, createdAt, submittedAt, decidedAt, orderCode, termMonths, scope }
  return { found: shown, ...rest, photos: photos.map(({ bytes: _bytes, ...photo }) => photo) }
}

const lines = (rows: readonly object[]): Buffer => Buffer.from(rows.map(row => `${JSON.stringify(row)}\n`).join(''))
