import { and, count, desc, eq, notInArray } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { type CaseState, type LookupKind, lookupKinds } from '../../db/values.ts'
import { normaliseText } from '../application/normalise.ts'
import { readPhone } from '../application/parse-phone.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { findBlindCases } from '../identity/blind.ts'
import { hashOf, type Lookup } from '../lookup/hash.ts'
import { normaliseName, normaliseNumber, phoneEnd } from '../lookup/normalise.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { openLookupKey } from '../vault/lookup-key.ts'

/** By what a search found something. */
export type FoundBy = 'code' | 'number' | 'phone' | 'phone-end' | 'name'

export interface FoundCases {
  by: FoundBy
  /** names the search without saying what was searched for: for turning pages */
  key: string
  entries: { code: string; state: CaseState; createdAt: string }[]
  total: number
  /** 1 is the first */
  page: number
  pages: number
}

const searchable: readonly LookupKind[] = ['number', 'phone', 'phone-end', 'name']
const pageSize = 8

/**
 * Cases by code, document number, phone, the phone's last four digits or the whole name, newest first; the first of these that finds
 * something counts. Values are compared as keyed hashes: none is opened, and none is written anywhere; an admin who
 * has yet to type a case's name and number from the card does not find it by them. Admins only. Undefined: nothing.
 */
export async function findCases(ctx: Ctx, input: { query: string }): Promise<FoundCases | undefined> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const byCode = await findByCode(ctx, input.query)
    if (byCode) return byCode
    for (const lookup of await hashesOf(ctx, input.query)) {
      const found = await readPage(ctx, lookup, 1)
      if (found.total === 0) continue
      await appendAudit(ctx, 'desk', 'cases.searched', { by: found.by, found: found.total })
      return found
    }
    await appendAudit(ctx, 'desk', 'cases.searched', { found: 0 })
    return undefined
  })
}

/** Another page of a search, by its key; a page past the last is the last. `not-found` for a key that no search gave out. */
export async function turnFoundPage(ctx: Ctx, input: { key: string; page: number }): Promise<FoundCases> {
  refuseUnlessAdmin(ctx)
  const [, kindNumber = '', hash = ''] = /^(\d)([\w-]{22})$/.exec(input.key) ?? []
  const kind = searchable.find(kind => String(lookupKinds.indexOf(kind)) === kindNumber)
  if (!kind) return refuse('not-found', { what: 'case' })
  return readPage(ctx, { kind, hash: Buffer.from(hash, 'base64url') }, input.page)
}

/** As people write it: in any case, with or without its `M-`. */
async function findByCode(ctx: Ctx, query: string): Promise<FoundCases | undefined> {
  const [, code] = /^M?([2-9A-Z]{6})$/.exec(normaliseNumber(query)) ?? []
  if (!code) return undefined
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(eq(cases.code, `M-${code}`))
  if (!found || found.state === 'draft') return undefined
  const entry = { code: found.code, state: found.state, createdAt: found.createdAt.toISOString() }
  return { by: 'code', key: '', entries: [entry], total: 1, page: 1, pages: 1 }
}

/** Everything that these words may be, the most telling first. */
async function hashesOf(ctx: Ctx, query: string): Promise<Lookup[]> {
  const key = await openLookupKey(ctx)
  const number = normaliseNumber(query)
  const name = normaliseName(query)
  const typed = readPhone(query)
  const phone = typed.ok ? typed : readPhone(`+86 ${normaliseText(query).replace(/^0(?!0)/, '')}`)
  const end = isPhoneEnd(query) ? phoneEnd(query) : undefined
  return [
    ...(number.length > 5 ? [hashOf(key, 'number', number)] : []),
    ...(phone.ok ? [hashOf(key, 'phone', phone.value)] : []),
    ...(end ? [hashOf(key, 'phone-end', end)] : []),
    ...(name ? [hashOf(key, 'name', name)] : []),
  ]
}

/** Four digits however they are written: `80 00`, `尾号 8000`, `ends in 8000`, or as the dossier shows a number: `138 **** 8000`. */
function isPhoneEnd(query: string): boolean {
  const said = normaliseText(query).replace(/^(?:手机)?(?:尾号|后四位)(?:是|[\s:])*|^(?:ends? (?:in|with)|ending)\s+/iu, '')
  return /^\d[\s-]?\d[\s-]?\d[\s-]?\d$/.test(said) || /^\+?[\d\s]*[*•·…]+\s*\d{4}$/u.test(said)
}

async function readPage(ctx: Ctx, { kind, hash }: Lookup, page: number): Promise<FoundCases> {
  const hidden = kind === 'number' || kind === 'name' ? await findBlindCases(ctx) : []
  const open = hidden.length > 0 ? notInArray(lookups.caseId, hidden) : undefined
  const match = and(eq(lookups.kind, kind), eq(lookups.hash, hash), open)
  const [counted] = await ctx.db.select({ total: count() }).from(lookups).where(match)
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await ctx.db
    .select({ code: cases.code, state: cases.state, createdAt: cases.createdAt })
    .from(lookups)
    .innerJoin(cases, eq(cases.id, lookups.caseId))
    .where(match)
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(pageSize)
    .offset((shown - 1) * pageSize)
  return {
    // guarantee: only kinds of `searchable` come here
    by: kind as FoundBy,
    key: `${lookupKinds.indexOf(kind)}${hash.toString('base64url')}`,
    entries: rows.map(row => ({ ...row, createdAt: row.createdAt.toISOString() })),
    total,
    page: shown,
    pages,
  }
}
