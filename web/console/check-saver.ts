import type { CheckState } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { createStore, type Store } from '../shared/store.ts'

export interface Save<Input = unknown> {
  input: Input
  /**
   * waiting: typed a moment ago; incomplete: a reason is still to be chosen, and the API takes it only whole;
   * refused: the API says no, and asking again alone would not help
   */
  status: 'waiting' | 'incomplete' | 'saving' | 'saved' | 'failed' | 'refused'
  error?: ApiError
}

const waitMs = 60
const retryMs = [1000, 2000, 4000, 8000]

interface Options<Input> {
  caseCode: string
  /** below which path of the case they are kept */
  folder: 'checks' | 'parts'
  /** something is still to be chosen, and the API takes it only whole */
  isIncomplete?(input: Input): boolean
  /** what this one rests on is still on its way */
  mustWait?(key: string): boolean
  saved(check: CheckState): void
}

/** Saves every tick and note of one case as it is made, one request a key at a time, the newest last, until it is kept. */
export class CheckSaver<Input> {
  readonly state: Store<Record<string, Save<Input>>> = createStore<Record<string, Save<Input>>>({})
  private readonly options: Options<Input>
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly failures = new Map<string, number>()
  private readonly busy = new Set<string>()

  constructor(options: Options<Input>) {
    this.options = options
  }

  set(key: string, input: Input, afterMs = 0): void {
    this.failures.delete(key)
    const incomplete = this.options.isIncomplete?.(input) ?? false
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

  /** Something of these is on its way to the desk right now. */
  isBusy(keys: readonly string[]): boolean {
    const now = this.state.get()
    return keys.some(key => now[key]?.status === 'waiting' || now[key]?.status === 'saving')
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
    if (this.options.mustWait?.(key)) return this.later(key, waitMs)
    this.busy.add(key)
    const { input } = save
    this.mark(key, { input, status: 'saving' })
    let outcome: Save<Input>
    try {
      this.options.saved(await this.put(key, input, false))
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

  private put(key: string, input: Input, keepalive: boolean): Promise<CheckState> {
    const { caseCode, folder } = this.options
    const path = `/api/console/cases/${encodeURIComponent(caseCode)}/${folder}/${encodeURIComponent(key)}`
    return api<CheckState>(path, { method: 'PUT', body: input, keepalive })
  }

  private mark(key: string, save: Save<Input>): void {
    this.state.set(now => ({ ...now, [key]: save }))
  }
}
