import type { RehearsalPart, RehearsalResult, RehearsalView } from '../../api/contract.ts'
import { randomUuid } from '../room/device-id.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import type { LocalMedia } from '../room/local-media.ts'
import { createStore, type Store } from '../shared/store.ts'
import { measureLine } from './measure-network.ts'

/** The parts that a person takes part in, in this order; network and clock are measured meanwhile. */
export const guided = ['camera', 'light', 'microphone', 'speaker', 'sharpness'] as const satisfies readonly RehearsalPart[]
export type Guided = (typeof guided)[number]
export const allParts: readonly RehearsalPart[] = [...guided, 'network', 'clock']

export interface RehearsalState {
  /** what is on: before it began, one part, or all of them through */
  on: 'intro' | Guided | 'done'
  results: Partial<Record<RehearsalPart, RehearsalResult>>
  measuring: ReadonlySet<RehearsalPart>
  /** the result is in the chat */
  told: boolean
  /** a result that did not reach the desk */
  trouble: ApiError | null
}

type Figures = Record<string, number | string>

/** One load of the page: measures part by part, has the desk grade it, and at the end has it told in the chat. */
export class Rehearsal {
  readonly state: Store<RehearsalState> = createStore<RehearsalState>({
    on: 'intro',
    results: {},
    measuring: new Set(),
    told: false,
    trouble: null,
  })
  private readonly run = randomUuid()
  private readonly unsent = new Map<RehearsalPart, Figures>()

  private readonly code: string
  readonly view: RehearsalView
  readonly local: LocalMedia

  constructor(code: string, view: RehearsalView, local: LocalMedia) {
    this.code = code
    this.view = view
    this.local = local
  }

  /** Asks for camera and microphone; what does not need them is measured in the meantime. */
  async start(): Promise<void> {
    this.patch({ on: 'camera', told: false })
    void this.measureNetwork()
    await this.openCamera()
  }

  async openCamera(): Promise<void> {
    const stream = await this.local.open()
    const { problem } = this.local.state.get()
    if (!stream) return void (await this.record('camera', { problem: problem ?? 'unknown' }))
    const { width = 1, height = 1 } = stream.getVideoTracks()[0]?.getSettings() ?? {}
    const result = await this.record('camera', { width: Math.round(width), height: Math.round(height) })
    if (result?.ok) this.goOn()
  }

  /** Without a camera there is nothing to see, and no microphone either: the desk is told so. */
  async goOnWithout(): Promise<void> {
    const { problem } = this.local.state.get()
    await this.record('microphone', { problem: problem ?? 'unknown' })
    this.patch({ on: 'speaker' })
  }

  async measureNetwork(): Promise<void> {
    this.mark(['network', 'clock'], true)
    const { network, clock } = await measureLine(this.code)
    await this.record('network', { ...network })
    if (clock) await this.record('clock', { ...clock })
    this.mark(['network', 'clock'], false)
  }

  /** The figures of a part go to the desk, which says whether they are enough; undefined when they did not arrive. */
  async record(part: RehearsalPart, figures: Figures): Promise<RehearsalResult | undefined> {
    this.unsent.set(part, figures)
    try {
      const path = `/api/rehearsals/${encodeURIComponent(this.code)}/${this.run}/${part}`
      const result = await api<RehearsalResult>(path, { method: 'PUT', body: { figures } })
      this.unsent.delete(part)
      this.state.set(now => ({ ...now, results: { ...now.results, [part]: result }, told: false, trouble: null }))
      if (this.state.get().on === 'done') void this.tell()
      return result
    } catch (error) {
      this.patch({ trouble: asApiError(error) })
      return undefined
    }
  }

  /** To the next part that has no good result yet; past the last one the result is told. */
  goOn(): void {
    const { on, results } = this.state.get()
    const from = guided.findIndex(part => part === on)
    const next = guided.slice(from + 1).find(part => !results[part]?.ok && this.canMeasure(part)) ?? 'done'
    this.patch({ on: next })
    if (next === 'done') void this.tell()
  }

  /** One part again; afterwards what was in order stays so. */
  again(part: RehearsalPart): void {
    if (part === 'network' || part === 'clock') return void this.measureNetwork()
    if (part !== 'speaker' && !this.local.state.get().stream) {
      this.patch({ on: 'camera' })
      return void this.openCamera()
    }
    this.patch({ on: part })
  }

  /** What did not arrive is sent again, and the way goes on from where it stopped. */
  async resend(): Promise<void> {
    for (const [part, figures] of [...this.unsent]) if (!(await this.record(part, figures))) return
    const { on, results } = this.state.get()
    if (on === 'done') await this.tell()
    else if (on !== 'intro' && results[on]?.ok) this.goOn()
  }

  private async tell(): Promise<void> {
    if (this.state.get().measuring.size > 0 || this.unsent.size > 0) return
    try {
      await api(`/api/rehearsals/${encodeURIComponent(this.code)}/${this.run}/finish`, { method: 'POST', body: {} })
      this.patch({ told: true, trouble: null })
    } catch (error) {
      this.patch({ trouble: asApiError(error) })
    }
  }

  private canMeasure(part: Guided): boolean {
    return part === 'speaker' || this.local.state.get().stream !== null
  }

  private mark(parts: readonly RehearsalPart[], on: boolean): void {
    const measuring = new Set(this.state.get().measuring)
    for (const part of parts) on ? measuring.add(part) : measuring.delete(part)
    this.patch({ measuring })
    if (!on && this.state.get().on === 'done') void this.tell()
  }

  private patch(change: Partial<RehearsalState>): void {
    this.state.set(now => ({ ...now, ...change }))
  }
}
