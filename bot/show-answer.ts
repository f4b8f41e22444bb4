import { maskDocumentNumber } from '../core/application/document-number.ts'
import type { Device } from '../core/device/list.ts'
import type { Scene } from './scene.ts'

/** What was said about one field, fit to be shown to its owner. */
export function showAnswer(scene: Scene, field: string, value: string, devices: readonly Device[]): string {
  if (field === 'device') return deviceName(scene, devices, value)
  if (field === 'term') return scene.voice.label('chat-months', { months: Number(value) })
  if (field === 'documentNumber') return maskDocumentNumber(value)
  return field === 'cardPhoto' ? scene.voice.label('chat-photo-kept') : value
}

export function deviceName({ locale }: Scene, devices: readonly Device[], id: string): string {
  const device = devices.find(device => device.id === id)
  return (locale === 'zh-CN' ? device?.nameZh : device?.nameEn) ?? id
}
