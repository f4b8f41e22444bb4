import type { Application } from '../core/application/answers.ts'
import type { Position } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { findPicture, type PictureRef } from '../core/device/pictures.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Scene } from './scene.ts'
import { optionLabel } from './show-answer.ts'

type Question = Extract<Position, { at: 'question' }>

export interface DevicesShown {
  /** what stands under the question */
  devices: readonly Device[]
  rows: Button[][]
  picture?: PictureRef
}

/** a page of the list: more would push the question off a phone's screen */
const listed = 8

/**
 * The devices one by one with a picture, or as a list. `page`: `p2`, the second with its picture; `2`, the second page of the list;
 * none: the chosen one, or else the first, with its picture. Where a picture is not there (yet) it is the list.
 */
export async function showDevices(
  ctx: Ctx,
  scene: Scene,
  application: Application,
  position: Question,
  { page, plain }: { page?: string; plain?: boolean },
): Promise<DevicesShown> {
  const devices = await listDevices(ctx)
  const at = plain ? undefined : placeOf(page, devices, application.said('device'))
  const device = at === undefined ? undefined : devices[at - 1]
  const picture = device && (await findPicture(ctx, device, scene.locale))
  if (device && at !== undefined && picture)
    return { devices: [device], rows: pictureRows(scene, application, position, device, { at, of: devices.length }), picture }
  return showList(scene, application, position, devices, Number(page) || 1)
}

function placeOf(page: string | undefined, devices: readonly Device[], chosen: string | undefined): number | undefined {
  if (page === undefined) return Math.max(1, devices.findIndex(({ id }) => id === chosen) + 1)
  const said = /^p(\d{1,3})$/.exec(page)?.[1]
  return said === undefined ? undefined : Math.min(Math.max(1, Number(said)), devices.length)
}

function pictureRows(
  { voice }: Scene,
  { found: { code } }: Application,
  { step: { field } }: Question,
  device: Device,
  { at, of }: { at: number; of: number },
): Button[][] {
  const turn = (by: number, label: string): Button => ({
    label: voice.label(label),
    press: { verb: 'options', code, field, page: `p${((at - 1 + by + of) % of) + 1}` },
  })
  const list = (label: string): Button => ({
    label,
    press: { verb: 'options', code, field, page: String(Math.ceil(at / listed)) },
  })
  const choose: Button = {
    label: voice.label('do-choose-device'),
    press: { verb: 'answer', code, field, value: device.id },
    style: 'primary',
  }
  if (of === 1) return [[choose]]
  return [
    [turn(-1, 'do-device-before'), list(voice.label('chat-mark', { number: at, total: of })), turn(1, 'do-device-after')],
    [choose],
    [list(voice.label('do-list-devices'))],
  ]
}

function showList(
  scene: Scene,
  { found: { code } }: Application,
  { step }: Question,
  devices: readonly Device[],
  wanted: number,
): DevicesShown {
  const { voice } = scene
  const { field } = step
  const pages = Math.max(1, Math.ceil(devices.length / listed))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = devices.slice((page - 1) * listed, page * listed)
  const turn = (to: number, label: string): Button[] =>
    to < 1 || to > pages ? [] : [{ label: voice.label(label), press: { verb: 'options', code, field, page: String(to) } }]
  const buttons = shown.map(({ id }): Button[] => [
    {
      label: step.kind === 'choice' ? optionLabel(scene, step, id, devices) : id,
      press: { verb: 'answer', code, field, value: id },
    },
  ])
  const pager = [...turn(page - 1, 'do-earlier'), ...turn(page + 1, 'do-later')]
  return { devices: shown, rows: [...buttons, ...(pager.length > 0 ? [pager] : [])] }
}

/** What can be chosen, one a line, with what it costs. */
export function deviceLines({ voice }: Scene, devices: readonly Device[]): string {
  const facts = devices.map(device => ({
    device: voice.device({ zh: device.nameZh, en: device.nameEn }),
    rent: voice.money(device.monthlyRentFen),
    deposit: voice.money(device.depositFen),
  }))
  return lines(...facts.map(fact => voice.html('chat-device-line', fact)))
}
