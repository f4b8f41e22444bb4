export const say = line => void process.stdout.write(`${line}\n`)
export const complain = line => void process.stderr.write(`${line}\n`)
