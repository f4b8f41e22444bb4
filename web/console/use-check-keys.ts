import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CheckInput, CheckResult, CheckState } from '../../api/contract.ts'
import { recall, remember } from '../shared/remembered.ts'
import { inputOf, obstacleOf } from './check-input.ts'
import { isKey, numberOfKey } from './shortcuts.ts'

const KEY = 'mianshen.shortcuts'
const results = ['passed', 'failed', 'not-reached'] as const satisfies readonly CheckResult[]

interface Options {
  active: boolean
  checks: CheckState[]
  cursor: string | null
  root: RefObject<HTMLElement | null>
  onStand(check: CheckState): void
  onSet(check: CheckState, input: CheckInput): void
  onHelp(): void
  /** the question that is asked now takes the number keys: the n-th of its answers; false where there is none */
  onAnswer(number: number): boolean
}

/** Where the cursor stands while the drawn questions are asked. */
export const asking = 'asking'

/** Single keys for the checklist, never while something is typed or a dialog is open; they can be switched off (WCAG 2.1.4). */
export function useCheckKeys(options: Options): { on: boolean; toggle(): void } {
  const [on, setOn] = useState(() => recall(KEY) !== 'off')
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesInto(event.target)) return
      if (act(event.key, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on])
  const toggle = () => {
    remember(KEY, on ? 'off' : 'on')
    setOn(!on)
  }
  return { on, toggle }
}

function typesInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.closest('dialog, input, textarea, select, [contenteditable], [role="log"]') !== null || target.isContentEditable)
  )
}

function act(key: string, { active, checks, cursor, root, onStand, onSet, onHelp, onAnswer }: Options): boolean {
  if (isKey('help', key)) {
    onHelp()
    return true
  }
  if (!active) return false
  // the questions come before their checks
  const firstAsked = checks.findIndex(check => check.step === 'questions')
  const at = cursor === asking ? firstAsked - 0.5 : checks.findIndex(check => check.key === cursor)
  const stand = (check: CheckState | undefined) => {
    if (check) onStand(check)
    return check !== undefined
  }
  if (isKey('down', key)) return stand(checks[Math.min(Math.floor(at + 1), checks.length - 1)])
  if (isKey('up', key)) return stand(checks[Math.max(Math.ceil(at - 1), 0)])
  const check = checks[at]
  if (!check) return cursor === asking && isKey('answer', key) && onAnswer(numberOfKey('answer', key))
  if (isKey('note', key)) return openNote(root, check)
  if (press(root, check, key)) return true
  const result = results.find(result => isKey(result, key))
  if (!result) return false
  const obstacle = result === 'passed' ? obstacleOf(check) : undefined
  if (obstacle) return focusPart(root, obstacle.key)
  onSet(check, inputOf(check, result))
  if (result !== 'passed') focusReason(root, check)
  else if (checks[at + 1]?.step === check.step) stand(checks[at + 1])
  return true
}

/** What a check brings itself names its key; a button is pressed, a field gets the cursor. */
function press(root: RefObject<HTMLElement | null>, check: CheckState, key: string): boolean {
  const row = `[data-testid="check-${CSS.escape(check.key)}"]`
  const own = root.current?.querySelector<HTMLElement>(`${row} [data-shortcut="${CSS.escape(key)}"]`)
  if (own instanceof HTMLInputElement) own.focus()
  else own?.click()
  return own !== null && own !== undefined
}

function part(root: RefObject<HTMLElement | null>, check: CheckState, name: string): HTMLElement | null {
  return root.current?.querySelector<HTMLElement>(`[data-testid="check-${CSS.escape(check.key)}-${name}"]`) ?? null
}

function openNote(root: RefObject<HTMLElement | null>, check: CheckState): boolean {
  const opener = part(root, check, 'note-open')
  opener?.click()
  return opener !== null
}

function focusPart(root: RefObject<HTMLElement | null>, key: string): boolean {
  root.current?.querySelector<HTMLElement>(`[data-testid="part-${CSS.escape(key)}"] button:not(:disabled)`)?.focus()
  return true
}

/** The reason's field is drawn by the result that was just set. */
function focusReason(root: RefObject<HTMLElement | null>, check: CheckState): void {
  requestAnimationFrame(() => requestAnimationFrame(() => part(root, check, 'reason')?.focus()))
}
