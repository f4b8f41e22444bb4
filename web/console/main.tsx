import { render } from 'preact'
import { type Catalogues, startTexts } from '../room/texts.ts'
import '../shared/theme.ts'
import '../shared/base.css'
import '../room/parts.css'
import '../room/sheet.css'
import '../room/stage.css'
import '../room/lines.css'
import './desk.css'
import './agenda.css'
import './call-pane.css'
import './dialog.css'
import './case.css'
import './steps.css'
import './checks.css'
import './capture.css'
import './recordings.css'
import './verdict.css'
import { App } from './app.tsx'

/** what only the console says: the applicant's page stays small */
const own: Catalogues = {
  zh: [() => import('../../texts/capture.zh-CN.ftl?raw'), () => import('../../texts/presence.zh-CN.ftl?raw')],
  en: [() => import('../../texts/capture.en.ftl?raw'), () => import('../../texts/presence.en.ftl?raw')],
}
void startTexts(own)

const root = document.getElementById('app')
if (root) render(<App />, root)
