import type { CaseFile, CheckState } from '../../api/contract.ts'
import type { Room } from '../room/room.ts'
import { CaptureButtons, useVisible } from './capture-buttons.tsx'

interface Props {
  check: CheckState
  file: CaseFile
  room: Room | null
  editable: boolean
  onChanged(): void
}

/** What is kept of a check beside its result: stills from the call. */
export function CheckProof({ check, file, room, editable, onChanged }: Props) {
  const visible = useVisible(room)
  if (!check.captures) return null
  if (!file.booking?.mine) return null
  return (
    <CaptureButtons
      code={file.caseCode}
      kinds={check.captures}
      captures={file.captures}
      room={visible}
      editable={editable}
      onTaken={onChanged}
    />
  )
}
