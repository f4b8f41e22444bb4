import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { CaseFile, CheckInput, CheckState, PartInput } from '../../api/contract.ts'
import type { ApiError } from '../room/http.ts'
import { useStore } from '../shared/store.ts'
import { needsReason } from './check-input.ts'
import { CheckSaver, type Save } from './check-saver.ts'
import { useLoaded } from './use-loaded.ts'

export interface OpenCase {
  code: string | null
  file: CaseFile | null
  error: ApiError | null
  /** as the reviewer sees them: what is on its way counts */
  checks: CheckState[]
  /** of checks and parts, by key */
  saves: Record<string, Save>
  reload(): Promise<void>
  save(key: string, input: CheckInput, afterMs?: number): void
  note(part: string, input: PartInput, afterMs?: number): void
  retry(key: string): void
}

const settleMs = 300

/** The case that is open, with every tick saved as it is made. */
export function useCase(code: string | null): OpenCase {
  const loaded = useLoaded<CaseFile>(code && `/api/console/cases/${encodeURIComponent(code)}`, 15_000)
  const source = useRef(loaded)
  source.current = loaded
  const { checks, parts } = useMemo(() => {
    let settling: ReturnType<typeof setTimeout> | undefined
    // What may be done next depends on the checks: ask once they have settled.
    const saved = (saved: CheckState) => {
      source.current.update(file => ({
        ...file,
        checks: file.checks.map(check => (check.key === saved.key ? saved : check)),
      }))
      clearTimeout(settling)
      settling = setTimeout(() => void source.current.reload(), settleMs)
    }
    const caseCode = code ?? ''
    const isIncomplete = (input: CheckInput) => needsReason(input) && !input.reason
    const parts = new CheckSaver<PartInput>({ caseCode, folder: 'parts', saved })
    // a check passes only after its parts
    const mustWait = (key: string) =>
      parts.isBusy(source.current.value?.checks.find(check => check.key === key)?.parts.map(part => part.key) ?? [])
    return { checks: new CheckSaver<CheckInput>({ caseCode, folder: 'checks', isIncomplete, mustWait, saved }), parts }
  }, [code])
  useEffect(() => {
    const away = () => {
      parts.flush()
      checks.flush()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (checks.unsaved || parts.unsaved) event.preventDefault()
    }
    window.addEventListener('pagehide', away)
    window.addEventListener('beforeunload', warn)
    return () => {
      away()
      window.removeEventListener('pagehide', away)
      window.removeEventListener('beforeunload', warn)
    }
  }, [checks, parts])
  const saves = useStore(checks.state)
  const noted = useStore(parts.state)
  return {
    code,
    file: loaded.value,
    error: loaded.error,
    checks: (loaded.value?.checks ?? []).map(check => withNotes(withSave(check, saves[check.key]), noted)),
    saves: { ...noted, ...saves },
    reload: loaded.reload,
    save: (key, input, afterMs) => checks.set(key, input, afterMs),
    note: (part, input, afterMs) => parts.set(part, input, afterMs),
    retry: key => (noted[key] ? parts : checks).retry(key),
  }
}

function withSave(check: CheckState, save: Save<CheckInput> | undefined): CheckState {
  if (!save || save.status === 'saved') return check
  const { result: _result, reason: _reason, note: _note, ...rest } = check
  const { result, reason, note } = save.input
  return { ...rest, ...(result && { result }), ...(reason && { reason }), ...(note && { note }) }
}

function withNotes(check: CheckState, saves: Record<string, Save<PartInput>>): CheckState {
  const parts = check.parts.map(part => {
    const save = saves[part.key]
    if (!save || save.status === 'saved') return part
    const { value: _value, note: _note, ...rest } = part
    const { value, note } = save.input
    return { ...rest, ...(value && { value }), ...(note && { note }) }
  })
  return { ...check, parts }
}
