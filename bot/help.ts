import { lines } from '../texts/cards/voice.ts'
import { type CommandName, menuNames, ruleOf } from './command-list.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import type { Role, Scene } from './scene.ts'

const sections: readonly Role[] = ['applicant', 'reviewer', 'admin']

/** What this person can do, made from the table of commands: one line a command, with an example where it takes arguments. */
export function help(scene: Scene): Reply[] {
  const { voice, roles } = scene
  const held = sections.filter(role => roles.has(role))
  const parts = held.map((role, index) => {
    // a command of two roles stands under the first of them
    const names = menuNames([role]).filter(name => !ruleOf(name).roles.some(other => held.slice(0, index).includes(other)))
    return lines(voice.html(`help-${role}`), ...names.map(name => helpLine(scene, name)))
  })
  return [message(paragraphs(...parts))]
}

function helpLine({ voice }: Scene, name: CommandName): string {
  const about = { command: `/${name}`, does: voice.label(`command-${name}`) }
  return ruleOf(name).example
    ? voice.html('help-line-example', { ...about, example: voice.label(`command-${name}.example`) })
    : voice.html('help-line', about)
}
