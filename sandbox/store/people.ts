import type { Chat, User } from '@grammyjs/types'
import type { SandboxUser } from '../contract.ts'
import type { Sql } from './schema.ts'

/** A user of the messenger and how they stand to the bot. The id of the person is the id of their private chat. */
export interface Person extends SandboxUser {
  /** has written to the bot at least once; before that the bot may not write to them */
  started: boolean
  blocked: boolean
}

export type People = Awaited<ReturnType<typeof openPeople>>

/** Everybody, held in memory and written through: a send must not cost a look-up. */
export async function openPeople(sql: Sql) {
  const known = new Map<number, Person>()
  for (const row of await sql<PersonRow[]>`select * from sandbox.people order by created_at, id`)
    known.set(Number(row.id), fromRow(row))

  async function save(person: Person): Promise<Person> {
    await sql`
      insert into sandbox.people (id, seat, first_name, last_name, username, language_code, phone, started, blocked)
      values (${person.id}, ${person.seat}, ${person.firstName}, ${person.lastName ?? null}, ${person.username ?? null},
              ${person.languageCode}, ${person.phone}, ${person.started}, ${person.blocked})
      on conflict (id) do update set seat = excluded.seat, first_name = excluded.first_name, last_name = excluded.last_name,
        username = excluded.username, language_code = excluded.language_code, phone = excluded.phone,
        started = excluded.started, blocked = excluded.blocked`
    known.set(person.id, person)
    return person
  }

  return {
    all: (): Person[] => [...known.values()],
    find: (id: number): Person | undefined => known.get(id),
    save,
    /** The host's fixed people; a language chosen in the client and the state of the chat outlive a restart. */
    async seat(user: SandboxUser): Promise<Person> {
      const before = known.get(user.id)
      const kept = before && { languageCode: before.languageCode, started: before.started, blocked: before.blocked }
      return save({ started: false, blocked: false, ...user, ...kept })
    },
  }
}

interface PersonRow {
  id: string
  seat: SandboxUser['seat']
  first_name: string
  last_name: string | null
  username: string | null
  language_code: string
  phone: string
  started: boolean
  blocked: boolean
}

function fromRow(row: PersonRow): Person {
  return {
    id: Number(row.id),
    seat: row.seat,
    firstName: row.first_name,
    ...(row.last_name === null ? {} : { lastName: row.last_name }),
    ...(row.username === null ? {} : { username: row.username }),
    languageCode: row.language_code,
    phone: row.phone,
    started: row.started,
    blocked: row.blocked,
  }
}

/** What the page may know of a person. */
export function asSandboxUser({ started: _started, blocked: _blocked, ...user }: Person): SandboxUser {
  return user
}

export function asUser(person: Person): User {
  return { id: person.id, is_bot: false, ...names(person), language_code: person.languageCode }
}

export function asChat(person: Person): Chat.PrivateChat {
  return { id: person.id, ...names(person), type: 'private' }
}

function names(person: Person) {
  return {
    first_name: person.firstName,
    ...(person.lastName ? { last_name: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
  }
}
