import type { MediaDoor, MediaGrant, MediaSession } from './media.ts'
import { createP2p } from './p2p.ts'

/** The session for a grant. Agora's SDK (some 430 kB) is fetched only when the API answers with it. */
export async function openMedia(grant: MediaGrant, door: MediaDoor): Promise<MediaSession> {
  if (grant.provider === 'p2p') return createP2p(grant, door)
  const { joinAgora } = await import('./agora.ts')
  return joinAgora(grant, door)
}
