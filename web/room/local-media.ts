import type { MediaState } from '../../api/contract.ts'
import { createStore, type Store } from '../shared/store.ts'
import { canChooseSpeaker, chosenAmong, rememberDevice } from './chosen-devices.ts'

export type CameraProblem = 'unsupported' | 'insecure' | 'denied' | 'missing' | 'busy' | 'unknown'

export interface LocalState {
  stream: MediaStream | null
  opening: boolean
  problem: CameraProblem | null
  camera: boolean
  microphone: boolean
  cameras: MediaDeviceInfo[]
  microphones: MediaDeviceInfo[]
  /** where the browser can send sound to a chosen one */
  speakers: MediaDeviceInfo[]
  /** the camera was taken away (unplugged, another app) and can be asked for again */
  cameraLost: boolean
}

const picture = { width: { ideal: 1280 }, height: { ideal: 720 } }
const sound = { echoCancellation: true, noiseSuppression: true }

type Devices = readonly MediaDeviceInfo[]

/** What the browser names by now: before it was ever allowed to use one, devices without names. */
const knownDevices = (): Promise<Devices> => navigator.mediaDevices.enumerateDevices().catch(() => [])

/** The one chosen before, where it is still there. */
function chosen(kind: 'camera' | 'microphone', devices: Devices): MediaTrackConstraints | undefined {
  const input = kind === 'camera' ? 'videoinput' : 'audioinput'
  const deviceId = chosenAmong(
    kind,
    devices.filter(device => device.kind === input),
  )
  return deviceId ? { deviceId: { exact: deviceId } } : undefined
}

const wantedMicrophone = (devices: Devices): MediaTrackConstraints => ({ ...sound, ...chosen('microphone', devices) })
const wantedCamera = (devices: Devices): MediaTrackConstraints => ({
  ...picture,
  ...(chosen('camera', devices) ?? { facingMode: 'user' }),
})

/** This person's camera and microphone: asked for once, shared by the preview, the call and every rejoin. */
export class LocalMedia {
  readonly state: Store<LocalState> = createStore<LocalState>({
    stream: null,
    opening: false,
    problem: null,
    camera: true,
    microphone: true,
    cameras: [],
    microphones: [],
    speakers: [],
    cameraLost: false,
  })
  private readonly listeners = new Set<(track: MediaStreamTrack) => void>()

  /** One request for both. `soundAlone`: go on without a camera when there is none. */
  async open({ soundAlone = false } = {}): Promise<MediaStream | null> {
    if (this.state.get().stream) return this.state.get().stream
    this.patch({ opening: true, problem: null })
    try {
      const stream = await this.ask(soundAlone)
      this.watch(stream)
      this.patch({ stream, opening: false, camera: stream.getVideoTracks().length > 0, microphone: true, cameraLost: false })
      await this.listDevices()
      return stream
    } catch (error) {
      this.patch({ opening: false, problem: problemOf(error) })
      return null
    }
  }

  private async ask(soundAlone: boolean): Promise<MediaStream> {
    if (!window.isSecureContext) throw new DOMException('', 'InsecureContext')
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('', 'Unsupported')
    const known = await knownDevices()
    try {
      return await navigator.mediaDevices.getUserMedia({ video: wantedCamera(known), audio: wantedMicrophone(known) })
    } catch (error) {
      if (!soundAlone || problemOf(error) !== 'missing') throw error
      return navigator.mediaDevices.getUserMedia({ audio: wantedMicrophone(known) })
    }
  }

  private watch(stream: MediaStream): void {
    for (const track of stream.getVideoTracks()) {
      track.contentHint = 'detail'
      track.onended = () => this.patch({ cameraLost: true, camera: false })
    }
  }

  private async listDevices(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices()
    const of = (kind: MediaDeviceKind) => devices.filter(device => device.kind === kind)
    this.patch({ cameras: of('videoinput'), microphones: of('audioinput'), speakers: canChooseSpeaker ? of('audiooutput') : [] })
  }

  /** The next camera, or the same one again after it was lost. The old one stops first: phones lend only one at a time. */
  async switchCamera(): Promise<void> {
    const { stream, cameras, cameraLost } = this.state.get()
    if (!stream) return
    const [old] = stream.getVideoTracks()
    const current = cameras.findIndex(camera => camera.deviceId === old?.getSettings().deviceId)
    const next = cameraLost ? undefined : cameras[(current + 1) % Math.max(1, cameras.length)]
    await this.useCamera(next?.deviceId)
  }

  /** Another camera, remembered for this browser. */
  async chooseCamera(device: MediaDeviceInfo): Promise<void> {
    rememberDevice('camera', device)
    await this.useCamera(device.deviceId)
  }

  private async useCamera(deviceId: string | undefined): Promise<void> {
    const { stream } = this.state.get()
    if (!stream) return
    const [old] = stream.getVideoTracks()
    old?.stop()
    const fresh = (await this.camera(deviceId)) ?? (await this.camera(undefined))
    if (!fresh) return this.patch({ cameraLost: true, camera: false })
    if (old) stream.removeTrack(old)
    stream.addTrack(fresh)
    this.watch(stream)
    this.patch({ camera: true, cameraLost: false })
    for (const listener of this.listeners) listener(fresh)
  }

  /** Another microphone, remembered; for before the call. Its stream is a new one, so that whoever listens to the old one notices. */
  async chooseMicrophone(device: MediaDeviceInfo): Promise<void> {
    const { stream, microphone } = this.state.get()
    rememberDevice('microphone', device)
    if (!stream) return
    const audio = wantedMicrophone(await knownDevices())
    const opened = await navigator.mediaDevices.getUserMedia({ audio }).catch(() => undefined)
    const [fresh] = opened?.getAudioTracks() ?? []
    if (!fresh) return
    for (const old of stream.getAudioTracks()) old.stop()
    fresh.enabled = microphone
    this.patch({ stream: new MediaStream([...stream.getVideoTracks(), fresh]) })
  }

  private async camera(deviceId: string | undefined): Promise<MediaStreamTrack | undefined> {
    const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...picture, ...which } }).catch(() => undefined)
    return stream?.getVideoTracks()[0]
  }

  setCamera(on: boolean): void {
    if (on && this.state.get().cameraLost) return void this.switchCamera()
    for (const track of this.state.get().stream?.getVideoTracks() ?? []) track.enabled = on
    this.patch({ camera: on })
  }

  setMicrophone(on: boolean): void {
    for (const track of this.state.get().stream?.getAudioTracks() ?? []) track.enabled = on
    this.patch({ microphone: on })
  }

  get shown(): MediaState {
    const { camera, microphone } = this.state.get()
    return { camera, microphone }
  }

  /** What the browser calls the camera that is on. */
  get named(): { camera?: string } {
    const label = this.state.get().stream?.getVideoTracks()[0]?.label
    return label ? { camera: label.slice(0, 200) } : {}
  }

  /** Tells when another video track takes the place of the first. */
  onVideoTrack(listener: (track: MediaStreamTrack) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    for (const track of this.state.get().stream?.getTracks() ?? []) {
      track.onended = null
      track.stop()
    }
    this.patch({ stream: null, problem: null, cameraLost: false })
  }

  private patch(change: Partial<LocalState>): void {
    this.state.set(now => ({ ...now, ...change }))
  }
}

/** Names differ between browsers and their ages. */
function problemOf(error: unknown): CameraProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy'
    case 'InsecureContext':
      return 'insecure'
    case 'Unsupported':
      return 'unsupported'
    default:
      return 'unknown'
  }
}
