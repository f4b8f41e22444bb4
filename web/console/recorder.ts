import type { StartedRecording } from '../../api/contract.ts'
import { deskNow } from '../room/clock.ts'
import { api, asApiError } from '../room/http.ts'
import type { LocalMedia } from '../room/local-media.ts'
import type { Room } from '../room/room.ts'
import { whenInWords } from '../room/time.ts'
import { createStore, type Store } from '../shared/store.ts'
import { Film } from './film.ts'

/** late: chunks wait for the network, and nothing is lost yet; failed: no more is recorded; refused: the desk wants no recording any more */
export type RecorderState = 'off' | 'recording' | 'late' | 'failed' | 'refused'

const chunkMs = 2000
/** Ten seconds behind: the reviewer should know. */
const lateChunks = 5
/** Two minutes behind, about 5 MB: the memory is not for more. */
const mostChunks = 60
const retryMs = [500, 1000, 2000, 4000]
const formats = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4']
const bitsPerSecond = { videoBitsPerSecond: 600_000, audioBitsPerSecond: 32_000 }

/** Records a running call in this page and hands it over in chunks, each kept by the desk before the next is sent (G9). */
export class Recorder {
  readonly state: Store<RecorderState> = createStore<RecorderState>('off')
  private readonly room: Room
  private readonly local: LocalMedia
  private readonly caseCode: string
  private running: { film: Film; media: MediaRecorder; id: string; unwatch: () => void } | null = null
  private waiting: Blob[] = []
  private sent = 0
  private sending: Promise<void> = Promise.resolve()

  constructor({ caseCode, room, local }: { caseCode: string; room: Room; local: LocalMedia }) {
    this.caseCode = caseCode
    this.room = room
    this.local = local
  }

  /** Begins a stretch, if none is running. */
  async start(): Promise<void> {
    const mimeType = formats.find(format => MediaRecorder.isTypeSupported(format))
    if (this.state.get() === 'recording' || this.state.get() === 'late') return
    if (!mimeType) return this.state.set(() => 'failed')
    this.state.set(() => 'recording')
    try {
      const path = `/api/console/cases/${encodeURIComponent(this.caseCode)}/recordings`
      const { id } = await api<StartedRecording>(path, { method: 'POST', body: { mime: mimeType } })
      this.run(id, mimeType)
    } catch (error) {
      this.state.set(() => (asApiError(error).code === 'not-allowed' ? 'refused' : 'failed'))
    }
  }

  /** The last chunk is sent, then the stretch ended. */
  async stop(): Promise<void> {
    const running = this.close()
    if (!running) return
    await running.stopped
    await this.sending
    if (this.state.get() !== 'failed') this.state.set(() => 'off')
    await api(`/api/console/recordings/${running.id}/end`, { method: 'POST', keepalive: true }).catch(() => undefined)
  }

  private run(id: string, mimeType: string): void {
    const film = new Film(() => `${this.caseCode} · ${whenInWords(new Date(deskNow()).toISOString())}`)
    const show = () => {
      film.show('remote', this.room.state.get().remote)
      film.show('local', this.local.state.get().stream)
    }
    const watched = [this.room.state.subscribe(show), this.local.state.subscribe(show)]
    show()
    const media = new MediaRecorder(film.stream, { mimeType, ...bitsPerSecond })
    const unwatch = () => {
      for (const undo of watched) undo()
    }
    this.running = { film, media, id, unwatch }
    this.waiting = []
    this.sent = 0
    media.ondataavailable = ({ data }) => data.size > 0 && this.take(id, data)
    media.onerror = () => this.fail('failed')
    media.start(chunkMs)
  }

  private take(id: string, chunk: Blob): void {
    this.waiting.push(chunk)
    if (this.waiting.length > mostChunks) {
      this.fail('failed')
      return
    }
    if (this.waiting.length > lateChunks) this.state.set(now => (now === 'recording' ? 'late' : now))
    this.sending = this.sending.then(() => this.sendNext(id))
  }

  /** In order, and again until it is kept: a chunk that is left out would end the film there. */
  private async sendNext(id: string): Promise<void> {
    const [chunk] = this.waiting
    for (let attempt = 0; chunk && this.waiting[0] === chunk; attempt++) {
      try {
        await api(`/api/console/recordings/${id}/chunks/${this.sent}`, { method: 'PUT', body: chunk })
        this.sent += 1
        this.waiting.shift()
        if (this.waiting.length <= 1) this.state.set(now => (now === 'late' ? 'recording' : now))
      } catch (error) {
        const { code, passing } = asApiError(error)
        if (!passing) return this.fail(code === 'not-allowed' ? 'refused' : 'failed')
        await new Promise(resolve => setTimeout(resolve, retryMs[Math.min(attempt, retryMs.length - 1)]))
      }
    }
  }

  private fail(state: 'failed' | 'refused'): void {
    const running = this.close()
    this.waiting = []
    this.state.set(() => state)
    if (running) void api(`/api/console/recordings/${running.id}/end`, { method: 'POST' }).catch(() => undefined)
  }

  /** `stopped`: the last chunk has come. */
  private close(): { id: string; stopped: Promise<unknown> } | null {
    const { running } = this
    this.running = null
    if (!running) return null
    const { media, film, id, unwatch } = running
    const isActive = media.state !== 'inactive'
    const stopped = isActive ? new Promise(resolve => media.addEventListener('stop', resolve, { once: true })) : Promise.resolve()
    if (isActive) media.stop()
    unwatch()
    film.close()
    return { id, stopped }
  }
}
