import { lines } from '../texts/cards/voice.ts'
import { type CommandName, menuNames, ruleOf } from './command-list.ts'
import { nearestWord } from './nearest-word.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import type { Role, Scene } from './scene.ts'

const sections: readonly Role[] = ['applicant', 'reviewer', 'admin']

/** `/help`: what this person can do, a line a command, made from the table; `/help <command>`: one of them with examples. */
export function help(scene: Scene, args = ''): Reply[] {
  const said = args.normalize('NFKC').trim().replace(/^\//u, '').toLowerCase()
  return said === '' ? [message(overview(scene))] : [message(about(scene, said))]
}

export function overview(scene: Scene): string {
  const { voice, roles } = scene
  const held = sections.filter(role => roles.has(role))
  const parts = held.map((role, index) => {
    // a command of two roles stands under the first of them
    const names = menuNames([role]).filter(name => !ruleOf(name).roles.some(other => held.slice(0, index).includes(other)))
    return lines(voice.html(`help-${role}`), ...names.map(name => voice.html('help-line', describe(scene, name))))
  })
  const detailed = menuNames([...roles]).findLast(name => ruleOf(name).example)
  const how = detailed && voice.html('help-one', { example: `/help ${detailed}` })
  return paragraphs(...parts, how)
}

/** One command with what it is for and how it is written; for a word that is none, the nearest one of this person's own. */
function about(scene: Scene, said: string): string {
  const { voice } = scene
  const name = findOwn(scene, said)
  if (!name) return voice.html('help-none', { said: said.slice(0, 40) })
  const examples = ruleOf(name).example ? voice.label(`command-${name}.example`).split('\n') : [`/${name}`]
  const shown = examples.map(example => voice.html('help-example', { example }))
  return lines(voice.html('help-about', describe(scene, name)), voice.html('help-examples'), ...shown)
}

const describe = ({ voice }: Scene, name: CommandName) => ({ command: `/${name}`, does: voice.label(`command-${name}`) })

/** By name, by a word of its description, or by the nearest name. */
function findOwn(scene: Scene, said: string): CommandName | undefined {
  const names = menuNames([...scene.roles])
  const described = (name: CommandName) => scene.voice.label(`command-${name}`).toLowerCase().includes(said)
  return names.find(name => name === said) ?? names.find(described) ?? nearestOwn(scene, said)
}

/** The command of this person's own that was most likely meant; other roles' commands are no help to anybody. */
export function nearestOwn({ roles }: Pick<Scene, 'roles'>, said: string): CommandName | undefined {
  const names = menuNames([...roles])
  const near = nearestWord(said, names, 2)
  return names.find(name => name === near)
}
