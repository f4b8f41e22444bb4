/** Imported first, before anything that an older Node could not load. Keep in step with `engines` in package.json. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Mianshen needs Node 20.19 or newer; this is ${process.version}. Get one from https://nodejs.org\n`)
  process.exit(1)
}
