import type { RtcIceServer } from '../../api/contract.ts'

export interface Signal {
  /** names one RTCPeerConnection; the side that offers draws it, so a late message of an older one is told apart */
  link: string
  description?: RTCSessionDescriptionInit
  candidate?: RTCIceCandidateInit
}

interface PeerLinkOptions {
  id: string
  polite: boolean
  /** the other side's first offer is on its way to us */
  answering: boolean
  iceServers: RtcIceServer[]
  stream: MediaStream | null
  send(signal: Signal): void
  onRemote(stream: MediaStream): void
  onState(state: RTCPeerConnectionState): void
}

/** One RTCPeerConnection with perfect negotiation (W3C WebRTC 1.0, section 10.7). */
export class PeerLink {
  readonly id: string
  readonly pc: RTCPeerConnection
  private readonly options: PeerLinkOptions
  private readonly remote = new MediaStream()
  private mayOffer: boolean
  private makingOffer = false
  private ignoringOffer = false

  constructor(options: PeerLinkOptions) {
    this.options = options
    this.id = options.id
    this.mayOffer = !options.answering
    this.pc = new RTCPeerConnection({ iceServers: options.iceServers })
    this.addTracks(options.stream)
    this.pc.onnegotiationneeded = () => void this.offer()
    this.pc.onicecandidate = ({ candidate }) => {
      if (candidate) options.send({ link: this.id, candidate: candidate.toJSON() })
    }
    this.pc.ontrack = ({ track }) => {
      this.remote.addTrack(track)
      options.onRemote(this.remote)
    }
    this.pc.onconnectionstatechange = () => options.onState(this.pc.connectionState)
  }

  /** An offer names both kinds, also without a camera of its own; tracks that wait for an offer are taken up by it. */
  private addTracks(stream: MediaStream | null): void {
    for (const kind of ['audio', 'video'] as const) {
      const track = stream?.getTracks().find(one => one.kind === kind)
      if (track) this.pc.addTrack(track, stream ?? new MediaStream())
      else if (this.mayOffer) this.pc.addTransceiver(kind, { direction: 'recvonly' })
    }
  }

  private async offer(): Promise<void> {
    if (!this.mayOffer) return
    try {
      this.makingOffer = true
      await this.pc.setLocalDescription()
      this.sendDescription()
    } catch {
      // the connection was closed meanwhile, or the other side's offer came first: both settle themselves
    } finally {
      this.makingOffer = false
    }
  }

  private sendDescription(): void {
    if (this.pc.localDescription) this.options.send({ link: this.id, description: this.pc.localDescription.toJSON() })
  }

  async receive({ description, candidate }: Signal): Promise<void> {
    if (description) await this.describe(description)
    else if (candidate && !this.ignoringOffer) await this.pc.addIceCandidate(candidate)
  }

  private async describe(description: RTCSessionDescriptionInit): Promise<void> {
    const collision = description.type === 'offer' && (this.makingOffer || this.pc.signalingState !== 'stable')
    this.ignoringOffer = !this.options.polite && collision
    if (this.ignoringOffer) return
    await this.pc.setRemoteDescription(description)
    if (description.type !== 'offer') return
    await this.pc.setLocalDescription()
    this.mayOffer = true
    this.sendDescription()
  }

  async replaceVideoTrack(track: MediaStreamTrack): Promise<void> {
    const video = this.pc.getTransceivers().find(one => (one.sender.track ?? one.receiver.track)?.kind === 'video')
    if (!video) return
    await video.sender.replaceTrack(track)
    if (video.direction === 'recvonly') video.direction = 'sendrecv'
  }

  close(): void {
    this.pc.onnegotiationneeded = null
    this.pc.onicecandidate = null
    this.pc.ontrack = null
    this.pc.onconnectionstatechange = null
    this.pc.close()
  }
}

/** What arrived is from the other browser: checked for shape, and WebRTC checks the rest. */
export function readSignal(data: unknown): Signal | undefined {
  if (typeof data !== 'object' || data === null || !('link' in data) || typeof data.link !== 'string') return undefined
  return data as Signal
}
