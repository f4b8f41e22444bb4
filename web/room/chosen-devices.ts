import { recall, remember } from '../shared/remembered.ts'

export type DeviceKind = 'camera' | 'microphone' | 'speaker'
type Named = Pick<MediaDeviceInfo, 'deviceId' | 'label'>

const idKey = (kind: DeviceKind) => `mianshen.${kind}`
const nameKey = (kind: DeviceKind) => `mianshen.${kind}.name`

export function rememberDevice(kind: DeviceKind, { deviceId, label }: Named): void {
  remember(idKey(kind), deviceId)
  remember(nameKey(kind), label)
}

/** The id of the device chosen here before, among those that there are now: by its id, or by its name where the browser gives out new ids at every visit. */
export function chosenAmong(kind: DeviceKind, devices: readonly Named[]): string | undefined {
  const [id, name] = [recall(idKey(kind)), recall(nameKey(kind))]
  if (!id) return undefined
  const found =
    devices.find(({ deviceId }) => deviceId === id) ?? (name ? devices.find(({ label }) => label === name) : undefined)
  return found?.deviceId
}

/** Sends sound to the speaker that was chosen, where the browser can do that; where not, it comes from the usual one. */
export async function sendToChosenSpeaker(target: HTMLMediaElement | AudioContext): Promise<void> {
  if (!recall(idKey('speaker')) || !('setSinkId' in target) || typeof target.setSinkId !== 'function') return
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const speaker = chosenAmong(
    'speaker',
    devices.filter(({ kind }) => kind === 'audiooutput'),
  )
  if (speaker) await target.setSinkId(speaker).catch(() => undefined)
}

/** Not every browser can send sound to a chosen device. */
export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype
