import { randomId } from './device-id.ts'
import type { MediaDoor, MediaGrant, MediaLink, MediaSession, P2pGrant, Quality } from './media.ts'
import { PeerLink, readSignal, type Signal } from './peer-link.ts'
import { watchQuality } from './quality.ts'

/** An offer without an answer, or a connection that does not come back, is begun anew after this long. */
const patienceMs = 8000

/** Peer to peer over the room's socket. The impolite side opens every connection; a new session of either person gets a new one. */
export function createP2p(grant: P2pGrant, door: MediaDoor): MediaSession {
  return new P2pSession(grant, door)
}

class P2pSession implements MediaSession {
  private grant: P2pGrant
  private readonly door: MediaDoor
  private stream: MediaStream | null = null
  private link: PeerLink | null = null
  /** undefined after joining again: whoever is there is then someone new */
  private session: string | null | undefined = null
  private patience: ReturnType<typeof setTimeout> | undefined
  private stopWatching: () => void = () => undefined
  private tellRemote: (stream: MediaStream | null) => void = () => undefined
  private tellLink: (link: MediaLink) => void = () => undefined
  private tellQuality: (quality: Quality) => void = () => undefined
  private wasConnected = false

  constructor(grant: P2pGrant, door: MediaDoor) {
    this.grant = grant
    this.door = door
  }

  async attachLocal(stream: MediaStream): Promise<void> {
    this.stream = stream
  }

  async replaceVideoTrack(track: MediaStreamTrack): Promise<void> {
    await this.link?.replaceVideoTrack(track)
  }

  onRemote(listener: (stream: MediaStream | null) => void): void {
    this.tellRemote = listener
  }

  onLink(listener: (link: MediaLink) => void): void {
    this.tellLink = listener
  }

  onQuality(listener: (quality: Quality) => void): void {
    this.tellQuality = listener
  }

  peerIs(session: string | null): void {
    if (session === this.session) return
    this.session = session
    this.drop()
    this.wasConnected = false
    this.tellLink('new')
    if (!session) this.tellRemote(null)
    else if (this.grant.polite) this.beginAfter(patienceMs)
    else this.begin()
  }

  rejoined(grant: MediaGrant): void {
    if (grant.provider === 'p2p') this.grant = grant
    this.session = undefined
  }

  signal(data: unknown): void {
    const signal = readSignal(data)
    if (!signal) return
    if (signal.link !== this.link?.id) {
      if (signal.description?.type !== 'offer' || (this.link && !this.grant.polite)) return
      this.open(signal.link, true)
    }
    const link = this.link
    link?.receive(signal).catch(() => {
      if (this.link === link) this.beginAfter(patienceMs)
    })
  }

  close(): void {
    this.session = null
    this.drop()
  }

  private begin(): void {
    this.open(randomId(), false)
  }

  /** If nothing has come of it until then. */
  private beginAfter(ms: number): void {
    clearTimeout(this.patience)
    this.patience = setTimeout(() => {
      if (this.session && this.link?.pc.connectionState !== 'connected') this.begin()
    }, ms)
  }

  private open(id: string, answering: boolean): void {
    this.drop()
    const link = new PeerLink({
      id,
      answering,
      polite: this.grant.polite,
      iceServers: this.grant.iceServers,
      stream: this.stream,
      send: (signal: Signal) => this.door.sendSignal(signal),
      onRemote: stream => this.tellRemote(stream),
      onState: state => this.stateIs(link, state),
    })
    this.link = link
    this.tellLink(this.wasConnected ? 'interrupted' : 'connecting')
    this.stopWatching = watchQuality(link.pc, quality => this.tellQuality(quality))
    this.beginAfter(this.grant.polite ? patienceMs * 2 : patienceMs)
  }

  private stateIs(link: PeerLink, state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      clearTimeout(this.patience)
      this.wasConnected = true
      this.tellLink('connected')
      return
    }
    if (state !== 'disconnected' && state !== 'failed') return
    this.tellLink('interrupted')
    this.tellQuality('poor')
    if (state === 'failed') link.pc.restartIce()
    this.beginAfter(this.grant.polite ? patienceMs * 2 : patienceMs)
  }

  private drop(): void {
    clearTimeout(this.patience)
    this.stopWatching()
    this.stopWatching = () => undefined
    this.link?.close()
    this.link = null
  }
}
