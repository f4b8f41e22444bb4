import { useEffect, useMemo } from 'preact/hooks'
import type { CallView, JoinResponse } from '../../api/contract.ts'
import { deviceId } from '../room/device-id.ts'
import { api } from '../room/http.ts'
import { rememberJoined } from '../room/joined-before.ts'
import { LocalMedia } from '../room/local-media.ts'
import { Room } from '../room/room.ts'
import { ownZone } from '../room/time.ts'
import { useStore } from '../shared/store.ts'
import { afterCall } from './after-call.tsx'
import { Early } from './early.tsx'
import { InCall } from './in-call.tsx'
import { Lobby } from './lobby.tsx'
import { Over } from './over.tsx'

interface Props {
  code: string
  view: CallView
  reload(): void
}

/** The applicant's way: before the window, at the door, in the call, after it. */
export function ApplicantCall({ code, view, reload }: Props) {
  const { local, room } = useMemo(() => {
    const local = new LocalMedia()
    const join = () =>
      api<JoinResponse>(`/api/calls/${encodeURIComponent(code)}/join`, {
        method: 'POST',
        body: { device: deviceId(), timeZone: ownZone },
      })
    return { local, room: new Room({ role: 'applicant', local, join }) }
  }, [code])
  const { socket, ending, refusal, joined } = useStore(room.state)

  useEffect(() => {
    if (socket === 'ready') rememberJoined(code, true)
    if (!ending && !refusal) return
    if (ending) rememberJoined(code, false)
    local.close()
  }, [code, socket, ending, refusal, local])

  useEffect(() => {
    if (refusal?.code === 'too-early') reload()
  }, [refusal, reload])

  const enter = async () => {
    const stream = await local.open()
    if (stream) room.start()
  }
  if (ending || (refusal && refusal.code !== 'too-early')) {
    return afterCall({ ending, refusal, wasIn: joined !== null, view, onReturn: () => void enter() })
  }
  if (socket !== 'idle') return <InCall room={room} local={local} view={view} />
  if (view.window === 'early') return <Early view={view} local={local} />
  if (view.window === 'over') return <Over chatUrl={view.chatUrl} />
  return <Lobby code={code} view={view} local={local} onJoin={enter} />
}
