import type { JoinResponse, Role, RoomDown, RoomUp, Step } from '../../api/contract.ts'
import { createStore, type Store } from '../shared/store.ts'
import { setDeskTime } from './clock.ts'
import { asApiError } from './http.ts'
import type { LocalMedia } from './local-media.ts'
import { type MediaSession, MediaUnreachable, type Quality } from './media.ts'
import { openMedia } from './open-media.ts'
import { watchPage } from './page-life.ts'
import { openRoomSocket, type RoomSocket } from './room-socket.ts'
import { beforeJoining, type Ending, type RoomState, withLine } from './room-state.ts'

const backOffMs = [500, 1000, 2000, 4000]

interface RoomOptions {
  role: Role
  local: LocalMedia
  /** a fresh join: a new ticket and a new grant */
  join(): Promise<JoinResponse>
}

/** One person's place in a call: joins, signals, and comes back by itself until it is told to stop. */
export class Room {
  readonly state: Store<RoomState> = createStore(beforeJoining)
  private readonly options: RoomOptions
  private socket: RoomSocket | null = null
  private media: Promise<MediaSession> | null = null
  private provider = ''
  private attempt = 0
  private retry: ReturnType<typeof setTimeout> | undefined
  private run = 0
  private unwatch: (() => void)[] = []
  private kept: Extract<RoomUp, { type: 'step' | 'line' }>[] = []

  constructor(options: RoomOptions) {
    this.options = options
  }

  /** Joins; also the way back after leaving, a refusal or a replacement. */
  start(): void {
    this.stop()
    this.patch({ ...beforeJoining, lines: this.state.get().lines, step: this.state.get().step, socket: 'joining' })
    const { local } = this.options
    let shown = local.shown
    const tellMedia = () => {
      if (local.shown.camera === shown.camera && local.shown.microphone === shown.microphone) return
      shown = local.shown
      this.send({ type: 'media', media: shown })
    }
    const tellCamera = () => this.send({ type: 'media', media: local.shown, ...local.named })
    this.unwatch = [
      local.state.subscribe(tellMedia),
      local.onVideoTrack(track => this.withMedia(media => void media.replaceVideoTrack(track))),
      local.onVideoTrack(tellCamera),
      watchPage({ away: () => this.away(), back: () => this.state.get().socket === 'lost' && this.connectSoon(0) }),
    ]
    this.attempt = 0
    void this.connect()
  }

  leave(): void {
    this.finish('left')
  }

  /** The reviewer ends the call for both. */
  end(): void {
    this.send({ type: 'end' })
    this.finish('ended')
  }

  setStep(step: Step): void {
    this.send({ type: 'step', step })
    this.patch({ step })
  }

  sendLine(text: string): void {
    this.send({ type: 'line', text })
    this.patch(withLine(this.state.get(), this.options.role, text))
  }

  private async connect(): Promise<void> {
    this.run += 1
    const run = this.run
    try {
      const joined = await this.options.join()
      if (run !== this.run) return
      setDeskTime(joined.serverNow)
      this.patch({ joined, step: joined.step, refusal: null })
      this.prepareMedia(joined)
      this.socket = openRoomSocket(
        { ticket: joined.ticket, media: this.options.local.shown, ...this.options.local.named },
        {
          onMessage: message => this.take(message),
          onLost: () => this.lost(),
        },
      )
    } catch (error) {
      if (run !== this.run) return
      const refusal = asApiError(error)
      if (refusal.passing && this.state.get().joined) return this.lost()
      this.stop()
      this.patch({ socket: 'idle', refusal })
    }
  }

  /** The page goes away: the other side learns it at once. It may come back from the browser's cache. */
  private away(): void {
    this.socket?.close()
    this.socket = null
    this.patch({ socket: 'lost' })
  }

  private lost(): void {
    this.socket = null
    this.patch({ socket: 'lost' })
    this.connectSoon(backOffMs[Math.min(this.attempt, backOffMs.length - 1)] ?? 4000)
    this.attempt += 1
  }

