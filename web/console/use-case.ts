import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { CaseFile, CheckInput, CheckState } from '../../api/contract.ts'
import type { ApiError } from '../room/http.ts'
import { useStore } from '../shared/store.ts'
import { CheckSaver, type Save } from './check-saver.ts'
import { useLoaded } from './use-loaded.ts'

export interface OpenCase {
  code: string | null
  file: CaseFile | null
  error: ApiError | null
  /** as the reviewer sees them: what is on its way counts */
  checks: CheckState[]
  saves: Record<string, Save>
  reload(): Promise<void>
  save(key: string, input: CheckInput, afterMs?: number): void
  retry(key: string): void
}

const settleMs = 300

/** The case that is open, with every tick saved as it is made. */
export function useCase(code: string | null): OpenCase {
  const loaded = useLoaded<CaseFile>(code && `/api/console/cases/${encodeURIComponent(code)}`, 15_000)
  const source = useRef(loaded)
  source.current = loaded
  const saver = useMemo(() => {
    let settling: ReturnType<typeof setTimeout> | undefined
    // What may be done next depends on the checks: ask once they have settled.
    return new CheckSaver(code ?? '', saved => {
      source.current.update(file => ({
        ...file,
        checks: file.checks.map(check => (check.key === saved.key ? saved : check)),
      }))
      clearTimeout(settling)
      settling = setTimeout(() => void source.current.reload(), settleMs)
    })
  }, [code])
  useEffect(() => {
    const away = () => saver.flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.unsaved) event.preventDefault()
    }
    window.addEventListener('pagehide', away)
    window.addEventListener('beforeunload', warn)
    return () => {
      saver.flush()
      window.removeEventListener('pagehide', away)
      window.removeEventListener('beforeunload', warn)
    }
  }, [saver])
  const saves = useStore(saver.state)
  return {
    code,
    file: loaded.value,
    error: loaded.error,
    checks: (loaded.value?.checks ?? []).map(check => withSave(check, saves[check.key])),
    saves,
    reload: loaded.reload,
    save: (key, input, afterMs) => saver.set(key, input, afterMs),
    retry: key => saver.retry(key),
  }
}

function withSave(check: CheckState, save: Save | undefined): CheckState {
  if (!save || save.status === 'saved') return check
  const { result: _result, reason: _reason, note: _note, ...rest } = check
  const { result, reason, note } = save.input
  return { ...rest, ...(result && { result }), ...(reason && { reason }), ...(note && { note }) }
}
