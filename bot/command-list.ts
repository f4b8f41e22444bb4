import type { Role } from './scene.ts'

export interface CommandRule {
  roles: readonly Role[]
  /** stands in no menu and no help */
  hidden?: true
  /** changes nothing: done again when the update comes twice, so that a lost answer is mended */
  reads?: true
  /** takes arguments: its help shows an example (`command-<name>.example`) */
  example?: true
}

const everybody: readonly Role[] = ['applicant']
const reviewers: readonly Role[] = ['reviewer']
const admins: readonly Role[] = ['admin']
const staff: readonly Role[] = ['reviewer', 'admin']

/**
 * The table of command × role. Menus, help and refusals are made from it; what stands here for another role only is answered like a
 * command that does not exist. A description is `command-<name>` in the catalogues.
 */
export const commandList = {
  start: { roles: everybody },
  apply: { roles: everybody },
  status: { roles: everybody },
  language: { roles: everybody, reads: true },
  timezone: { roles: everybody },
  cancel: { roles: everybody, reads: true },
  rehearse: { roles: everybody, reads: true },
  whisper: { roles: everybody },
  mydata: { roles: everybody, reads: true },
  delete: { roles: everybody },
  verify: { roles: everybody, reads: true },
  help: { roles: everybody, reads: true },
  claim: { roles: everybody, hidden: true },
  online: { roles: reviewers },
  break: { roles: reviewers },
  offline: { roles: reviewers },
  agenda: { roles: reviewers, reads: true },
  next: { roles: reviewers, reads: true },
  sessions: { roles: staff, reads: true },
  hours: { roles: staff, example: true },
  case: { roles: staff, reads: true, example: true },
  queue: { roles: admins, reads: true, example: true },
  find: { roles: admins, reads: true, example: true },
  stats: { roles: admins, reads: true, example: true },
  quality: { roles: admins, reads: true, example: true },
  invite: { roles: admins, example: true },
  assign: { roles: admins, reads: true, example: true },
  audit: { roles: admins, reads: true, example: true },
  holiday: { roles: admins, example: true },
  evidence: { roles: admins, example: true },
  staff: { roles: admins, example: true },
  order: { roles: admins, example: true },
  devices: { roles: admins, example: true },
  policy: { roles: admins, example: true },
  parked: { roles: admins, reads: true },
  resend: { roles: admins, example: true },
  export: { roles: admins, example: true },
  pause: { roles: admins, example: true },
  resume: { roles: admins },
  block: { roles: admins, reads: true, example: true },
  unblock: { roles: admins, reads: true, example: true },
} as const satisfies Record<string, CommandRule>

export type CommandName = keyof typeof commandList

export const commandNames = Object.keys(commandList) as CommandName[]

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandList, name)
}

export const ruleOf = (name: CommandName): CommandRule => commandList[name]

export function mayUse(name: CommandName, roles: ReadonlySet<Role>): boolean {
  return ruleOf(name).roles.some(role => roles.has(role))
}

/** What a person with these roles finds in the menu, in the table's order. */
export function menuNames(roles: readonly Role[]): CommandName[] {
  return commandNames.filter(name => !ruleOf(name).hidden && mayUse(name, new Set(roles)))
}
