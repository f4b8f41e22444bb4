import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from '../../db/client.ts'
import type { Search } from './find-leaks.ts'

/** Every row of every table but the database's own: as text, and each column of bytes as bytes. Returns the tables too. */
export async function searchTables(sql: Sql, search: Search): Promise<{ tables: string[]; found: string[] }> {
  const all = await sql<{ name: string; bytes: string[] }[]>`
    select format('%I.%I', table_schema, table_name) as name,
           coalesce(array_agg(column_name::text) filter (where data_type = 'bytea'), '{}') as bytes
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
    group by 1 order by 1`
  const found: string[] = []
  for (const { name, bytes } of all) {
    const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
    found.push(...search.find(Buffer.from(rows.map(({ row }) => row).join('\n')), name))
    for (const column of bytes) {
      const values = await sql.unsafe<{ value: Buffer | null }[]>(`select "${column}" as value from ${name}`)
      found.push(...search.find(Buffer.concat(values.flatMap(({ value }) => value ?? [])), `${name}.${column}`))
    }
  }
  return { tables: all.map(({ name }) => name), found }
}

/** Every file under a folder: its bytes and its name. */
export async function searchFiles(folder: string, search: Search): Promise<{ files: number; found: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const file of files) {
    found.push(
      ...search.find(Buffer.from(file), 'the name of a file'),
      ...search.find(await readFile(file), file.slice(folder.length)),
    )
  }
  return { files: files.length, found }
}
