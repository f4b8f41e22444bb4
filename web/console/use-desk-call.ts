import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { JoinResponse } from '../../api/contract.ts'
import { cameraAllowed } from '../room/browser.ts'
import { deviceId } from '../room/device-id.ts'
import { api } from '../room/http.ts'
import { joinedBefore, rememberJoined } from '../room/joined-before.ts'
import { LocalMedia } from '../room/local-media.ts'
import { Room } from '../room/room.ts'
import { phaseOf } from '../room/room-state.ts'
import { ownZone } from '../room/time.ts'

export interface DeskCall {
  caseCode: string
  room: Room
  local: LocalMedia
}

export interface DeskCalls {
  call: DeskCall | null
  join(caseCode: string): void
  /** the call of that case is over for both */
  end(caseCode: string): void
  dismiss(): void
  /** after a reload: goes back in, if this tab was in that call */
  comeBack(caseCode: string): void
}

function openCall(caseCode: string): DeskCall {
  const local = new LocalMedia()
  const join = () =>
    api<JoinResponse>(`/api/console/cases/${encodeURIComponent(caseCode)}/join`, {
      method: 'POST',
      body: { device: deviceId(), timeZone: ownZone },
    })
  return { caseCode, local, room: new Room({ role: 'reviewer', local, join }) }
}

/** The one call that this desk is in; it goes on while other cases are looked at. `onMet`: the two are in the room together. */
export function useDeskCall(onMet: () => void): DeskCalls {
  const [call, setCall] = useState<DeskCall | null>(null)
  const met = useRef(onMet)
  met.current = onMet
  useEffect(() => {
    if (!call) return
    let together = false
    return call.room.state.subscribe(() => {
      const { socket, ending, peer } = call.room.state.get()
      if (peer && !together) met.current()
      together = peer !== null
      if (socket === 'ready') rememberJoined(call.caseCode, true)
      if (!ending) return
      rememberJoined(call.caseCode, false)
      call.local.close()
    })
  }, [call])
  const join = useCallback(
    async (caseCode: string) => {
      const running = call && call.caseCode !== caseCode && phaseOf(call.room.state.get()) !== 'ended'
      if (running) call.room.leave()
      const next = call?.caseCode === caseCode ? call : openCall(caseCode)
      setCall(next)
      if (await next.local.open({ soundAlone: true })) next.room.start()
    },
    [call],
  )
  const comeBack = useCallback(
    async (caseCode: string) => {
      if (!call && joinedBefore(caseCode) && (await cameraAllowed())) void join(caseCode)
    },
    [call, join],
  )
  return {
    call,
    join: caseCode => void join(caseCode),
    end: caseCode => {
      if (call?.caseCode === caseCode && phaseOf(call.room.state.get()) !== 'ended') call.room.end()
    },
    dismiss: () => setCall(null),
    comeBack: caseCode => void comeBack(caseCode),
  }
}
