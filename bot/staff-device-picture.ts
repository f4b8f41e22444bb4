import type { Ctx } from '../core/context.ts'
import { listCatalogue } from '../core/device/list.ts'
import { setDevicePicture } from '../core/device/set-picture.ts'
import type { Content } from './incoming.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { unknownDevice } from './staff-devices.ts'

/** `phone-pro` or `/devices phone-pro`, in any case, as the caption of a picture. */
function deviceNamed({ caption = '' }: Extract<Content, { kind: 'image' }>): string | undefined {
  const said = caption.normalize('NFKC').trim().toLowerCase()
  return /^(?:\/devices\s+)?([a-z0-9][a-z0-9-]{1,31})(?:\s+picture)?$/.exec(said)?.[1]
}

export const namesDevice = (content: Extract<Content, { kind: 'image' }>): boolean => deviceNamed(content) !== undefined

/** A picture that an admin sent with a device's name below it. */
export async function receiveDevicePicture(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, content, devicePicture } = scene
  const id = content.kind === 'image' ? deviceNamed(content) : undefined
  if (!devicePicture || id === undefined) return []
  if (!devicePicture.ok) return [message(voice.html(`device-picture-bad-${devicePicture.problem}`))]
  const catalogue = await listCatalogue(ctx)
  if (!catalogue.some(device => device.id === id)) return [message(unknownDevice(scene, id, catalogue))]
  const { nameZh, nameEn } = await setDevicePicture(ctx, { id, bytes: devicePicture.bytes })
  const undo = `/devices ${id} picture auto`
  return [message(voice.html('device-picture-set', { device: voice.device({ zh: nameZh, en: nameEn }), undo }))]
}