  private connectSoon(ms: number): void {
    clearTimeout(this.retry)
    this.retry = setTimeout(() => void this.connect(), ms)
  }

  /** The carrier outlives a lost socket; only another provider begins anew. */
  private prepareMedia(joined: JoinResponse): void {
    if (this.media && this.provider === joined.media.provider) return void this.withMedia(media => media.rejoined(joined.media))
    this.closeMedia()
    this.provider = joined.media.provider
    const door = {
      sendSignal: (data: unknown) => this.send({ type: 'signal', data }),
      renew: async () => (await this.options.join()).media,
    }
    this.media = openMedia(joined.media, door).then(async media => {
      media.onRemote(remote => this.patch({ remote }))
      media.onLink(link => this.patch({ media: link }))
      media.onQuality(quality => this.qualityIs(quality))
      const { stream } = this.options.local.state.get()
      if (stream) await media.attachLocal(stream)
      return media
    })
    this.media.catch(error => this.patch({ mediaUnreachable: error instanceof MediaUnreachable || this.provider === 'agora' }))
  }

  /** The other page is told when it changes. */
  private qualityIs(quality: Quality): void {
    if (quality !== 'unknown' && quality !== this.state.get().quality) this.send({ type: 'quality', quality })
    this.patch({ quality })
  }

  private withMedia(use: (media: MediaSession) => void): void {
    this.media?.then(use).catch(() => undefined)
  }

  private take(message: RoomDown): void {
    switch (message.type) {
      case 'ready':
        this.attempt = 0
        this.patch({
          ...{ socket: 'ready', step: message.step, recording: message.recording },
          ...{ prompt: message.prompt ?? null, patienceUntil: message.patienceUntil ?? null },
        })
        this.peerIs(message.peer)
        this.sendKept()
        break
      case 'peer':
        this.peerIs(message.peer)
        break
      case 'signal':
        this.withMedia(media => media.signal(message.data))
        break
      case 'step':
        this.patch({ step: message.step })
        break
      case 'prompt':
        this.patch({ prompt: message.prompt })
        break
      case 'help':
        this.patch({ helpAt: message.at })
        break
      case 'quality':
        this.patch({ peerQuality: message.quality })
        break
      case 'patience':
        this.patch({ patienceUntil: message.until })
        break
      case 'line':
        if (message.from !== this.options.role) this.patch(withLine(this.state.get(), message.from, message.text))
        break
      case 'recording':
        this.patch({ recording: message.on })
        break
      case 'closed':
        if (message.reason !== 'ticket') this.finish(message.reason)
        break
    }
  }

  private peerIs(peer: RoomState['peer']): void {
    this.patch({ peer, peerWasHere: this.state.get().peerWasHere || peer !== null, ...(peer ? {} : { peerQuality: null }) })
    this.withMedia(media => media.peerIs(peer?.session ?? null))
  }

  private send(message: RoomUp): void {
    const isKept = message.type === 'step' || message.type === 'line'
    if (isKept && this.state.get().socket !== 'ready') this.kept.push(message)
    else this.socket?.send(message)
  }

  /** What was meant for the other while the line was down. */
  private sendKept(): void {
    const kept = this.kept
    this.kept = []
    for (const message of kept) {
      this.send(message)
      if (message.type === 'step') this.patch({ step: message.step })
    }
  }

  private finish(ending: Ending): void {
    this.stop()
    this.patch({ ending, remote: null, peer: null })
  }

  private stop(): void {
    this.run += 1
    clearTimeout(this.retry)
    for (const undo of this.unwatch) undo()
    this.unwatch = []
    this.socket?.close()
    this.socket = null
    this.closeMedia()
  }

  private closeMedia(): void {
    this.withMedia(media => media.close())
    this.media = null
  }

  private patch(change: Partial<RoomState>): void {
    this.state.set(now => ({ ...now, ...change }))
  }
}
