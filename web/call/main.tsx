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

void startTexts()

const code = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const root = document.getElementById('app')
if (root) render(<App code={code} />, root)
