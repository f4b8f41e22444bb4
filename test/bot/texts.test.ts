import { describe, expect, it } from 'vitest'
import { locales } from '../../db/values.ts'
import { speak } from '../../texts/fluent.ts'
import { keysOf, sourceOf } from '../texts/catalogue-files.ts'

const filler: Record<string, string> = {
  time: '11月24日 周二 09:20',
  state: '有条件通过',
  text: 'sometimes',
  number: '3',
  date: '11月24日 周二 09:20',
  place: '3',
  minutes: '2',
}

describe.each(locales)('the chat in %s', locale => {
  const keys = [...keysOf('chat', locale), ...keysOf('verdict-chat', locale)]

  it('has labels that fit on a button', () => {
    const labels = keys.filter(key => key.startsWith('do-')).map(key => speak(locale).plain(key, filler))
    const tooLong = labels.filter(label =>
      /\p{Script=Han}/u.test(label) ? [...label.replace(/[‹› ]/g, '')].length > 8 : label.length > 18,
    )
    expect(tooLong).toEqual([])
  })

  it('has toasts that Telegram takes', () => {
    const toasts = keys.filter(key => /^(?:toast|refused)-/.test(key)).map(key => speak(locale).plain(key, filler))
    expect(toasts.filter(toast => [...toast].length > 200)).toEqual([])
  })

  it('has messages of four lines at most', () => {
    const texts = `${sourceOf(`chat.${locale}.ftl`)}\n${sourceOf(`verdict-chat.${locale}.ftl`)}`.split(/^(?=[a-z])/m)
    const tooLong = texts.filter(text => text.split('\n').filter(line => /^ {4}[^\s}]/.test(line)).length > 4)
    expect(tooLong).toEqual([])
  })
})
