import { Hono } from 'hono'
import { z } from 'zod'
import { commandsFor } from '../bot-api/commands.ts'
import type { ClockState, SandboxClock, SandboxState } from '../contract.ts'
import { faultSchema } from '../faults.ts'
import type { SandboxOptions } from '../sandbox.ts'
import { asSandboxUser } from '../store/people.ts'
import { openWebApp } from '../web-app.ts'
import type { World } from '../world.ts'
import { editText, findPerson, press, say, sayText, setBlocked } from './acts.ts'
import { ClientError, InputError, sayRefusal } from './errors.ts'
import { streamEvents } from './events.ts'
import { input, readInput } from './input.ts'
import { makeNewcomer } from './newcomer.ts'
import { makeSticker, makeVoice } from './samples.ts'
import { shareUsers } from './share-users.ts'
import { readUpload, takeDocument, takePhoto } from './uploads.ts'

const NEWEST = 200

/** The users' side of the messenger, below `/sandbox/api`; `contract.ts` says what it speaks. */
export function clientRoutes(world: World, clock: SandboxClock | undefined, onLanguage?: SandboxOptions['onLanguage']): Hono {
  const app = new Hono()
  const person = (id: string) => findPerson(world, Number(id))

  app.get('/state', async c => {
    const users = world.people.all().map(asSandboxUser)
    const state: SandboxState = { bot: world.bot, users, ...(clock ? { clock: await clock.state() } : {}) }
    return c.json(state)
  })
  app.get('/events', () => streamEvents(world))
  app.get('/files/:id', async c => {
    const file = await world.files.find(c.req.param('id'))
    if (!file) throw new ClientError('no-file')
    const headers = {
      'content-type': contentType(file.path),
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }
    return c.body(await world.files.read(file.fileId), 200, { ...headers, 'content-security-policy': 'sandbox' })
  })

  app.post('/users', async c => {
    const newcomer = makeNewcomer(await readInput(c.req.raw, input.newUser), id => world.people.find(id) !== undefined)
    await world.people.save(newcomer)
    world.events.emit({ type: 'users' })
    return c.json(asSandboxUser(newcomer))
  })
  app.patch('/users/:id', async c => {
    const { languageCode } = await readInput(c.req.raw, input.language)
    const changed = await world.people.save({ ...person(c.req.param('id')), languageCode })
    world.events.emit({ type: 'users' })
    world.events.emit({ type: 'commands', chatId: changed.id })
    await onLanguage?.(asSandboxUser(changed))
    return c.json(asSandboxUser(changed))
  })

  app.get('/chats/:id', async c => {
    const who = person(c.req.param('id'))
    const messages = await world.messages.newest(who.id, NEWEST)
    return c.json({ messages, commands: commandsFor(world.settings, who), blocked: who.blocked })
  })
  app.post('/chats/:id/text', async c => {
    const { text, replyTo } = await readInput(c.req.raw, input.text)
    return c.json(await sayText(world, person(c.req.param('id')), text, replyTo))
  })
  app.post('/chats/:id/photo', async c => {
    const who = person(c.req.param('id'))
    return c.json(await say(world, who, await takePhoto(world.files, await readUpload(c.req.raw))))
  })
  app.post('/chats/:id/document', async c => {
    const who = person(c.req.param('id'))
    return c.json(await say(world, who, await takeDocument(world.files, await readUpload(c.req.raw))))
  })
  app.post('/chats/:id/contact', async c => {
    const who = person(c.req.param('id'))
    const { userId = who.id } = await readInput(c.req.raw, input.contact)
    const { id, firstName, lastName, phone } = findPerson(world, userId)
    const names = { first_name: firstName, ...(lastName ? { last_name: lastName } : {}) }
    return c.json(await say(world, who, { contact: { phone_number: phone, ...names, user_id: id } }))
  })
  app.post('/chats/:id/users', async c => {
    const chosen = await readInput(c.req.raw, input.users)
    return c.json(await shareUsers(world, person(c.req.param('id')), chosen))
  })
  app.post('/chats/:id/location', async c => {
    const location = await readInput(c.req.raw, input.location)
    return c.json(await say(world, person(c.req.param('id')), { location }))
  })
  app.post('/chats/:id/sticker', async c => c.json(await say(world, person(c.req.param('id')), await makeSticker(world.files))))
  app.post('/chats/:id/voice', async c => c.json(await say(world, person(c.req.param('id')), await makeVoice(world.files))))
  app.post('/chats/:id/edit', async c => {
    const { messageId, text } = await readInput(c.req.raw, input.edit)
    return c.json(await editText(world, person(c.req.param('id')), messageId, text))
  })
  app.post('/chats/:id/press', async c => {
    const { messageId, data } = await readInput(c.req.raw, input.press)
    return c.json({ queryId: await press(world, person(c.req.param('id')), messageId, data) })
  })
  app.post('/chats/:id/web-app', async c => {
    const { url } = await readInput(c.req.raw, input.webApp)
    return c.json({ url: openWebApp(url, person(c.req.param('id')), world.token, world.now()) })
  })
  app.post('/chats/:id/block', async c => {
    const { blocked } = await readInput(c.req.raw, input.block)
    await setBlocked(world, person(c.req.param('id')), blocked)
    return c.json({})
  })

  app.get('/faults', c => c.json(world.faults.list()))
  app.put('/faults', async c => {
    world.faults.replace(await readInput(c.req.raw, z.array(faultSchema)))
    return c.json(world.faults.list())
  })
  app.get('/clock', async c => c.json(await readClock(clock)))
  app.post('/clock', async c => {
    const { to } = await readInput(c.req.raw, input.clock)
    await clock?.moveTo(to === 'real' ? 'real' : new Date(to))
    const state = await readClock(clock)
    world.events.emit({ type: 'clock' })
    return c.json(state)
  })

  app.all('*', () => {
    throw new ClientError('no-such-thing')
  })
  app.onError((error, c) => {
    if (error instanceof InputError) return c.json({ error: error.message }, 400)
    if (!(error instanceof ClientError)) throw error
    const { status, error: sentence } = sayRefusal(error, c.req.header('accept-language'))
    return c.json({ error: sentence }, status)
  })
  return app
}

function readClock(clock: SandboxClock | undefined): Promise<ClockState> {
  if (!clock) throw new ClientError('no-clock')
  return clock.state()
}

/** Pictures and sound are shown; anything else, whatever it claims to be, is only offered as a download. */
function contentType(path: string): string {
  const known: Record<string, string> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    gif: 'image/gif',
    oga: 'audio/ogg',
    ogg: 'audio/ogg',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
  }
  return known[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
