import { like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeDevice } from '../../core/device/change.ts'
import { listCatalogue } from '../../core/device/list.ts'
import { audit } from '../../db/schema/audit.ts'
import { listenToEvents } from '../sandbox/messenger.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
})
afterAll(() => desk.stop())

const csv = { name: 'devices.csv', type: 'text/csv' }
const heading = 'id,name-zh,name-en,monthly-rent,deposit,value,terms,active'
const send = (...rows: string[]) => admin.sendFile(Buffer.from([heading, ...rows].join('\n')), csv)
const many = (count: number) => Array.from({ length: count }, (_, index) => `p-${index},甲,X,1,1,1,6,yes`)
const catalogue = () => listCatalogue(desk.ctx)
const find = async (id: string) => (await catalogue()).find(device => device.id === id)
const trail = async () =>
  (await desk.ctx.db.select().from(audit).where(like(audit.action, 'device.%'))).map(({ action, body }) => [
    action,
    JSON.parse(body).data,
  ])

describe('/devices', () => {
  it('lists them, opens one, changes a field and says from what to what', async () => {
    await admin.say('/devices')
    const listed = await admin.sees('5 in all')
    expect(listed.text).toContain('phone-pro · Qinghe Phone 12 Pro · ¥229 a month')
    await admin.press('phone-pro')
    expect((await admin.sees('Qinghe Phone 12 Pro / 青禾 手机 12 Pro')).text).toContain('deposit ¥1,500, value ¥6,999')
    await admin.say('/devices phone-pro rent ￥２４９')
    expect((await admin.sees('phone-pro is changed')).text).toContain('Rent a month: ¥229 → ¥249')
    expect((await find('phone-pro'))?.monthlyRentFen).toBe(24_900)
    await admin.say('/devices phone-pro 月租 249')
    await admin.sees('is so already')
    expect(await trail()).toEqual([
      ['device.changed', { device: 'phone-pro', before: { monthlyRentFen: 22_900 }, after: { monthlyRentFen: 24_900 } }],
    ])
  })

  it('stops and starts offering one by a press; applicants no longer find it', async () => {
    await admin.say('/devices laptop-air')
    await admin.sees('Yuanfan Slim 14')
    expect((await admin.press('Stop offering it')).text).toBe('No longer offered')
    expect((await find('laptop-air'))?.active).toBe(false)
    await admin.say('/order laptop-air 12')
    expect((await admin.sees('write it like this')).text).not.toContain('laptop-air')
    expect((await admin.press('Offer it')).text).toBe('Offered again')
    expect((await find('laptop-air'))?.active).toBe(true)
  })

  it.each([
    ['/devices phone-prp', 'Did you mean /devices phone-pro?'],
    ['/devices phone-pro colour red', 'Fields: rent, deposit'],
    ['/devices phone-pro rent -5', '/devices phone-pro rent'],
    ['/devices phone-pro rent', '/devices phone-pro rent'],
    ['/devices <i>', 'There is no device “<i>”'],
  ])('G11: “%s” shows what is right, and changes nothing', async (said, words) => {
    const before = await catalogue()
    await admin.say(said)
    await admin.sees(words)
    expect(await catalogue()).toEqual(before)
  })

  it('is no command for others, and their tables are no catalogue', async () => {
    const reviewer = await desk.person(reviewerId)
    await reviewer.say('/devices')
    await reviewer.sees('没有这个命令')
    await reviewer.sendFile(Buffer.from(`${heading}\nphone-z,甲,Z,1,1,1,6,yes`), csv)
    await reviewer.sees('林老师')
    expect(await find('phone-z')).toBeUndefined()
  })
})

