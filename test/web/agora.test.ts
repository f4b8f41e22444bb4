import { beforeEach, expect, test, vi } from 'vitest'
import type { JoinResponse } from '../../api/contract.ts'
import { until } from '../support/wait.ts'

/** The SDK as far as the session uses it: what was asked of it, and its events at the test's word. */
const sdk = vi.hoisted(() => ({ asked: [] as string[], on: new Map<string, () => void>() }))
vi.mock('agora-rtc-sdk-ng', () => {
  const note = (what: string) => Promise.resolve(void sdk.asked.push(what))
  const client = {
    on: (event: string, listener: () => void) => void sdk.on.set(event, listener),
    removeAllListeners: () => sdk.on.clear(),
    join: (_appId: string, channel: string, token: string) => note(`join ${channel} ${token}`),
    renewToken: (token: string) => note(`renew ${token}`),
    publish: (tracks: unknown[]) => note(`publish ${tracks.length}`),
    leave: () => note('leave'),
  }
  const track = () => ({})
  const library = { setLogLevel: track, disableLogUpload: track, createClient: () => client }
  return { default: { ...library, createCustomVideoTrack: track, createCustomAudioTrack: track } }
})
vi.stubGlobal(
  'MediaStream',
  class {
    getTracks = () => []
  },
)

type AgoraGrant = Extract<JoinResponse['media'], { provider: 'agora' }>
interface Session {
  attachLocal(stream: unknown): Promise<void>
  rejoined(grant: AgoraGrant): void
  peerIs(session: string | null): void
}
interface Provider {
  joinAgora(grant: AgoraGrant, door: { sendSignal(): void; renew(): Promise<AgoraGrant> }): Promise<Session>
}
/** A page's module: the types of a browser are none of the tests' own. */
const page: string = '../../web/room/agora.ts'
const { joinAgora } = (await import(page)) as Provider

const grantOf = (token: string, channel = 'one'): AgoraGrant => ({
  ...{ provider: 'agora', appId: 'app', channel, token, uid: 1, peerUid: 2 },
  expiresAt: '2026-11-24T03:00:00.000Z',
})
const stream = { getVideoTracks: () => [{}], getAudioTracks: () => [{}] }
beforeEach(() => {
  sdk.asked.length = 0
})

/** A session in channel one, with picture and sound; what the desk grants when it is asked again. */
async function session(next: AgoraGrant) {
  const media = await joinAgora(grantOf('first'), { sendSignal: () => undefined, renew: () => Promise.resolve(next) })
  await media.attachLocal(stream)
  expect(sdk.asked.splice(0)).toEqual(['join one first', 'publish 2'])
  return media
}
const asks = (expected: string[]) =>
  until(() => sdk.asked.length >= expected.length, { what: expected.join(', ') }).then(() => expect(sdk.asked).toEqual(expected))

test('before its end the token is renewed, and the call goes on untouched', async () => {
  await session(grantOf('second'))
  sdk.on.get('token-privilege-will-expire')?.()
  await asks(['renew second'])
})

test('after its end, when the SDK has cut the line, the channel is joined again with a fresh one, and the picture goes out again', async () => {
  await session(grantOf('second'))
  sdk.on.get('token-privilege-did-expire')?.()
  await asks(['leave', 'join one second', 'publish 2'])
})

test('a join after a lost line brings a token of its own', async () => {
  const media = await session(grantOf('second'))
  media.rejoined(grantOf('third'))
  await asks(['renew third'])
})

test('a call that changed hands is followed into its new channel; the same reviewer coming and going is not asked about', async () => {
  const media = await session(grantOf('second', 'two'))
  for (const peer of [null, 'reviewer-a', null, 'reviewer-a']) media.peerIs(peer)
  media.peerIs('reviewer-b')
  await asks(['leave', 'join two second', 'publish 2'])
})
