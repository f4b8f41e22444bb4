import { recall, remember } from '../shared/remembered.ts'

export type DeviceKind = 'camera' | 'microphone' | 'speaker'

/** The browser's own id of the device chosen here before; browsers change it when their data is cleared. */
export function chosenDevice(kind: DeviceKind): string | undefined {
  return recall(`mianshen.${kind}`)
}

export function rememberDevice(kind: DeviceKind, deviceId: string): void {
  remember(`mianshen.${kind}`, deviceId)
}

/** Not every browser can send sound to a chosen device. */
export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype
