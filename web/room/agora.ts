import AgoraRTC, {
  type IAgoraRTCClient,
  type IAgoraRTCRemoteUser,
  type ILocalTrack,
  type ILocalVideoTrack,
} from 'agora-rtc-sdk-ng'
import {
  type AgoraGrant,
  type MediaDoor,
  type MediaGrant,
  type MediaLink,
  type MediaSession,
  MediaUnreachable,
  type Quality,
} from './media.ts'

/** Without a network the SDK's join() never settles. */
const joinTimeoutMs = 12_000

/** A session in the Agora channel that the grant names. Rejects with MediaUnreachable when Agora cannot be joined in time. */
export async function joinAgora(grant: AgoraGrant, door: MediaDoor): Promise<MediaSession> {
  AgoraRTC.setLogLevel(3)
  AgoraRTC.disableLogUpload()
  const client = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' })
  const session = new AgoraSession(client, grant, door)
  try {
    await withinTime(client.join(grant.appId, grant.channel, grant.token, grant.uid))
  } catch (error) {
    session.close()
    throw new MediaUnreachable(error instanceof Error ? error.message : 'Agora did not answer')
  }
  return session
}

async function withinTime<T>(joining: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MediaUnreachable('Agora did not answer in time')), joinTimeoutMs)
  })
  return Promise.race([joining, late]).finally(() => clearTimeout(timer))
}

/** Agora's scale: 0 unknown, 1 excellent … 6 disconnected. */
function grade(uplink: number, downlink: number): Quality {
  const worst = Math.max(uplink, downlink)
  if (worst === 0) return 'unknown'
  if (worst <= 2) return 'good'
  return worst === 3 ? 'fair' : 'poor'
}

class AgoraSession implements MediaSession {
  private readonly client: IAgoraRTCClient
  private readonly door: MediaDoor
  private readonly peerUid: number
  private channel: string
  /** the session of the other, as the room says */
  private peer: string | null = null
  private expired = false
  private tracks: ILocalTrack[] = []
  /** one change of token or channel after another */
  private turn: Promise<void> = Promise.resolve()
  private readonly remote = new MediaStream()
  private video: ILocalVideoTrack | undefined
  private link: MediaLink = 'new'
  private remoteHere = false
  private tellRemote: (stream: MediaStream | null) => void = () => undefined
  private tellLink: (link: MediaLink) => void = () => undefined
  private tellQuality: (quality: Quality) => void = () => undefined

  constructor(client: IAgoraRTCClient, grant: AgoraGrant, door: MediaDoor) {
    this.client = client
    this.door = door
    this.peerUid = grant.peerUid
    this.channel = grant.channel
    this.listen()
  }

  private listen(): void {
    const { client } = this
    client.on('user-published', (user, kind) => void this.take(user, kind === 'video' ? 'video' : 'audio'))
    client.on('user-unpublished', (user, kind) => this.lose(user, kind === 'video' ? 'video' : 'audio'))
    client.on('user-left', user => {
      if (user.uid !== this.peerUid) return
      this.remoteHere = false
      this.clearRemote()
      this.tellRemote(null)
      this.linkIs('new')
    })
    client.on('network-quality', ({ uplinkNetworkQuality, downlinkNetworkQuality }) =>
      this.tellQuality(grade(uplinkNetworkQuality, downlinkNetworkQuality)),
    )
    client.on('connection-state-change', state => {
      if (!this.remoteHere) return
      this.linkIs(state === 'CONNECTED' ? 'connected' : 'interrupted')
    })
    client.on('token-privilege-will-expire', () => void this.renew())
    client.on('token-privilege-did-expire', () => {
      this.expired = true
      void this.renew()
    })
  }

  private async take(user: IAgoraRTCRemoteUser, kind: 'video' | 'audio'): Promise<void> {
    if (user.uid !== this.peerUid) return
    this.linkIs(this.remoteHere ? this.link : 'connecting')
    await this.client.subscribe(user, kind)
    const track = (kind === 'video' ? user.videoTrack : user.audioTrack)?.getMediaStreamTrack()
    if (!track) return
    this.clearRemote(kind)
    this.remote.addTrack(track)
    this.remoteHere = true
    this.tellRemote(this.remote)
    this.linkIs('connected')
  }

  private lose(user: IAgoraRTCRemoteUser, kind: 'video' | 'audio'): void {
    if (user.uid === this.peerUid) this.clearRemote(kind)
  }

  private clearRemote(kind?: 'video' | 'audio'): void {
    for (const track of this.remote.getTracks()) {
      if (!kind || track.kind === kind) this.remote.removeTrack(track)
    }
  }

  private linkIs(link: MediaLink): void {
    this.link = link
    this.tellLink(link)
  }

  private async renew(): Promise<void> {
    const grant = await this.door.renew().catch(() => undefined)
    if (grant) this.rejoined(grant)
  }

  async attachLocal(stream: MediaStream): Promise<void> {
    const [picture] = stream.getVideoTracks()
    const [sound] = stream.getAudioTracks()
    if (picture) this.video = AgoraRTC.createCustomVideoTrack({ mediaStreamTrack: picture, optimizationMode: 'detail' })
    const audio = sound && AgoraRTC.createCustomAudioTrack({ mediaStreamTrack: sound })
    this.tracks = [this.video, audio].filter(track => track !== undefined)
    if (this.tracks.length > 0) await this.client.publish(this.tracks)
  }

  async replaceVideoTrack(track: MediaStreamTrack): Promise<void> {
    if (this.video) return this.video.replaceTrack(track, false)
    this.video = AgoraRTC.createCustomVideoTrack({ mediaStreamTrack: track, optimizationMode: 'detail' })
    this.tracks.push(this.video)
    await this.client.publish(this.video)
  }

  onRemote(listener: (stream: MediaStream | null) => void): void {
    this.tellRemote = listener
  }

  onLink(listener: (link: MediaLink) => void): void {
    this.tellLink = listener
    listener(this.link)
  }

  onQuality(listener: (quality: Quality) => void): void {
    this.tellQuality = listener
  }

  /** The channel itself says who is there; but a call that changed hands goes on in another channel, which a fresh grant names. */
  peerIs(session: string | null): void {
    if (session && this.peer && session !== this.peer) void this.renew()
    this.peer = session ?? this.peer
  }

  rejoined(grant: MediaGrant): void {
    if (grant.provider !== 'agora') return
    this.turn = this.turn.then(() => this.goOn(grant)).catch(() => undefined)
  }

  /** A token in time is passed on. After its end the SDK has cut the line, and wants the channel joined again, as for another one. */
  private async goOn(grant: AgoraGrant): Promise<void> {
    if (grant.channel === this.channel && !this.expired) return this.client.renewToken(grant.token)
    await this.client.leave()
    this.clearRemote()
    this.remoteHere = false
    await this.client.join(grant.appId, grant.channel, grant.token, grant.uid)
    this.channel = grant.channel
    this.expired = false
    if (this.tracks.length > 0) await this.client.publish(this.tracks)
  }

  signal(): void {}

  close(): void {
    this.client.removeAllListeners()
    void this.client.leave().catch(() => undefined)
  }
}
