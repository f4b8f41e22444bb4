import { render } from 'preact'
import { startTexts } from '../room/texts.ts'
import '../shared/theme.ts'
import '../shared/base.css'
import '../room/room.css'
import './console.css'
import './case.css'
import { App } from './app.tsx'

void startTexts()

const root = document.getElementById('app')
if (root) render(<App />, root)
