import { type PageLanguage, pageLanguage } from '../shared/language.ts'
import { useStore } from '../shared/store.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

/** Every key that Chinese has, English must have, with the same parameters. */
export type Texts = { [K in keyof typeof zh]: (typeof zh)[K] extends string ? string : (typeof zh)[K] }

const dictionaries: Record<PageLanguage, Texts> = { zh, en }

export function useTexts(): Texts {
  return dictionaries[useStore(pageLanguage)]
}

/** For what is said outside a component, such as a toast. */
export function textsNow(): Texts {
  return dictionaries[pageLanguage.get()]
}
