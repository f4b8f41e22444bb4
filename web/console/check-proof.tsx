import type { CaseFile, CheckState } from '../../api/contract.ts'
import type { Room } from '../room/room.ts'
import { BlindEntry } from './blind-entry.tsx'
import { CaptureButtons, useVisible } from './capture-buttons.tsx'

interface Props {
  check: CheckState
  file: CaseFile
  room: Room | null
  editable: boolean
  onChanged(): void
}

/** What is kept of a check beside its result: stills from the call, data typed from the card. */
export function CheckProof({ check, file, room, editable, onChanged }: Props) {
  const visible = useVisible(room)
  if (check.key === 'card-data') {
    const mayType = editable && file.booking?.mine === true
    if (!mayType && !check.entry) return null
    return <BlindEntry code={file.caseCode} entry={check.entry} editable={mayType} onSettled={onChanged} />
  }
  if (!check.captures || !file.booking?.mine) return null
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
