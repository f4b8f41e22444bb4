import { useEffect, useMemo } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { phaseOf } from '../room/room-state.ts'
import { Recorder } from './recorder.ts'
import type { DeskCall } from './use-desk-call.ts'

/** Records the call by itself, from the moment that both see each other until it ends, where desk and applicant want it. */
export function useRecorder(call: DeskCall | null, file: CaseFile | null): Recorder | null {
  const recorder = useMemo(() => call && new Recorder(call), [call])
  const wanted = file !== null && file.caseCode === call?.caseCode && file.recording.may && file.may.check
  useEffect(() => {
    if (!call || !recorder || !wanted) return
    const follow = () => {
      if (phaseOf(call.room.state.get()) === 'connected' && recorder.state.get() === 'off') void recorder.start()
    }
    follow()
    return call.room.state.subscribe(follow)
  }, [call, recorder, wanted])
  useEffect(() => {
    if (!call || !recorder) return
    const leave = () => void recorder.stop()
    addEventListener('pagehide', leave)
    const undo = call.room.state.subscribe(() => call.room.state.get().ending && leave())
    return () => {
      removeEventListener('pagehide', leave)
      undo()
      leave()
    }
  }, [call, recorder])
  return recorder
}
