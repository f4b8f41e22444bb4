import { takeInstanceLock } from '../../db/instance-lock.ts'

/** Takes the lock of the directory in its first argument, says so, and holds it until it is killed. */
await takeInstanceLock(process.argv[2] ?? '', { url: 'http://127.0.0.1:3999' })
process.stdout.write('held\n')
process.stdin.resume()
