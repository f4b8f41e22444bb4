import type { CheckInput, CheckState } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { createStore, type Store } from '../shared/store.ts'
import { needsReason } from './check-input.ts'

export interface Save {
  input: CheckInput
  /**
   * waiting: typed a moment ago; incomplete: a reason is still to be chosen, and the API takes it only whole;
   * refused: the API says no, and asking again alone would not help
   */
  status: 'waiting' | 'incomplete' | 'saving' | 'saved' | 'failed' | 'refused'
  error?: ApiError
}

const retryMs = [1000, 2000, 4000, 8000]

/** Saves every tick and note of one case as it is made, one request a check at a time, the newest last, until it is kept. */
export class CheckSaver {
  readonly state: Store<Record<string, Save>> = createStore<Record<string, Save>>({})
  private readonly caseCode: string
  private readonly saved: (check: CheckState) => void
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly failures = new Map<string, number>()
  private readonly busy = new Set<string>()

  constructor(caseCode: string, saved: (check: CheckState) => void) {
    this.caseCode = caseCode
    this.saved = saved
  }

  set(key: string, input: CheckInput, afterMs = 0): void {
    this.failures.delete(key)
    const incomplete = needsReason(input) && !input.reason
    this.mark(key, { input, status: incomplete ? 'incomplete' : 'waiting' })
    if (incomplete) clearTimeout(this.timers.get(key))
    else this.later(key, afterMs)
  }

  retry(key: string): void {
    this.failures.delete(key)
    this.later(key, 0)
  }

  /** The page is going away: what is not kept yet goes with it. */
  flush(): void {
    for (const [key, save] of Object.entries(this.state.get())) {
      if (save.status !== 'waiting' && save.status !== 'failed') continue
      void this.put(key, save.input, true).catch(() => undefined)
    }
  }

  get unsaved(): boolean {
    return Object.values(this.state.get()).some(({ status }) => ['waiting', 'incomplete', 'failed'].includes(status))
  }

  private later(key: string, ms: number): void {
    clearTimeout(this.timers.get(key))
    this.timers.set(
      key,
      setTimeout(() => void this.send(key), ms),
    )
  }

  private async send(key: string): Promise<void> {
    const save = this.state.get()[key]
    if (!save || save.status === 'incomplete' || this.busy.has(key)) return
    this.busy.add(key)
    const { input } = save
    this.mark(key, { input, status: 'saving' })
    let outcome: Save
    try {
      this.saved(await this.put(key, input, false))
      outcome = { input, status: 'saved' }
    } catch (failure) {
      const error = asApiError(failure)
      outcome = { input, status: error.passing ? 'failed' : 'refused', error }
    }
    this.busy.delete(key)
    if (this.state.get()[key]?.input !== input) return this.later(key, 0)
    this.mark(key, outcome)
    if (outcome.status === 'failed') this.tryLater(key)
  }

  private tryLater(key: string): void {
    const failures = this.failures.get(key) ?? 0
    this.failures.set(key, failures + 1)
    this.later(key, retryMs[Math.min(failures, retryMs.length - 1)] ?? 8000)
  }

  private put(key: string, input: CheckInput, keepalive: boolean): Promise<CheckState> {
    const path = `/api/console/cases/${encodeURIComponent(this.caseCode)}/checks/${encodeURIComponent(key)}`
    return api<CheckState>(path, { method: 'PUT', body: input, keepalive })
  }

  private mark(key: string, save: Save): void {
    this.state.set(now => ({ ...now, [key]: save }))
  }
}
