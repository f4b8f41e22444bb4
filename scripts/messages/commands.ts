import { type CommandName, commandNames, ruleOf } from '../../bot/command-list.ts'
import type { Locale } from '../../db/values.ts'
import { speak } from '../../texts/fluent.ts'

const begin = '<!-- commands: made by `npm run docs` from bot/command-list.ts -->'
const end = '<!-- /commands -->'

const headings: Record<Locale, [command: string, does: string, who: string, examples: string]> = {
  'zh-CN': ['命令', '作用', '谁能用', '例子'],
  en: ['command', 'what it does', 'who', 'examples'],
}
const roleNames: Record<Locale, Record<'applicant' | 'reviewer' | 'admin', string>> = {
  'zh-CN': { applicant: '所有人', reviewer: '审核员', admin: '管理员' },
  en: { applicant: 'everybody', reviewer: 'reviewers', admin: 'admins' },
}

/** Every command that a menu shows: the table of the bot, in words. */
function commandTable(locale: Locale): string {
  const rows = commandNames.filter(name => !ruleOf(name).hidden).map(name => commandRow(locale, name))
  const head = headings[locale]
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}

function commandRow(locale: Locale, name: CommandName): string[] {
  const { plain } = speak(locale)
  const { roles, example } = ruleOf(name)
  const examples = example ? plain(`command-${name}.example`).split('\n') : [`/${name}`]
  const who = roles.map(role => roleNames[locale][role]).join(locale === 'en' ? ', ' : '、')
  return [`\`/${name}\``, plain(`command-${name}`), who, examples.map(one => `\`${one}\``).join('<br>')]
}

/** A page with its list of commands as the table has it now; a page without the marks stays as it is. */
export function withCommands(page: string, locale: Locale): string {
  const [from, until] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || until < from) return page
  return `${page.slice(0, from + begin.length)}\n\n${commandTable(locale)}\n\n${page.slice(until)}`
}
