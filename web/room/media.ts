import type { JoinResponse } from '../../api/contract.ts'

export type MediaGrant = JoinResponse['media']
export type P2pGrant = Extract<MediaGrant, { provider: 'p2p' }>
export type AgoraGrant = Extract<MediaGrant, { provider: 'agora' }>

export type Quality = 'unknown' | 'good' | 'fair' | 'poor'
/** interrupted: there was a picture, and it is being won back */
export type MediaLink = 'new' | 'connecting' | 'connected' | 'interrupted'

/** Picture and sound between the two people of a call, whoever carries them. */
export interface MediaSession {
  /** What this person shows; call it before `peerIs`. */
  attachLocal(stream: MediaStream): Promise<void>
  replaceVideoTrack(track: MediaStreamTrack): Promise<void>
  onRemote(listener: (stream: MediaStream | null) => void): void
  onLink(listener: (link: MediaLink) => void): void
  onQuality(listener: (quality: Quality) => void): void
  /** Who is there, as the room says; another session means that the other side began anew. */
  peerIs(session: string | null): void
  /** This side joined again and got a new grant. */
  rejoined(grant: MediaGrant): void
  /** What the other side's session sent through the room. */
  signal(data: unknown): void
  close(): void
}

/** What a provider may ask of the room. */
export interface MediaDoor {
  sendSignal(data: unknown): void
  /** a fresh grant for the same call, when a token is about to end */
  renew(): Promise<MediaGrant>
}

/** The provider cannot be reached; the page says so and offers another try. */
export class MediaUnreachable extends Error {}
