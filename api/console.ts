import { Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { readAgenda } from '../core/booking/agenda.ts'
import { linkCode, openLink } from '../core/call/link.ts'
import { noteThird } from '../core/call/note-third.ts'
import { askPatience } from '../core/call/patience.ts'
import { readDossier } from '../core/case/dossier.ts'
import { readCase } from '../core/case/load.ts'
import { readPhoto, revealField } from '../core/case/reveal.ts'
import { recordFinding } from '../core/check/record.ts'
import type { Ctx } from '../core/context.ts'
import { actorOf, type Met } from '../core/person/meet.ts'
import { refuse } from '../core/refusal.ts'
import { findSession, signOut } from '../core/staff/session.ts'
import { setStatus } from '../core/staff/set-status.ts'
import { checkResults, type Locale, locales } from '../db/values.ts'
import { blindRoutes } from './blind.ts'
import { jsonBody } from './body.ts'
import { sessionCookie } from './calls.ts'
import { captureRoutes } from './captures.ts'
import type { AgendaEntry, Me } from './contract.ts'
import { decisionRoutes } from './decisions.ts'
import { type ApiDeps, visitor } from './deps.ts'
import { drawRoutes } from './draws.ts'
import { join, joinBody } from './join.ts'
import { recordingRoutes } from './recordings.ts'
import { attemptOf, nameDevice, showCase } from './show-case.ts'

/** `locale`: what the page is switched to, else the person's own */
type Env = { Variables: { ctx: Ctx; met: Required<Met>; locale: Locale } }

const statusBody = z.object({ status: z.enum(['online', 'break', 'offline']) })
const checkBody = z.object({
  result: z.enum(checkResults).nullable(),
  reason: z.string().max(40).optional(),
  note: z.string().max(2000).optional(),
})

/** Everything the reviewer's console does, for the person whom the cookie names. */
export function consoleRoutes(deps: ApiDeps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(signedIn(deps))
  const me = async (ctx: Ctx, { person, member }: Required<Met>): Promise<Me> => ({
    name: member.name,
    locale: person.locale,
    timeZone: person.timeZone ?? member.timeZone,
    status: member.status,
    serverNow: ctx.now().toISOString(),
    chatUrl: deps.chatUrl(),
  })

  app.get('/me', async c => c.json(await me(c.var.ctx, c.var.met)))

  app.post('/status', jsonBody(statusBody), async c => {
    const { status } = c.req.valid('json')
    await setStatus(c.var.ctx, { status })
    const { met } = c.var
    return c.json(await me(c.var.ctx, { ...met, member: { ...met.member, status } }))
  })

  app.post('/sign-out', async c => {
    await signOut(c.var.ctx, getCookie(c, sessionCookie) ?? '')
    deleteCookie(c, sessionCookie, { path: '/' })
    return c.json({})
  })

  app.get('/agenda', async c => {
    const { ctx, met } = c.var
    const items = await readAgenda(ctx, met.member.id)
    const entries: AgendaEntry[] = items.map(({ booking, found, device, applicantPresent }) => ({
      caseCode: found.code,
      state: found.state,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      device: nameDevice(device, c.var.locale),
      attempt: attemptOf(found),
      applicantPresent,
      ...(booking.status === 'active' ? {} : { end: booking.status }),
    }))
    return c.json(entries)
  })

  app.get('/cases/:code', async c => {
    const dossier = await readDossier(c.var.ctx, { code: c.req.param('code') })
    return c.json(showCase(c.var.ctx, dossier, c.var.locale))
  })

  app.post('/cases/:code/fields/:field', async c => {
    const value = await revealField(c.var.ctx, { code: c.req.param('code'), field: c.req.param('field') })
    return c.json({ value })
  })

  app.get('/cases/:code/photos/:id', async c => {
    const fileId = z.uuid().safeParse(c.req.param('id'))
    if (!fileId.success) return refuse('not-found', { what: 'file' })
    const { mime, bytes } = await readPhoto(c.var.ctx, { code: c.req.param('code'), fileId: fileId.data })
    return c.body(new Uint8Array(bytes), 200, { 'content-type': mime, 'cache-control': 'private, no-store' })
  })

  app.put('/cases/:code/checks/:key', jsonBody(checkBody), async c => {
    const { ctx } = c.var
    const found = await readCase(ctx, { code: c.req.param('code') })
    const { reason, note, result } = c.req.valid('json')
    await recordFinding(ctx, {
      caseId: found.id,
      check: c.req.param('key'),
      result,
      ...(reason ? { reason } : {}),
      ...(note ? { note } : {}),
    })
    const file = showCase(ctx, await readDossier(ctx, { code: found.code }), c.var.locale)
    const check = file.checks.find(check => check.key === c.req.param('key'))
    return c.json(check ?? refuse('not-found', { what: 'check' }))
  })

  app.post('/cases/:code/join', jsonBody(joinBody), async c => {
    const { ctx } = c.var
    await noteThird(ctx, { code: c.req.param('code') })
    const { booking } = await readDossier(ctx, { code: c.req.param('code') })
    if (!booking?.mine) return refuse('not-found', { what: 'booking' })
    const code = linkCode(ctx, { bookingId: booking.id, role: 'reviewer', version: booking.version })
    return c.json(await join(deps, ctx, await openLink(ctx, code), c.req.valid('json')))
  })

  app.post('/cases/:code/patience', async c => {
    const until = await askPatience(c.var.ctx, { code: c.req.param('code') })
    return c.json({ until: until.toISOString() })
  })

  app.route('/blind', blindRoutes())
  app.route('/', decisionRoutes())
  app.route('/', drawRoutes())
  app.route('/', captureRoutes())
  app.route('/', recordingRoutes())

  return app
}

/** The cookie names the person; a removed member of staff is signed out at once. */
function signedIn(deps: ApiDeps) {
  return createMiddleware<Env>(async (c, next) => {
    const met = await findSession(deps.ctxFor(visitor), getCookie(c, sessionCookie) ?? '')
    c.set('met', met)
    c.set('locale', pageLanguage(c.req.header('accept-language')) ?? met.person.locale)
    c.set('ctx', deps.ctxFor(actorOf(met)))
    await next()
  })
}

/** The page says exactly which language it is switched to; a browser's own header is never just that. */
function pageLanguage(header: string | undefined): Locale | undefined {
  return locales.find(locale => locale === header)
}
