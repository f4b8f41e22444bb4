import { valuesOf } from '../core/draw/parts.ts'
import type { Live } from '../core/draw/read-live.ts'
import type { NotedPart } from '../core/draw/read-parts.ts'
import type { Mark } from '../core/flag/mark.ts'
import { callFlagKinds, type Locale } from '../db/values.ts'
import { speak } from '../texts/fluent.ts'
import { wordPart } from '../texts/part-words.ts'
import type { CaseFile, LiveState, PartState } from './contract.ts'

/** A part in the reader's language; a question also in the language in which it is asked, where that is another. */
export function showPart({ key, kind, order, detail = '', value, note }: NotedPart, locale: Locale, spokenTo: Locale): PartState {
  const { plain } = speak(locale)
  return {
    ...{ key, kind, order },
    ...wordPart(speak(locale), kind, detail),
    ...(kind === 'question' && spokenTo !== locale ? { aloud: speak(spokenTo).plain(`ask-live-${detail}`) } : {}),
    values: valuesOf(kind).map(one => ({ ...one, label: plain(`part-${kind}.${one.value}`) })),
    ...(value ? { value } : {}),
    ...(note ? { note } : {}),
  }
}

export function showLive({ code, prompt, virtualCameras, help, handed, calls }: Live): LiveState {
  const { expiresAt, ...counts } = code
  return {
    code: { ...counts, ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) },
    ...(prompt ? { prompt } : {}),
    virtualCameras: [...virtualCameras],
    help: help.map(({ at, seen }) => ({ at: at.toISOString(), seen })),
    ...(handed ? { handed } : {}),
    calls,
  }
}

/** What was marked, and what can be. */
export function showMarks(marks: readonly Mark[], locale: Locale): Pick<CaseFile, 'marks' | 'markKinds'> {
  const { plain } = speak(locale)
  return {
    marks: marks.map(mark => ({ ...mark, at: mark.at.toISOString(), label: plain(`call-flag-${mark.kind}`) })),
    markKinds: callFlagKinds.map(kind => ({ kind, label: plain(`call-flag-${kind}`) })),
  }
}
