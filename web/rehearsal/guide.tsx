import { useEffect, useRef } from 'preact/hooks'
import { CameraHelp } from '../room/camera-help.tsx'
import { DevicePickers } from '../room/device-pickers.tsx'
import { LanguageSwitch } from '../room/language-switch.tsx'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { CameraPart } from './camera-part.tsx'
import { LightPart } from './light-part.tsx'
import { MicrophonePart } from './microphone-part.tsx'
import { PartList } from './part-list.tsx'
import { type Guided, guided, type Rehearsal } from './rehearsal.ts'
import { SharpnessPart } from './sharpness-part.tsx'
import { SpeakerPart } from './speaker-part.tsx'
import { Stage } from './stage.tsx'
import { Trouble } from './trouble.tsx'

const bodies = {
  camera: CameraPart,
  light: LightPart,
  microphone: MicrophonePart,
  speaker: SpeakerPart,
  sharpness: SharpnessPart,
} satisfies Record<Guided, unknown>

/** One part at a time: the picture, what to do now, and how the others stand. */
export function Guide({ rehearsal, part }: { rehearsal: Rehearsal; part: Guided }) {
  const { stream, problem } = useStore(rehearsal.local.state)
  const video = useRef<HTMLVideoElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // the next part is read aloud, and Tab goes on from there
  useEffect(() => heading.current?.focus(), [part])
  const Body = bodies[part]
  return (
    <div class="full-page">
      <header class="page-head">
        <span class="brand">{t('rehearsal-title')}</span>
        <LanguageSwitch />
      </header>
      <main class="sheet guide" data-testid="page" data-kind={`rehearsal-${part}`}>
        {stream && <Stage stream={stream} video={video} framed={part === 'sharpness'} />}
        <section class="guide-part" aria-labelledby="guide-part">
          <p class="soft small">{t('rehearsal-step', { step: guided.indexOf(part) + 1, steps: guided.length })}</p>
          <h1 id="guide-part" ref={heading} tabIndex={-1}>
            {t(`rehearsal-${part}-title`)}
          </h1>
          {problem && part === 'camera' && <CameraHelp problem={problem} onRetry={() => void rehearsal.openCamera()} />}
          <Body rehearsal={rehearsal} video={video} />
        </section>
        <Trouble rehearsal={rehearsal} />
        {part !== 'light' && <DevicePickers local={rehearsal.local} />}
        <PartList rehearsal={rehearsal} on={part} />
      </main>
    </div>
  )
}
