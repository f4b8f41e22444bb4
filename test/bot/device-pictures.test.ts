import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeDevice } from '../../core/device/change.ts'
import { devicePictures, devices } from '../../db/schema/catalogue.ts'
import { drawDevices } from '../../jobs/pictures/devices.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { actorOfMember } from '../support/desk.ts'
import { adminId, makePhoto, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

const photoOf = (message: ChatMessage) => message.photo?.at(-1)?.file_id ?? ''

async function atDevice(languageCode = 'zh-hans'): Promise<{ person: ChatPerson; shown: ChatMessage }> {
  const person = await desk.newcomer({ languageCode })
  await person.say('/apply')
  return { person, shown: await person.sees('1/9') }
}

it('a device without a drawing is asked for in words, at once; nobody waits for a picture', async () => {
  const { shown } = await atDevice()
  expect(shown.photo).toBeUndefined()
  expect(labelsOf(shown)).toEqual(['青禾 手机 8', '青禾 手机 12 Pro', '青禾 折叠屏 3', '远帆 轻薄本 14', '远帆 创作本 16'])
})

it('drawings are made once each, in both languages', async () => {
  expect(await drawDevices(desk.ctx)).toBe(10)
  expect(await drawDevices(desk.ctx)).toBe(0)
  const rows = await desk.ctx.db.select().from(devicePictures)
  expect(rows).toHaveLength(10)
  const digests = rows.map(({ bytes }) =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
  )
  expect(new Set(digests).size).toBe(10)
})

it('devices are looked through in one message, the caption saying what the picture shows; one press chooses', async () => {
  const { person, shown } = await atDevice()
  expect(shown.photo).toBeDefined()
  expect(shown.caption).toBe('1/9 · 选择设备\n您想租哪一款？\n青禾 手机 8：月租 ¥89，押金 ¥600')
  expect(labelsOf(shown)).toEqual(['‹ 上一款', '1/5', '下一款 ›', '选这款', '看全部设备'])
  await person.press('下一款 ›')
  const second = await person.sees('青禾 手机 12 Pro：月租 ¥229')
  expect([second.message_id, photoOf(second) === photoOf(shown)]).toEqual([shown.message_id, false])
  await person.press('‹ 上一款')
  await person.sees('青禾 手机 8')
  await person.press('‹ 上一款')
  const last = await person.sees('远帆 创作本 16')
  expect(labelsOf(last)[1]).toBe('5/5')
  await person.press('选这款')
  expect((await person.sees('设备：远帆 创作本 16 ✓')).message_id).toBe(shown.message_id)
  await person.sees('选择租期')
  // back to the device: the chosen one stands first
  await person.press('‹ 返回')
  expect((await person.sees('1/9')).caption).toContain('远帆 创作本 16')
})

it('the list stands in the same message and leads on as before; typing works as well', async () => {
  const { person, shown } = await atDevice()
  await person.press('看全部设备')
  const list = await person.sees('远帆 创作本 16')
  expect(list.message_id).toBe(shown.message_id)
  expect(labelsOf(list)).toContain('青禾 折叠屏 3')
  await person.say('电视机')
  const again = await person.sees('青禾 手机 8')
  expect(again.photo).toBeUndefined()
  await person.say('12 pro')
  await person.sees('选择租期')
})

it('a picture is uploaded once: everybody after the first gets the same one by its name; each language has its own', async () => {
  const [first, second] = [await atDevice(), await atDevice()]
  expect(photoOf(first.shown)).toBe(photoOf(second.shown))
  const { shown } = await atDevice('en')
  expect(shown.caption).toContain('Qinghe Phone 8: ¥89 a month, deposit ¥600')
  expect(photoOf(shown)).not.toBe(photoOf(first.shown))
})

it('a name that the messenger no longer knows is uploaded anew; a picture that it takes in no form gives way to words', async () => {
  await desk.ctx.db.update(devicePictures).set({ fileId: 'AgACnot-known-here' })
  expect((await atDevice()).shown.photo).toBeDefined()
  const bytes = Buffer.from('no picture')
  await desk.ctx.db.update(devicePictures).set({ bytes, fileId: null })
  const { shown } = await atDevice()
  expect([shown.photo, shown.text]).toEqual([undefined, expect.stringContaining('青禾 手机 8：月租 ¥89')])
  await desk.ctx.db.delete(devicePictures)
  await drawDevices(desk.ctx)
})

it('the platform’s own picture comes first; where it cannot be fetched there are words, and from then on the drawing', async () => {
  const member = await desk.ctx.db.query.staff.findFirst({ where: (row, { eq }) => eq(row.name, 'Quiet') })
  if (!member) throw new Error('no admin')
  const admin = { ...desk.ctx, actor: actorOfMember(member) }
  await changeDevice(admin, { id: 'phone-lite', change: { picture: 'https://pictures.example/phone.jpg' } })
  expect((await atDevice()).shown.text).toContain('青禾 手机 8：月租 ¥89')
  const { shown } = await atDevice()
  expect(shown.photo).toBeDefined()
  const rows = await desk.ctx.db.select().from(devicePictures)
  expect(rows.find(({ key }) => key.startsWith('https:'))?.failedAt).toBeInstanceOf(Date)
  await changeDevice(admin, { id: 'phone-lite', change: { picture: null } })
})

it('an admin sends a photo with the device’s name below it; anybody else’s is no such thing', async () => {
  const admin = await desk.person(adminId)
  await admin.say('/start')
  await admin.sendPhoto(await makePhoto(), 'Phone-Lite')
  expect((await admin.sees('is shown with this photo')).text).toContain('/devices phone-lite picture auto')
  const { shown } = await atDevice()
  expect([shown.photo?.at(-1)?.width, shown.caption]).toEqual([1000, expect.stringContaining('青禾 手机 8')])
  await admin.sendPhoto(await makePhoto({ width: 300, height: 200 }), '/devices phone-lite')
  await admin.sees('The photo is too small')
  await admin.sendPhoto(await makePhoto(), 'phone-lit')
  await admin.sees('Did you mean')
  await admin.say('/devices phone-lite picture auto')
  await admin.sees('Picture: a photo that was sent → drawn for you')
  await admin.say('/devices phone-lite picture ftp://x')
  await admin.sees('/devices phone-lite rent')
  const stranger = await desk.newcomer()
  await stranger.say('/start')
  await stranger.sendPhoto(await makePhoto(), 'phone-lite')
  await stranger.sees('这里是面审')
  expect((await desk.ctx.db.query.devices.findFirst({ where: (row, { eq }) => eq(row.id, 'phone-lite') }))?.picture).toBeNull()
})

it('thirty devices have pages; none at all is said', async () => {
  const [pro] = await desk.ctx.db.select().from(devices).limit(1)
  if (!pro) throw new Error('no device')
  const more = Array.from({ length: 25 }, (_, index) => ({
    ...pro,
    id: `more-${index}`,
    nameZh: `更多 手机 ${index}`,
    nameEn: `More phone ${index}`,
    position: 10 + index,
  }))
  await desk.ctx.db.insert(devices).values(more)
  const { person, shown } = await atDevice()
  expect(labelsOf(shown)).toContain('1/30')
  await person.press('看全部设备')
  expect(labelsOf(await person.sees('更多 手机 2：'))).toHaveLength(9)
  await person.press('下一页 ›')
  await person.sees('更多 手机 10：')
  await person.press('更多 手机 10')
  await person.sees('选择租期')
  await desk.ctx.db.update(devices).set({ active: false })
  await atDevice().then(({ shown }) => expect(shown.text).toContain('目前没有可以租的设备'))
})
