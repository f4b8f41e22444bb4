import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { openLink } from '../core/call/link.ts'
import { refuse } from '../core/refusal.ts'
import { sessionHours } from '../core/staff/session.ts'
import { signIn, signInToDecide } from '../core/staff/sign-in.ts'
import { jsonBody } from './body.ts'
import type { CallView, SignedIn } from './contract.ts'
import { type ApiDeps, visitor } from './deps.ts'
import { deviceName, join, joinBody } from './join.ts'
import { nameBrowser } from './name-browser.ts'
import { problemOf } from './problem.ts'

export const sessionCookie = 'mianshen_session'

const signInBody = z.object({ device: deviceName })

/** The call link: looking at it uses nothing up; an applicant joins with it, a reviewer signs in with it. */
export function callRoutes(deps: ApiDeps): Hono {
  const app = new Hono()
  // whoever comes by a link that does not work is shown the way back
  app.onError((error, c) => {
    const { log, random } = deps.ctxFor(visitor)
    return problemOf(c, error, log, random(4).toString('hex'), { chatUrl: deps.chatUrl() })
  })

  app.get('/:code', async c => {
    const ctx = deps.ctxFor(visitor)
    const { ref, booking, found, person, reviewer, window, opensAt, closesAt } = await openLink(ctx, c.req.param('code'))
    const view: CallView = {
      role: ref.role,
      caseCode: found.code,
      locale: person.locale,
      window,
      startsAt: booking.startsAt.toISOString(),
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      serverNow: ctx.now().toISOString(),
      chatUrl: deps.chatUrl(),
      reviewerName: reviewer.name,
      ...(person.timeZone ? { timeZone: person.timeZone } : {}),
    }
    return c.json(view)
  })

  app.post('/:code/join', jsonBody(joinBody), async c => {
    const link = await openLink(deps.ctxFor(visitor), c.req.param('code'))
    if (link.ref.role !== 'applicant') return refuse('wrong-role', {})
    const ctx = deps.ctxFor({ kind: 'applicant', personId: link.person.id })
    return c.json(await join(deps, ctx, link, c.req.valid('json')))
  })

  app.post('/:code/sign-in', jsonBody(signInBody), async c => {
    const { token, caseCode } = await signIn(deps.ctxFor(visitor), {
      code: c.req.param('code'),
      ...sittingAt(c, c.req.valid('json').device),
    })
    return c.json(letIn(deps, c, token, { caseCode }))
  })

  app.post('/desk-sign-in', jsonBody(signInBody.extend({ code: z.string().max(200) })), async c => {
    const { code, device } = c.req.valid('json')
    const { token, ...to } = await signInToDecide(deps.ctxFor(visitor), { code, ...sittingAt(c, device) })
    return c.json(letIn(deps, c, token, to))
  })

  return app
}

const sittingAt = (c: Context, device: string) => ({
  device,
  browser: nameBrowser(c.req.header('user-agent')),
  present: getCookie(c, sessionCookie),
})

function letIn(deps: ApiDeps, c: Context, token: string | undefined, to: SignedIn): SignedIn {
  const maxAge = sessionHours * 3600
  if (token) setCookie(c, sessionCookie, token, { httpOnly: true, sameSite: 'Lax', secure: deps.secure, path: '/', maxAge })
  return to
}
