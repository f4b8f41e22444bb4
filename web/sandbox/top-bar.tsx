import { pageLanguage } from '../shared/language.ts'
import { useStore } from '../shared/store.ts'
import { chooseTheme, type ThemeChoice, themeChoice } from '../shared/theme.ts'
import { ClockMenu } from './clock-menu.tsx'
import { FaultsMenu } from './faults-menu.tsx'
import iconUrl from './icon.svg'
import { Icon, type IconName } from './icon.tsx'
import { messenger } from './messenger.ts'
import { Popover } from './popover.tsx'
import { newApplicant, switchLanguage } from './session.ts'
import { useTexts } from './texts.ts'

export function TopBar({ onHelp, helpOpen }: { onHelp(): void; helpOpen: boolean }) {
  const texts = useTexts()
  const language = useStore(pageLanguage)
  const { clock } = useStore(messenger)
  return (
    <header class="top-bar">
      <img class="mark" src={iconUrl} alt="" width={32} height={32} />
      <div class="title">
        <h1>{texts.title}</h1>
        <p>{texts.subtitle}</p>
      </div>
      {clock && <ClockMenu clock={clock} />}
      <button
        type="button"
        class="button primary new-applicant"
        aria-label={texts.newApplicant}
        title={texts.newApplicant}
        data-testid="new-applicant"
        onClick={() => void newApplicant()}
      >
        <Icon name="person-add" size={20} />
        <span class="label">{texts.newApplicant}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.helpTitle}
        title={texts.helpTitle}
        aria-expanded={helpOpen}
        data-testid="help"
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
      <FaultsMenu />
      <ThemeMenu />
      <button
        type="button"
        class="button language"
        title={texts.languageName}
        data-testid="language"
        onClick={() => void switchLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        <span lang={language === 'zh' ? 'en' : 'zh-CN'} class="label">
          {texts.language}
        </span>
        <span aria-hidden="true" class="short">
          {language === 'zh' ? 'EN' : '中'}
        </span>
      </button>
    </header>
  )
}

const THEME_ICONS: Record<ThemeChoice, IconName> = { light: 'sun', dark: 'moon', system: 'screen' }

function ThemeMenu() {
  const texts = useTexts()
  const chosen = useStore(themeChoice)
  const names: Record<ThemeChoice, string> = { light: texts.themeLight, dark: texts.themeDark, system: texts.themeSystem }
  const choices: ThemeChoice[] = ['light', 'dark', 'system']
  return (
    <Popover label={texts.theme} class="icon-button" button={<Icon name={THEME_ICONS[chosen]} />} testId="theme">
      {close => (
        <ul class="menu">
          {choices.map(choice => (
            <li key={choice}>
              <button
                type="button"
                class="menu-item"
                aria-pressed={choice === chosen}
                onClick={() => {
                  chooseTheme(choice)
                  close()
                }}
              >
                <Icon name={THEME_ICONS[choice]} />
                <span class="grow">{names[choice]}</span>
                {choice === chosen && <Icon name="check" size={18} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
