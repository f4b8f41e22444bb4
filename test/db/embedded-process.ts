import { startEmbedded } from '../../db/embedded.ts'

/** A process that uses the embedded server of the directory named in its first argument until its standard input ends. */
const say = (value: unknown) => void process.stdout.write(`${JSON.stringify(value)}\n`)
const complain = (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`)

const server = await startEmbedded({
  dataDir: process.argv[2] ?? '',
  log: { info: () => undefined, warn: complain, error: complain },
  durable: false,
})
say({ url: server.url, port: server.port, firstStart: server.firstStart })
process.stdin.once('end', () => void server.stop().then(() => say('stopped'))).resume()
