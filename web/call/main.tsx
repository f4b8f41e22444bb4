import { render } from 'preact'
import { startTexts } from '../room/texts.ts'
import '../shared/theme.ts'
import '../shared/base.css'
import '../room/parts.css'
import '../room/sheet.css'
import '../room/stage.css'
import '../room/lines.css'
import './call.css'
import { App } from './app.tsx'
import { goBackByClosing, hideLaunch } from './mini-app.ts'
import { MiniApp } from './mini-app-page.tsx'

void startTexts()

hideLaunch()
goBackByClosing()
const [, door, code = ''] = location.pathname.split('/').map(decodeURIComponent)
const root = document.getElementById('app')
if (root) render(door === 'm' ? <MiniApp caseCode={code} /> : <App code={code} />, root)
