import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseUrl, templateName } from './database-names.ts'

const complain = (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`)
const log = { info: () => undefined, warn: complain, error: complain }

/** One server for the whole run, without fsync, and in it a template database with the migrations applied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-test-'))
  const server = await startEmbedded({ dataDir, log, durable: false })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
    await sql`create database ${sql(templateName)}`
    await migrate(databaseUrl(server.url, templateName))
    await sql`alter database ${sql(templateName)} with is_template true allow_connections false`
    await sql.end()
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('databaseServer', server.url)
  return stop
}
