import { recall, remember } from './remembered.ts'
import { createStore } from './store.ts'

export type PageLanguage = 'zh' | 'en'

const KEY = 'mianshen.language'

function preferred(): PageLanguage {
  const stored = recall(KEY)
  if (stored === 'zh' || stored === 'en') return stored
  for (const tag of navigator.languages ?? [navigator.language]) {
    if (/^zh\b/i.test(tag)) return 'zh'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'zh'
}

function mark(language: PageLanguage): void {
  document.documentElement.lang = localeOf(language)
}

/** The page's language: the person's choice, else the browser's, else Chinese. Keeps `<html lang>` in step. */
export const pageLanguage = createStore<PageLanguage>(preferred())
mark(pageLanguage.get())

/** Has the person (or an earlier visit) chosen? */
export function languageChosen(): boolean {
  return recall(KEY) !== undefined
}

export function chooseLanguage(language: PageLanguage): void {
  remember(KEY, language)
  mark(language)
  pageLanguage.set(() => language)
}

/** For `Intl` and `lang`. */
export function localeOf(language: PageLanguage): 'zh-CN' | 'en' {
  return language === 'zh' ? 'zh-CN' : 'en'
}
