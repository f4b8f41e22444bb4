import type { Booking } from '../booking/load.ts'
import type { Case } from '../case/load.ts'
import type { NotedPart } from '../draw/read-parts.ts'
import { findQuestion, topics } from './bank.ts'

/** Answers of the application that the talk compares with; so that they do not colour it, they stay closed until it has. */
const compared: ReadonlySet<string> = new Set(Object.values(topics).flatMap(({ fields }): readonly string[] => fields))

interface Standing {
  found: Case
  booking: Booking | undefined
  /** of the assigned reviewer */
  mine: boolean
  parts: readonly NotedPart[]
  /** every check of the questions has its result */
  done: boolean
}

/**
 * Which answers the assigned reviewer does not read yet: each of them until the questions about it were asked and noted, those that no
 * question was drawn about until all were. Nothing is hidden from anybody else, or once the call is over.
 */
export function hiddenAnswers({ found, booking, mine, parts, done }: Standing): ReadonlySet<string> {
  const isAhead = booking?.status === 'active' && (found.state === 'booked' || found.state === 'reviewing')
  if (!mine || !isAhead || done || !found.scope.includes('questions')) return new Set()
  const questions = parts.filter(({ kind }) => kind === 'question')
  const open = questions.filter(({ value }) => value === undefined)
  if (questions.length > 0 && open.length === 0) return new Set()
  const about = (list: readonly NotedPart[]) => new Set(list.flatMap(fieldsOf))
  const [asked, still] = [about(questions), about(open)]
  return new Set([...compared].filter(field => !asked.has(field) || still.has(field)))
}

function fieldsOf({ detail }: NotedPart): readonly string[] {
  const question = findQuestion(detail ?? '')
  return question ? topics[question.topic].fields : []
}
