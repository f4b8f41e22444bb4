// node verify.mjs [receipt]: checks chain.jsonl, heads.jsonl and a receipt with nothing but Node itself. Exit code 1: something does not fit.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = name => readFileSync(new URL(name, import.meta.url), 'utf8')
const rows = name =>
  read(name)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const receipt = readReceipt(process.argv.slice(2))
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
const receipts = receipt ? [{ ...receipt, chain: entries[0]?.chain }] : []
// the code stands in the first entry
const code = JSON.parse(entries[0]?.body ?? '{}').data?.code
if (receipt && receipt.code !== code) problems.push(`the receipt is of ${receipt.code}, this archive of ${code}`)
for (const head of [...rows('heads.jsonl'), ...receipts]) {
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
const heading = `${entries.length} entries, head ${previous}`
const checked = receipts.map(({ number }) => `receipt over ${number} entries checked`)
process.stdout.write(`${[heading, ...checked, ...problems, problems.length ? 'BROKEN' : 'whole'].join('\n')}\n`)
process.exitCode = problems.length ? 1 : 0

/** None is given, or one and whole: with anything else nothing is checked. */
function readReceipt(given) {
  if (given.length === 0) return undefined
  const whole = /^\s*(M-[2-9A-Z]{6})\.([1-9]\d{0,8})\.([\w-]{43})\.([\w-]{86})\s*$/i
  const [, code, number, hash, signature] = (given.length === 1 && whole.exec(given[0])) || []
  if (code) {
    const hex = Buffer.from(hash, 'base64url').toString('hex')
    return { code: code.toUpperCase(), number: Number(number), hash: hex, signature }
  }
  process.stdout.write(
    'NOT CHECKED: this is not a receipt. A receipt is one word, whole as the desk sent it:\n' +
      'node verify.mjs M-7K3QXD.14.<hash, 43 characters>.<signature, 86 characters>\n',
  )
  process.exit(1)
}
