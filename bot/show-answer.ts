import { maskDocumentNumber } from '../core/application/document-number.ts'
import { latinName } from '../core/application/region-names.ts'
import { regionName } from '../core/application/regions.ts'
import { type Step, wordsOf } from '../core/application/steps.ts'
import type { Device } from '../core/device/list.ts'
import { wordAnswer } from '../texts/answers.ts'
import type { Scene } from './scene.ts'

/** What was said to one step, fit to be shown to its owner. */
export function showAnswer(scene: Scene, step: Step, value: string, devices: readonly Device[]): string {
  if (step.kind === 'photo') return scene.voice.label('chat-photo-kept')
  if (step.kind === 'text')
    return step.check === 'documentNumber' ? maskDocumentNumber(value) : wordAnswer(scene.locale, wordsOf(step), value)
  return optionLabel(scene, step, value, devices)
}

/** One of the things that can be chosen; an answer in own words stands as it is. */
export function optionLabel(
  scene: Scene,
  step: Extract<Step, { kind: 'choice' }>,
  value: string,
  devices: readonly Device[],
): string {
  switch (step.options) {
    case 'devices':
      return deviceName(scene, devices, value)
    case 'provinces':
    case 'cities':
    case 'districts':
      // in Chinese too: that is what stands on the parcel, and two places may read the same in Latin letters
      return scene.locale === 'zh-CN' ? regionName(value) : `${latinName(value)} ${regionName(value)}`
    default:
      return wordAnswer(scene.locale, wordsOf(step), value)
  }
}

/** `姓名：欧阳晓雨`, as in the summary. */
export function fact(scene: Scene, step: Step, value: string, devices: readonly Device[]): string {
  const label = scene.voice.label(`field-${wordsOf(step)}`)
  return scene.voice.html('chat-summary-line', { label, answer: showAnswer(scene, step, value, devices) })
}

function deviceName({ locale }: Scene, devices: readonly Device[], id: string): string {
  const device = devices.find(device => device.id === id)
  return (locale === 'zh-CN' ? device?.nameZh : device?.nameEn) ?? id
}
