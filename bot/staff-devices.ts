import type { Ctx } from '../core/context.ts'
import { changeDevice, changedFields, type DeviceChange } from '../core/device/change.ts'
import { type Device, listCatalogue } from '../core/device/list.ts'
import { parseDeviceChange, settableFields } from '../core/device/parse-change.ts'
import { isShape, sentMark } from '../core/device/shape.ts'
import { queueMessage } from '../core/message/queue.ts'
import { lines } from '../texts/cards/voice.ts'
import { formatMoney } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { nearestWord } from './nearest-word.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Put = (html: string, buttons?: Button[][]) => Reply

const pageSize = 8

/** `/devices`: the catalogue; `/devices <id>`: one; `/devices <id> rent 199`: changes it; `/devices export`: as a file. */
export async function devices(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const [id = '', field = '', ...rest] = args.normalize('NFKC').trim().split(/\s+/)
  if (/^\d*$/.test(id)) return showDevices(ctx, scene, Number(id) || 1, message)
  if (/^(export|导出)$/i.test(id)) return exportDevices(ctx, scene)
  const catalogue = await listCatalogue(ctx)
  const device = catalogue.find(device => device.id === id.toLowerCase())
  if (!device) return [message(unknownDevice(scene, id, catalogue))]
  if (field === '') return [showDevice(scene, device, message)]
  const change = parseDeviceChange(field, rest.join(' '))
  if (!change) return [message(changeForm(scene, device))]
  return [changed(scene, await changeDevice(ctx, { id: device.id, change }), message)]
}

export function unknownDevice({ voice }: Scene, said: string, catalogue: readonly Device[]): string {
  const ids = catalogue.map(({ id }) => id)
  const nearest = nearestWord(said, ids) ?? ids[0] ?? ''
  return voice.html('devices-unknown', { said: said.slice(0, 40), nearest })
}

export async function showDevices(ctx: Ctx, scene: Scene, page: number, put: Put): Promise<Reply[]> {
  const { voice } = scene
  const catalogue = await listCatalogue(ctx)
  const how = voice.html('devices-file', { example: '/devices export' })
  if (catalogue.length === 0) return [put(paragraphs(voice.html('devices-none'), how))]
  const pages = Math.ceil(catalogue.length / pageSize)
  const shown = Math.min(Math.max(1, page), pages)
  const part = catalogue.slice((shown - 1) * pageSize, shown * pageSize)
  const open = part.map(({ id }): Button => ({ label: id.slice(0, 32), press: { verb: 'device', device: id } }))
  const turn = (to: number, label: string): Button[] =>
    to >= 1 && to <= pages ? [{ label: voice.label(label), press: { verb: 'devices', page: String(to) } }] : []
  const heading = voice.html('devices', { count: catalogue.length, page: shown, pages })
  return [
    put(paragraphs(heading, lines(...part.map(device => deviceLine(scene, device))), how), [
      ...inPairs(open),
      [...turn(shown - 1, 'do-earlier'), ...turn(shown + 1, 'do-later')],
    ]),
  ]
}

function deviceLine({ voice, locale }: Scene, device: Device): string {
  const facts = { id: device.id, device: nameOf(voice, device), rent: formatMoney(device.monthlyRentFen, locale) }
  return voice.html(device.active ? 'devices-line' : 'devices-line-off', facts)
}

function showDevice(scene: Scene, device: Device, put: Put): Reply {
  const { voice, locale } = scene
  const money = (fen: number) => formatMoney(fen, locale)
  const html = paragraphs(
    lines(
      voice.html(device.active ? 'device' : 'device-off', { id: device.id, zh: device.nameZh, en: device.nameEn }),
      voice.html('device-money', {
        rent: money(device.monthlyRentFen),
        deposit: money(device.depositFen),
        value: money(device.valueFen),
      }),
      voice.html('device-terms', { terms: device.terms.join(' / ') }),
    ),
    changeForm(scene, device),
  )
  const turn: Button = {
    label: voice.label(device.active ? 'do-device-off' : 'do-device-on'),
    press: { verb: 'device-turn', device: device.id, on: device.active ? '0' : '1' },
  }
  return put(html, [[turn], [{ label: voice.label('do-devices'), press: { verb: 'devices', page: '1' } }]])
}

function changeForm({ voice }: Scene, { id, monthlyRentFen }: Device): string {
  const example = `/devices ${id} rent ${monthlyRentFen / 100}`
  return voice.html('device-form', { fields: settableFields.join(', '), example })
}

export async function pressDeviceShown(ctx: Ctx, scene: Scene, { device: id }: { device: string }): Promise<Reply[]> {
  const device = (await listCatalogue(ctx)).find(device => device.id === id)
  return device ? [showDevice(scene, device, edit)] : showDevices(ctx, scene, 1, edit)
}

/** Switching on or off: done twice it stays so. */
export async function pressDeviceTurn(ctx: Ctx, scene: Scene, press: Extract<Press, { verb: 'device-turn' }>): Promise<Reply[]> {
  const active = press.on === '1'
  const { after } = await changeDevice(ctx, { id: press.device, change: { active } })
  return [toast(scene.voice.label(active ? 'toast-device-on' : 'toast-device-off')), showDevice(scene, after, edit)]
}

function changed(scene: Scene, { before, after }: { before: Device; after: Device }, put: Put): Reply {
  const { voice } = scene
  const fields = changedFields(before, after)
  if (fields.length === 0) return put(voice.html('device-same', { id: after.id }))
  return put(paragraphs(voice.html('device-changed', { id: after.id }), lines(...changeLines(scene, before, after))))
}

/** Field by field, from what to what. */
export function changeLines(scene: Scene, before: DeviceChange, after: DeviceChange): string[] {
  const { voice, locale } = scene
  const money = (fen: number | undefined) => formatMoney(fen ?? 0, locale)
  const shows: [keyof DeviceChange, (change: DeviceChange) => string][] = [
    ['nameZh', change => change.nameZh ?? ''],
    ['nameEn', change => change.nameEn ?? ''],
    ['monthlyRentFen', change => money(change.monthlyRentFen)],
    ['depositFen', change => money(change.depositFen)],
    ['valueFen', change => money(change.valueFen)],
    ['terms', change => (change.terms ?? []).join(' / ')],
    ['active', change => voice.label(change.active ? 'device-is-on' : 'device-is-off')],
    ['picture', change => pictureName(scene, change.picture)],
  ]
  return shows.flatMap(([field, show]) => {
    const [from, to] = [show(before), show(after)]
    return from === to ? [] : [voice.html('device-change-line', { field: voice.label(`device-field-${field}`), from, to })]
  })
}

/** An address stands as it is. */
function pictureName({ voice }: Scene, picture: string | null | undefined): string {
  if (!picture) return voice.label('device-picture-drawn')
  if (isShape(picture)) return voice.label(`device-picture-${picture}`)
  return picture.startsWith(sentMark) ? voice.label('device-picture-sent') : picture
}

async function exportDevices(ctx: Ctx, { person, voice }: Scene): Promise<Reply[]> {
  await queueMessage(ctx, { personId: person.id, kind: 'devices-file', params: {} })
  return [message(voice.html('devices-exporting'))]
}

const nameOf = (voice: Scene['voice'], device: Device): string => voice.device({ zh: device.nameZh, en: device.nameEn })
