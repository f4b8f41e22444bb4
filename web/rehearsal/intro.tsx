import { InAppNotice } from '../room/camera-help.tsx'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { Icon } from '../room/icons.tsx'
import { OtherDevice } from '../room/other-device.tsx'
import { t } from '../room/texts.ts'
import type { Rehearsal } from './rehearsal.ts'

/** What will be tried, and why the browser will ask for the camera. */
export function Intro({ rehearsal }: { rehearsal: Rehearsal }) {
  return (
    <FullPage icon="camera" title={t('rehearsal-title')} kind="rehearsal-intro">
      <p>{t('rehearsal-intro')}</p>
      <InAppNotice />
      <ul class="intro-points">
        {(['card', 'lamp', 'sound'] as const).map(icon => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{t(`rehearsal-need-${icon}`)}</span>
          </li>
        ))}
      </ul>
      <p>{t('rehearsal-permission')}</p>
      <button type="button" class="button primary large" data-testid="rehearsal-start" onClick={() => void rehearsal.start()}>
        <Icon name="camera" />
        {t('rehearsal-start')}
      </button>
      <OtherDevice />
      <ChatButton chatUrl={rehearsal.view.chatUrl} primary={false} />
    </FullPage>
  )
}
