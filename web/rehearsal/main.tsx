import { render } from 'preact'
import { startTexts } from '../room/texts.ts'
import '../shared/theme.ts'
import '../shared/base.css'
import '../room/parts.css'
import '../room/sheet.css'
import './rehearsal.css'
import { App } from './app.tsx'

void startTexts({
  zh: [() => import('../../texts/rehearsal.zh-CN.ftl?raw'), () => import('../../texts/web-rehearsal.zh-CN.ftl?raw')],
  en: [() => import('../../texts/rehearsal.en.ftl?raw'), () => import('../../texts/web-rehearsal.en.ftl?raw')],
})

const code = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const root = document.getElementById('app')
if (root) render(<App code={code} />, root)
