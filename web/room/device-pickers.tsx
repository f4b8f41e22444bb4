import { useState } from 'preact/hooks'
import { useStore } from '../shared/store.ts'
import { chosenAmong, type DeviceKind, rememberDevice } from './chosen-devices.ts'
import type { LocalMedia } from './local-media.ts'
import { t } from './texts.ts'

/** Camera, microphone and speaker, where there is a choice and the browser leaves it to us; remembered for the next time. */
export function DevicePickers({ local }: { local: LocalMedia }) {
  const { stream, cameras, microphones, speakers } = useStore(local.state)
  if (!stream || [cameras, microphones, speakers].every(devices => devices.length < 2)) return null
  const inUse = (track: MediaStreamTrack | undefined) => track?.getSettings().deviceId
  return (
    <details class="pickers" data-testid="pickers">
      <summary>{t('pickers')}</summary>
      <Picker
        kind="camera"
        devices={cameras}
        now={inUse(stream.getVideoTracks()[0])}
        onChoose={device => void local.chooseCamera(device)}
      />
      <Picker
        kind="microphone"
        devices={microphones}
        now={inUse(stream.getAudioTracks()[0])}
        onChoose={device => void local.chooseMicrophone(device)}
      />
      <Picker
        kind="speaker"
        devices={speakers}
        now={chosenAmong('speaker', speakers)}
        onChoose={device => rememberDevice('speaker', device)}
      />
    </details>
  )
}

interface PickerProps {
  kind: DeviceKind
  devices: MediaDeviceInfo[]
  now: string | undefined
  onChoose(device: MediaDeviceInfo): void
}

function Picker({ kind, devices, now, onChoose }: PickerProps) {
  const [chosen, setChosen] = useState(now)
  if (devices.length < 2) return null
  return (
    <label>
      {t(`picker-${kind}`)}
      <select
        data-testid={`picker-${kind}`}
        value={chosen ?? devices[0]?.deviceId}
        onChange={event => {
          const device = devices.find(({ deviceId }) => deviceId === event.currentTarget.value)
          if (!device) return
          setChosen(device.deviceId)
          onChoose(device)
        }}
      >
        {devices.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId} selected={deviceId === (chosen ?? devices[0]?.deviceId)}>
            {label || t('picker-unnamed', { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  )
}
