import { chooseLanguage, pageLanguage } from '../shared/language.ts'
import { useStore } from '../shared/store.ts'
import { t } from './texts.ts'

/** One press to the other language, named in that language. */
export function LanguageSwitch() {
  const other = useStore(pageLanguage) === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" class="language-switch" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => chooseLanguage(other)}>
      {t(other === 'zh' ? 'language-chinese' : 'language-english')}
    </button>
  )
}
