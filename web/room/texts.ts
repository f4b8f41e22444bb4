import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Locale } from '../../api/contract.ts'
import { languageChosen, localeOf, type PageLanguage, pageLanguage } from '../shared/language.ts'
import { createStore, useStore } from '../shared/store.ts'

type Catalogue = () => Promise<{ default: string }>
export type Catalogues = Record<PageLanguage, readonly Catalogue[]>

const shared: Catalogues = {
  zh: [() => import('../../texts/web.zh-CN.ftl?raw')],
  en: [() => import('../../texts/web.en.ftl?raw')],
}
/** a page's own, beside the shared one */
let own: Catalogues = { zh: [], en: [] }

const bundle = createStore<FluentBundle | null>(null)
const loaded = new Map<PageLanguage, FluentBundle>()

async function load(language: PageLanguage): Promise<void> {
  let found = loaded.get(language)
  if (!found) {
    const sources = await Promise.all([...shared[language], ...own[language]].map(catalogue => catalogue()))
    found = new FluentBundle(localeOf(language), { useIsolating: false })
    for (const source of sources) found.addResource(new FluentResource(source.default))
    loaded.set(language, found)
  }
  if (pageLanguage.get() !== language) return
  document.documentElement.lang = localeOf(language)
  bundle.set(() => found)
}

/** Loads the page's language now and whenever it changes; only the one that is needed, with what the page has of its own. */
export function startTexts(more: Catalogues = own): Promise<void> {
  own = more
  pageLanguage.subscribe(() => void load(pageLanguage.get()))
  return load(pageLanguage.get())
}

/** The language the desk knows the person by; a choice made on the page stays. */
export function adoptLocale(locale: Locale): void {
  if (languageChosen()) return
  pageLanguage.set(() => (locale === 'en' ? 'en' : 'zh'))
}

/** Re-renders the caller when the language changes; false until a catalogue is there. */
export function useTexts(): boolean {
  return useStore(bundle) !== null
}

/** The text in the page's language; a missing one shows its id. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const texts = bundle.get()
  const message = texts?.getMessage(id)
  return texts && message?.value ? texts.formatPattern(message.value, args ?? null, []) : id
}

/** Is there such a text? For codes that come from the API and that an older page may not know. */
export function hasText(id: string): boolean {
  return bundle.get()?.hasMessage(id) ?? false
}

/** Arguments for texts that may or may not know the reviewer's name. */
export function named(reviewer: string | undefined): { named: 'yes' | 'no'; reviewer: string } {
  return { named: reviewer ? 'yes' : 'no', reviewer: reviewer ?? '' }
}
