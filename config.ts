import { z } from 'zod'
import { isTimeZone } from './core/time-zone.ts'
import { locales } from './db/values.ts'

/** The only reader of the environment. Every setting has a default that works on one machine; a wrong value names itself and an example. */
const flagRoles = ['bot', 'api', 'jobs'] as const
export type ProcessRole = (typeof flagRoles)[number]

const httpUrl = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be an http(s) URL such as ${example}` }).transform(url => url.replace(/\/+$/, ''))

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d{3,}:[\w-]{20,}$/, 'must look like 123456789:AAE…, as BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: httpUrl('https://api.telegram.org').optional(),
  BOT_USERNAME: z
    .string()
    .regex(/^\w{3,32}$/, 'must be the bot’s user name without @, such as mianshen_bot')
    .optional(),
  BOT_MODE: z.enum(['polling', 'webhook'], { error: 'must be polling or webhook' }).default('polling'),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -, such as the output of: openssl rand -hex 24')
    .optional(),
  PUBLIC_URL: httpUrl('https://review.example.com').optional(),
  PORT: z.coerce.number({ error: 'must be a port number such as 3000' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL such as postgres://user:password@host:5432/mianshen' })
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, such as the output of: openssl rand -base64 32')
    .optional(),
  NEW_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, such as the output of: openssl rand -base64 32')
    .optional(),
  AUDIT_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, such as the output of: openssl rand -base64 32')
    .optional(),
  ADMIN_IDS: z
    .string()
    .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'must be Telegram user ids with commas between them, such as 123456789,987654321')
    .transform(text => text.split(',').map(Number))
    .optional(),
  RENTAL_URL: httpUrl('https://rent.example.com/orders').optional(),
  AGORA_APP_ID: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, 'must be 32 hexadecimal digits, as the Agora console shows it')
    .optional(),
  AGORA_APP_CERTIFICATE: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, 'must be 32 hexadecimal digits, as the Agora console shows it')
    .optional(),
  ICE_SERVERS: z
    .string()
    .transform((text, issue) => {
      try {
        return iceServers.parse(JSON.parse(text))
      } catch {
        issue.addIssue('must be a JSON list such as [{"urls":"turn:turn.example.com:3478","username":"u","credential":"c"}]')
        return z.NEVER
      }
    })
    .optional(),
  OFFICE_TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai').default('Asia/Shanghai'),
  DEFAULT_LOCALE: z.enum(locales, { error: `must be one of ${locales.join(', ')}` }).default('zh-CN'),
  ROLE: z
    .string()
    .transform(text => text.split(',').map(word => word.trim()))
    .pipe(z.array(z.enum(flagRoles, { error: 'must be any of bot,api,jobs with commas between them' })).nonempty())
    .default([...flagRoles]),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('warn'),
})

const iceServers = z.array(
  z.object({
    urls: z.union([z.string(), z.array(z.string())]),
    username: z.string().optional(),
    credential: z.string().optional(),
  }),
)
export type IceServer = z.infer<typeof iceServers>[number]

export interface Config {
  /** a real bot token is set: no sandbox, no defaults for secrets */
  production: boolean
  bot: { token: string | undefined; apiRoot: string | undefined; username: string | undefined }
  intake: { mode: 'polling' } | { mode: 'webhook'; secret: string }
  http: { host: string; port: number; publicUrl: string }
  databaseUrl: string | undefined
  dataDir: string
  masterKey: Buffer | undefined
  /** read by `npm run rotate-key` only */
  newMasterKey: Buffer | undefined
  /** without it one is made under the data directory */
  auditKey: Buffer | undefined
  adminIds: number[]
  rentalUrl: string | undefined
  agora: { appId: string; certificate: string } | undefined
  iceServers: IceServer[]
  officeTimeZone: string
  defaultLocale: (typeof locales)[number]
  roles: ProcessRole[]
  logLevel: string
}

/** Thrown with one line per wrong variable: its name, what is wrong, an example. Values are not repeated: they may be secrets. */
export class ConfigError extends Error {}

/** Reads the settings. An empty variable counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join('\n'))
  const e = parsed.data
  const production = e.BOT_TOKEN !== undefined
  const problems = findConflicts(e, production)
  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  return {
    production,
    bot: { token: e.BOT_TOKEN, apiRoot: e.TELEGRAM_API_ROOT, username: e.BOT_USERNAME },
    intake: e.BOT_MODE === 'webhook' ? { mode: 'webhook', secret: e.WEBHOOK_SECRET ?? '' } : { mode: 'polling' },
    http: { host: e.HOST, port: e.PORT, publicUrl: e.PUBLIC_URL ?? `http://127.0.0.1:${e.PORT}` },
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    masterKey: e.MASTER_KEY === undefined ? undefined : Buffer.from(e.MASTER_KEY, 'base64'),
    newMasterKey: e.NEW_MASTER_KEY === undefined ? undefined : Buffer.from(e.NEW_MASTER_KEY, 'base64'),
    auditKey: e.AUDIT_KEY === undefined ? undefined : Buffer.from(e.AUDIT_KEY, 'base64'),
    adminIds: e.ADMIN_IDS ?? [],
    rentalUrl: e.RENTAL_URL,
    agora:
      e.AGORA_APP_ID && e.AGORA_APP_CERTIFICATE ? { appId: e.AGORA_APP_ID, certificate: e.AGORA_APP_CERTIFICATE } : undefined,
    iceServers: e.ICE_SERVERS ?? [],
    officeTimeZone: e.OFFICE_TIME_ZONE,
    defaultLocale: e.DEFAULT_LOCALE,
    roles: [...new Set(e.ROLE)],
    logLevel: e.LOG_LEVEL,
  }
}

/** What is wrong only together. */
function findConflicts(e: z.output<typeof environment>, production: boolean): string[] {
  const problems: string[] = []
  if (production && e.MASTER_KEY === undefined)
    problems.push('MASTER_KEY is needed when BOT_TOKEN is set: the output of openssl rand -base64 32, kept safe')
  if (e.BOT_MODE === 'webhook' && e.WEBHOOK_SECRET === undefined) {
    problems.push('WEBHOOK_SECRET is needed when BOT_MODE is webhook, such as the output of: openssl rand -hex 24')
  }
  if (production && e.BOT_MODE === 'webhook' && !e.PUBLIC_URL?.startsWith('https:')) {
    problems.push('PUBLIC_URL must be an https URL when BOT_MODE is webhook, such as https://review.example.com')
  }
  if ((e.AGORA_APP_ID === undefined) !== (e.AGORA_APP_CERTIFICATE === undefined)) {
    problems.push('AGORA_APP_ID and AGORA_APP_CERTIFICATE go together: set both, or neither')
  }
  if (e.ROLE.length < flagRoles.length && e.DATABASE_URL === undefined) {
    problems.push('DATABASE_URL is needed when ROLE names only some of bot,api,jobs: the processes share one database')
  }
  if (e.ROLE.length < flagRoles.length && !production) {
    problems.push('BOT_TOKEN is needed when ROLE names only some of bot,api,jobs: the sandbox is one process')
  }
  if (production && e.ROLE.length < flagRoles.length && e.AUDIT_KEY === undefined) {
    problems.push(
      'AUDIT_KEY is needed when ROLE names only some of bot,api,jobs: the processes sign with one key, the output of openssl rand -base64 32',
    )
  }
  if (production && e.ROLE.includes('api') && !e.ROLE.includes('bot') && e.BOT_USERNAME === undefined) {
    problems.push('BOT_USERNAME is needed when ROLE has api without bot: the pages link back to the chat, such as mianshen_bot')
  }
  return problems
}
