import { recall, remember } from './remembered.ts'
import { createStore } from './store.ts'

export type Theme = 'light' | 'dark'
export type ThemeChoice = Theme | 'system'

const KEY = 'mianshen.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')

function stored(): ThemeChoice {
  const value = recall(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

export const themeChoice = createStore<ThemeChoice>(stored())
/** What is drawn now. */
export const theme = createStore<Theme>('light')

function draw(): void {
  const choice = themeChoice.get()
  const now: Theme = choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice
  document.documentElement.dataset.theme = now
  theme.set(() => now)
}

export function chooseTheme(choice: ThemeChoice): void {
  remember(KEY, choice)
  themeChoice.set(() => choice)
  draw()
}

systemDark.addEventListener('change', draw)
draw()