describe('the catalogue as a file', () => {
  it('goes out as a document that comes back unchanged', async () => {
    await admin.say('/devices export')
    await admin.sees('on its way')
    const { events, stop } = await listenToEvents(desk)
    expect(await desk.deliver()).toContain('devices-file')
    await until(() => events.some(event => event.type === 'action' && event.action === 'upload_document'), {
      what: 'the sign that the list is being made',
    })
    stop()
    const sent = (await admin.messages()).findLast(message => 'document' in message)
    expect(sent).toMatchObject({ document: { file_name: 'devices.csv' } })
  })

  it('shows what would change, changes it after the yes, once; each device stands in the trail', async () => {
    await send(
      'phone-new,青禾 手机 13,Qinghe Phone 13,299,1800,7999,12 24,yes',
      'phone-lite,青禾 手机 8,Qinghe Phone 8,79,600,2399,6 12,yes',
      'phone-fold,青禾 折叠屏 3,Qinghe Fold 3,359,2500,10999,12 24,yes',
    )
    const preview = await admin.sees('would add 1 and change 1')
    expect(preview.text).toContain('As they are: 1. Not in the file, so left alone: 3.')
    expect(preview.text).toContain('+ phone-new · Qinghe Phone 13 · ¥299 a month')
    expect(preview.text).toMatch(/phone-lite\nRent a month: ¥89 → ¥79/)
    expect(await find('phone-new')).toBeUndefined()
    const { message_id: id } = preview
    expect((await admin.press('Take it over')).text).toBe('Taken over')
    expect([(await find('phone-new'))?.position, (await find('phone-lite'))?.monthlyRentFen]).toEqual([5, 7_900])
    expect((await trail()).slice(-2).map(([action, data]) => [action, data.device])).toEqual([
      ['device.added', 'phone-new'],
      ['device.changed', 'phone-lite'],
    ])
    expect((await admin.messages()).find(message => message.message_id === id)?.text).toContain('1 added, 1 changed')
  })

  it.each([
    [
      'UTF-8 with its mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${heading}\nphone-y,青禾,Y,9,1,1,6,yes`)]),
    ],
    [
      'GB18030',
      Buffer.concat([Buffer.from(`${heading}\nphone-y,`), Buffer.from([0xc7, 0xe0, 0xba, 0xcc]), Buffer.from(',Y,9,1,1,6,yes')]),
    ],
  ])('a file in %s is read, and a no leaves all as it was', async (_how, bytes) => {
    await admin.sendFile(bytes, csv)
    await admin.sees('+ phone-y · Y · ¥9 a month')
    await admin.press('Leave as it is')
    expect(await find('phone-y')).toBeUndefined()
  })

  it('two admins at once: a preview of an older catalogue changes nothing', async () => {
    await send('phone-new,青禾 手机 13,Qinghe Phone 13,1,1800,7999,12 24,yes')
    await admin.sees('would add 0 and change 1')
    await changeDevice(desk.ctx, { id: 'phone-lite', change: { depositFen: 70_000 } })
    expect((await admin.press('Take it over')).text).toContain('have changed meanwhile')
    expect((await find('phone-new'))?.monthlyRentFen).toBe(29_900)
  })

  it('a no leaves all as it was; the same list has nothing to change', async () => {
    await send('phone-x,甲,X,1,1,1,6,yes')
    await admin.sees('would add 1')
    expect((await admin.press('Leave as it is')).text).toBe('Nothing was changed')
    expect(await find('phone-x')).toBeUndefined()
    await send('phone-new,青禾 手机 13,Qinghe Phone 13,299,1800,7999,12 24,yes')
    await admin.sees('Nothing would change: all 1')
  })

  it.each([
    ['a wrong column', () => admin.sendFile(Buffer.from('id,price\na,1'), csv), 'the column “name-zh” is missing'],
    ['a negative price', () => send('phone-x,甲,X,-1,1,1,6,yes'), 'Line 2, monthly-rent: yuan, not below nought'],
    ['a cell that is a formula', () => send('phone-x,=1+1,X,1,1,1,6,yes'), 'Line 2, name-zh'],
    ['501 devices', () => send(...many(501)), 'There are more than 500 devices. Please split the file.'],
    ['100,000 devices', () => send(...many(100_000)), 'A list has at most 500 devices and 256 KB'],
    ['too many bytes', () => admin.sendFile(Buffer.alloc(300 * 1024, 'a'), csv), 'too big'],
    ['no text', () => admin.sendFile(Buffer.from([0, 1, 2, 0xff]), csv), 'It is no text'],
  ])('G11: %s is said so that it can be mended, and changes nothing', async (_what, act, words) => {
    const before = await catalogue()
    await act()
    const said = await admin.sees(words)
    expect(labelsOf(said)).toEqual([])
    expect(await catalogue()).toEqual(before)
  })
})
