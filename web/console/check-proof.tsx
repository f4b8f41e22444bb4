import type { CaseFile, CheckState } from '../../api/contract.ts'
import type { Room } from '../room/room.ts'
import { BlindEntry } from './blind-entry.tsx'
import { CaptureButtons, useVisible } from './capture-buttons.tsx'
import { FaceCompare } from './face-compare.tsx'
import { FaceDistance } from './face-distance.tsx'

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
  if (!check.captures) return null
  // whoever looks at it afterwards reads what was found, and takes nothing
  if (!file.booking?.mine) return check.key === 'face-match' ? <Faces {...{ check, file, onChanged }} editable={false} /> : null
  return (
    <>
      <CaptureButtons
        code={file.caseCode}
        kinds={check.captures}
        captures={file.captures}
        room={visible}
        editable={editable}
        onTaken={onChanged}
      />
      {check.key === 'face-match' && <Faces {...{ check, file, editable, onChanged }} />}
    </>
  )
}

/** By eye always; by software where the applicant agreed. */
function Faces({ check, file, editable, onChanged }: Omit<Props, 'room'>) {
  return (
    <>
      <FaceCompare file={file} comparison={check.comparison} editable={editable} onSaved={onChanged} />
      <FaceDistance file={file} distance={check.distance} editable={editable} onMeasured={onChanged} />
    </>
  )
}
