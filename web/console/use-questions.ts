import { useState } from 'preact/hooks'
import type { CheckState, PartInput, PartState } from '../../api/contract.ts'
import { inputOf } from './part-row.tsx'

interface Questions {
  /** in the order in which they were drawn */
  list: PartState[]
  at: number
  /** one is not noted yet */
  open: boolean
  go(at: number): void
  note(part: PartState, input: PartInput, afterMs?: number): void
  /** notes the n-th answer at the present question, and goes on to the next */
  answer(number: number): boolean
}

/** The drawn questions of a case, and which of them is asked now: at first the first one without a note. */
export function useQuestions(checks: CheckState[], save: (part: string, input: PartInput, afterMs?: number) => void): Questions {
  const list = checks
    .flatMap(({ parts }) => parts)
    .filter(({ kind }) => kind === 'question')
    .sort((a, b) => a.order - b.order)
  const firstOpen = list.findIndex(({ value }) => value === undefined)
  const [chosen, setChosen] = useState<number | null>(null)
  const at = chosen ?? Math.max(0, firstOpen)
  const note = (part: PartState, input: PartInput, afterMs?: number) => {
    // stays on this question until somebody goes on: a note may follow
    setChosen(list.indexOf(part))
    save(part.key, input, afterMs)
  }
  const answer = (number: number): boolean => {
    const part = list[at]
    const one = part?.values[number - 1]
    if (!part || !one) return false
    save(part.key, inputOf(part, one.value))
    setChosen(Math.min(at + 1, list.length - 1))
    return true
  }
  return { list, at, open: firstOpen >= 0, go: setChosen, note, answer }
}
