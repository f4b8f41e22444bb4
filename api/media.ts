import { createHash } from 'node:crypto'
import agora from 'agora-token'
import type { Joined } from '../core/call/join.ts'
import type { RoomRole } from '../db/values.ts'
import type { JoinResponse, RtcIceServer } from './contract.ts'

export interface MediaSettings {
  agora: { appId: string; certificate: string } | undefined
  iceServers: RtcIceServer[]
}

/** Agora wants integer uids; in a channel for two, one each. */
const uids: Record<RoomRole, number> = { applicant: 1, reviewer: 2 }

/** Names the room to Agora and says nothing about the case: letters and digits, under 64 bytes. A moved booking gets another channel. */
export function channelOf(bookingId: string, version: number): string {
  return createHash('sha256').update(`${bookingId}/${version}`).digest('hex').slice(0, 32)
}

/**
 * What a page needs to meet the other: a fresh Agora token for exactly this channel, uid and the rest of the slot, made at the moment
 * of joining; or, without Agora, the ICE servers of the peer-to-peer call. Agora's expiries are seconds from now, 24 h at most.
 */
export function mediaFor(settings: MediaSettings, joined: Joined, role: RoomRole, now: Date): JoinResponse['media'] {
  if (!settings.agora) return { provider: 'p2p', iceServers: settings.iceServers, polite: role === 'applicant' }
  const { appId, certificate } = settings.agora
  const channel = channelOf(joined.booking.id, joined.booking.version)
  const seconds = Math.max(60, Math.ceil((joined.endsAt.getTime() - now.getTime()) / 1000))
  const uid = uids[role]
  const { RtcTokenBuilder, RtcRole } = agora
  // privilegeExpire defaults to 0, which the SDK takes for "never asked": pass it
  const token = RtcTokenBuilder.buildTokenWithUid(appId, certificate, channel, uid, RtcRole.PUBLISHER, seconds, seconds)
  // a wrong id or certificate gives "" without an error
  if (!token) throw new Error('agora-token made no token: check AGORA_APP_ID and AGORA_APP_CERTIFICATE')
  const expiresAt = new Date(Date.now() + seconds * 1000).toISOString()
  return {
    provider: 'agora',
    appId,
    channel,
    token,
    uid,
    peerUid: uids[role === 'applicant' ? 'reviewer' : 'applicant'],
    expiresAt,
  }
}
