import '../shared/base.css'
import '../shared/theme.ts'
import './css/controls.css'
import './css/layout.css'
import './css/panels.css'
import './css/top-bar.css'
import './css/overlay.css'
import './css/dialog.css'
import './css/web-app.css'
import './css/chat.css'
import './css/wallpaper.css'
import './css/message.css'
import './css/content.css'
import './css/keyboards.css'
import './css/composer.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { openMessenger } from './session.ts'

const root = document.getElementById('app')
if (root) render(<App />, root)
void openMessenger()
