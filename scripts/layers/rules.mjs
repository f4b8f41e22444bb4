/**
 * DESIGN section 6: `main → bot, api, jobs → core → db`, and `bot, api, jobs, web → texts`; never back, never sideways.
 * What a layer may import of ours, by folder or file; `types` only as `import type`.
 */
const composer = { imports: ['main', 'bot', 'api', 'jobs', 'core', 'db', 'texts', 'sandbox', 'cli'] }
const edge = {
  // db/values.ts holds the words of the schema's enumerations, and no SQL.
  imports: ['core', 'texts', 'db/values.ts'],
  types: ['db', 'config.ts'],
  packagesForbidden: ['drizzle-orm', 'postgres'],
}

export const layers = {
  main: composer,
  cli: composer,
  bot: edge,
  api: { ...edge, types: [...edge.types, 'api/contract.ts'] },
  jobs: edge,
  core: {
    imports: ['db'],
    packagesForbidden: ['grammy', '@grammyjs', 'hono', '@hono', 'bree', 'agora-token', 'agora-rtc-sdk-ng'],
    pure: true,
  },
  db: { imports: [] },
  texts: { imports: [], types: ['core'], packagesForbidden: ['drizzle-orm', 'postgres', 'grammy', 'hono', 'bree'] },
  sandbox: { imports: [], packagesForbidden: ['bree'] },
  web: {
    imports: ['texts'],
    types: ['api/contract.ts', 'sandbox/contract.ts'],
    packagesForbidden: ['drizzle-orm', 'postgres', 'grammy', 'hono', 'bree'],
  },
}

/** Files that build a context of their own are allowed what main.ts is. */
const composers = ['jobs/context.ts']

/** The layer of a file; undefined for what is under no rule (tests, scripts, configuration of tools). */
export function layerOf(file) {
  if (composers.includes(file)) return 'main'
  const [folder] = file.split('/')
  if (folder === file) return /\.config\.ts$/.test(file) ? undefined : 'main'
  if (folder === 'start') return 'main'
  return folder in layers ? folder : undefined
}
