/** What a device looks like, as far as a drawing tells it apart. */
export const deviceShapes = ['phone', 'fold', 'tablet', 'laptop', 'other'] as const
export type DeviceShape = (typeof deviceShapes)[number]

/** In this order: a folding phone is a phone too, a ThinkPad no pad. */
const signs: readonly (readonly [DeviceShape, RegExp])[] = [
  ['fold', /fold|flip|折叠/i],
  ['laptop', /laptop|notebook|book|think|笔记本|电脑|[\p{Script=Han}]本(?!\p{Script=Han})/iu],
  ['tablet', /tablet|pad\b|pad[\s-]|平板/i],
  ['phone', /phone|手机|pixel|galaxy|pro\b|mate|pura|小米|华为|荣耀/i],
]

/** From the catalogue's own words, where nobody has said it: a device is called what it is. */
function guessShape({ id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }): DeviceShape {
  const words = `${id} ${nameZh} ${nameEn}`
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'other'
}

export const isShape = (picture: string): picture is DeviceShape => deviceShapes.some(shape => shape === picture)
export const isUrl = (picture: string): boolean => /^https?:\/\//.test(picture)
/** before the hash of a picture that an admin sent */
export const sentMark = 'sent:'

/** How a device is drawn: as the catalogue says, or as its name tells. */
export function shapeOf(device: { id: string; nameZh: string; nameEn: string; picture: string | null }): DeviceShape {
  return device.picture !== null && isShape(device.picture) ? device.picture : guessShape(device)
}
