// node verify.mjs [receipt]: checks chain.jsonl, heads.jsonl and a receipt with nothing but Node itself. Exit code 1: something does not fit.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = name => readFileSync(new URL(name, import.meta.url), 'utf8')
const rows = name =>
  read(name)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const key = createPublicKey(read('audit-key.pem'))
const entries = rows('chain.jsonl')
const problems = []
let previous = '0'.repeat(64)
for (const [index, { number, body, hash, ...columns }] of entries.entries()) {
  const fits = number === index + 1 && createHash('sha256').update(`${previous}\n${number}\n${body}`).digest('hex') === hash
  if (!fits) problems.push(`entry ${index + 1} does not fit`)
  // at, actor and action stand beside the body for reading; what counts is the body
  const said = JSON.parse(body)
  for (const name of ['chain', 'at', 'actor', 'action'])
    if (said[name] !== columns[name]) problems.push(`entry ${index + 1}: ${name} is not what its body says`)
  previous = hash
}
const [, number, hash, signature] = (process.argv[2] ?? '').split('.')
const receipt = {
  chain: entries[0]?.chain,
  number: Number(number),
  hash: Buffer.from(hash ?? '', 'base64url').toString('hex'),
  signature,
}
for (const head of [...rows('heads.jsonl'), ...(signature ? [receipt] : [])]) {
  const signed = Buffer.from(`mianshen-audit-head-1\n${head.chain}\n${head.number}\n${head.hash}`)
  if (!verify(null, signed, key, Buffer.from(head.signature, 'base64url')))
    problems.push(`signature at ${head.number} does not hold`)
  if (entries[head.number - 1]?.hash !== head.hash) problems.push(`entry ${head.number} was signed with another hash, or is gone`)
}
// what a call asked was drawn before it: the seed that was laid open after it is the one whose hash stood in the trail
const drawn = new Map()
for (const { body } of entries) {
  const { action, data } = JSON.parse(body)
  if (action === 'draw.made') drawn.set(data.booking, data.hash)
  if (action !== 'draw.revealed') continue
  const secret = [Buffer.from(data.salt, 'hex'), Buffer.from(data.seed, 'hex')]
  const opened = createHash('sha256').update('mianshen-draw').update(secret[0]).update(secret[1]).digest('hex')
  if (drawn.get(data.booking) !== opened) problems.push(`the draw of ${data.booking} is another than was promised`)
}
process.stdout.write(
  `${[`${entries.length} entries, head ${previous}`, ...problems, problems.length ? 'BROKEN' : 'whole'].join('\n')}\n`,
)
process.exitCode = problems.length ? 1 : 0
