import type { WSContext, WSEvents } from 'hono/ws'
import { z } from 'zod'
import { findPairOf } from '../core/booking/pair-of.ts'
import { endCall } from '../core/call/end.ts'
import { type Frame, readFrame } from '../core/call/frames.ts'
import { changeMedia, enterRoom, keepSeat, leaveRoom, passOn, showStep } from '../core/call/room.ts'
import { readTicket, type Ticket } from '../core/call/ticket.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { noteCamera } from '../core/environment/note-camera.ts'
import type { Sql } from '../db/client.ts'
import type { RoomDown, Step } from './contract.ts'
import { type ApiDeps, visitor } from './deps.ts'

const media = z.object({ camera: z.boolean(), microphone: z.boolean() })
const steps = ['waiting', 'identity', 'environment', 'questions', 'verdict'] as const satisfies readonly Step[]
const maxFrameBytes = 64 * 1024
const tenSecondsMs = 10_000
/** As long as a browser's name for a camera gets. */
const camera = z.string().max(200).optional()
const up = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), ticket: z.string().max(1000), media, camera }),
  z.object({ type: z.literal('signal'), data: z.unknown() }),
  z.object({ type: z.literal('media'), media, camera }),
  z.object({ type: z.literal('quality'), quality: z.enum(['good', 'fair', 'poor']) }),
  z.object({ type: z.literal('step'), step: z.enum(steps) }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('line'), text: z.string().trim().min(1).max(200) }),
  z.object({ type: z.literal('ping') }),
])
type Up = z.output<typeof up>

interface Member {
  ws: WSContext
  ticket: Ticket
  ctx: Ctx
}

/** The sockets that this process holds. What one says reaches the other through the database, whichever process holds it. */
export async function openRooms(deps: ApiDeps, sql: Sql) {
  const { helloWithinMs = tenSecondsMs } = deps
  const members = new Set<Member>()
  const ctx = deps.ctxFor(visitor)

  const deliver = async (payload: string) => {
    const [bookingId = '', id = ''] = payload.split(':')
    if (![...members].some(member => member.ticket.bookingId === bookingId)) return
    const frame = await readFrame(ctx, Number(id))
    if (!frame) return
    for (const member of members) if (isFor(frame, member.ticket)) pass(member, frame.down as RoomDown)
  }
  const pass = (member: Member, down: RoomDown) => {
    send(member.ws, down)
    if (down.type !== 'closed') return
    members.delete(member)
    member.ws.close(1000, down.reason)
  }
  // in order: a later frame of a room must not overtake an earlier one
  let queue = Promise.resolve()
  const listening = await sql.listen('room', payload => {
    queue = queue
      .then(() => deliver(payload))
      .catch(err => ctx.log.error({ err: describeError(err) }, 'a frame was not delivered'))
  })

  /** One socket's life. Its frames are taken one after another. */
  const socket = (): WSEvents => {
    let member: Member | undefined
    let turn = Promise.resolve()
    let silence: NodeJS.Timeout | undefined
    const handle = async (raw: unknown, ws: WSContext) => {
      const message = parse(raw)
      if (!message) return send(ws, { type: 'error', code: 'malformed' })
      if (message.type === 'hello') {
        // said in time, however long the answer takes
        clearTimeout(silence)
        member = await enter(message, ws)
      } else if (!member) send(ws, { type: 'error', code: 'hello-first' })
      else await act(member, message)
    }
    return {
      onOpen(_event, ws) {
        silence = setTimeout(() => member ?? ws.close(1008, 'hello-first'), helloWithinMs)
      },
      onMessage(event, ws) {
        turn = turn
          .then(() => handle(event.data, ws))
          .catch(err => {
            ctx.log.error({ err: describeError(err) }, 'a room message failed')
            send(ws, { type: 'error', code: 'internal' })
          })
      },
      onClose() {
        clearTimeout(silence)
        turn = turn.then(async () => {
          if (!member) return
          members.delete(member)
          await leaveRoom(member.ctx, member.ticket).catch(err => ctx.log.error({ err: describeError(err) }, 'leaving failed'))
        })
      },
    }
  }

  const enter = async (hello: Extract<Up, { type: 'hello' }>, ws: WSContext): Promise<Member | undefined> => {
    const ticket = readTicket(ctx, hello.ticket, Date.now())
    const member = ticket && { ws, ticket, ctx: deps.ctxFor(await actorIn(ctx, ticket)) }
    if (member) members.add(member)
    const entered = member && (await enterRoom(member.ctx, member.ticket, hello.media))
    if (!entered) {
      if (member) members.delete(member)
      send(ws, { type: 'closed', reason: 'ticket' })
      ws.close(1008, 'ticket')
      return undefined
    }
    send(ws, {
      type: 'ready',
      step: entered.step as Step,
      peer: entered.peer,
      recording: entered.recording,
      ...(entered.prompt ? { prompt: entered.prompt } : {}),
      ...(entered.patienceUntil ? { patienceUntil: entered.patienceUntil } : {}),
    })
    if (hello.camera) await noteCamera(member.ctx, member.ticket, hello.camera)
    return member
  }

  const act = async ({ ws, ticket, ctx }: Member, message: Exclude<Up, { type: 'hello' }>): Promise<void> => {
    switch (message.type) {
      case 'ping':
        if (await keepSeat(ctx, ticket)) send(ws, { type: 'pong' })
        else {
          send(ws, { type: 'closed', reason: 'replaced' })
          ws.close(1000, 'replaced')
        }
        return
      case 'signal':
        return passOn(ctx, ticket, { type: 'signal', data: message.data })
      case 'line':
        return passOn(ctx, ticket, { type: 'line', text: message.text, from: ticket.role })
      case 'quality':
        return passOn(ctx, ticket, { type: 'quality', quality: message.quality })
      case 'media':
        if (message.camera) await noteCamera(ctx, ticket, message.camera)
        return changeMedia(ctx, ticket, message.media)
    }
    if (ticket.role !== 'reviewer') return send(ws, { type: 'error', code: 'not-allowed' })
    return message.type === 'step' ? showStep(ctx, ticket, message.step) : endCall(ctx, { bookingId: ticket.bookingId })
  }

  return {
    socket,
    async close() {
      await listening.unlisten()
      for (const { ws } of members) ws.close(1001, 'restarting')
      members.clear()
      await queue
    },
  }
}

function isFor(frame: Frame, ticket: Ticket): boolean {
  if (frame.bookingId !== ticket.bookingId || (frame.to !== 'both' && frame.to !== ticket.role)) return false
  if (frame.onlySession !== undefined) return frame.onlySession === ticket.session
  return frame.exceptSession !== ticket.session
}

function parse(raw: unknown): Up | undefined {
  if (typeof raw !== 'string' || raw.length > maxFrameBytes) return undefined
  try {
    const parsed = up.safeParse(JSON.parse(raw))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function send(ws: WSContext, down: RoomDown): void {
  if (ws.readyState === 1) ws.send(JSON.stringify(down))
}

/** A ticket was signed by this desk, so its bearer acts as the person whose seat it names. */
async function actorIn(ctx: Ctx, { bookingId, role }: Ticket): Promise<Actor> {
  const people = await findPairOf(ctx, bookingId)
  return role === 'reviewer' ? people.reviewer : people.applicant
}
