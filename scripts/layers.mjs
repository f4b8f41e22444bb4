import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { parseModule } from './layers/parse.mjs'
import { layerOf, layers } from './layers/rules.mjs'
import { complain, say } from './say.mjs'

/** Checks the folder named in the first argument, or this repository, against DESIGN section 6. */
const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'))
const skipped = new Set(['node_modules', 'dist', 'dist-bench'])

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') || skipped.has(entry.name) ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : []
  })
}

function violationsIn(file) {
  const layer = layerOf(file)
  if (!layer) return []
  const rule = layers[layer]
  const { imports, uses } = parseModule(file, readFileSync(join(root, file), 'utf8'))
  const wrongImports = imports.flatMap(({ path, typesOnly, line }) => {
    const problem = path.startsWith('.') ? ownProblem(file, layer, rule, path, typesOnly) : packageProblem(layer, rule, path)
    return problem ? [`${file}:${line} ${problem}`] : []
  })
  const wrongUses = uses.flatMap(({ what, line }) => {
    if (what === 'process.env')
      return file === 'config.ts' ? [] : [`${file}:${line} process.env is read by config.ts alone: readConfig(process.env)`]
    return rule.pure ? [`${file}:${line} core reads no clock and draws no randomness: ${what} comes in by ctx`] : []
  })
  return [...wrongImports, ...wrongUses]
}

function ownProblem(file, layer, rule, path, typesOnly) {
  const target = posix.join(posix.dirname(file), path)
  const targetLayer = layerOf(target)
  if (targetLayer === layer || (file === 'jobs/context.ts' && target.startsWith('jobs/'))) return undefined
  // Files of one folder belong together, also where one of them composes.
  if (target.split('/')[0] === file.split('/')[0] && target.includes('/')) return undefined
  const allowed = entry => entry === targetLayer || entry === target || target.startsWith(`${entry}/`)
  if (rule.imports.some(allowed)) return undefined
  if (rule.types?.some(allowed)) return typesOnly ? undefined : `${layer} may import only types from ${target}`
  return `${layer} may not import ${target}`
}

function packageProblem(layer, rule, path) {
  const forbidden = rule.packagesForbidden?.find(name => path === name || path.startsWith(`${name}/`))
  return forbidden && `${layer} may not import ${path}`
}

const files = sources(root)
const violations = files.flatMap(violationsIn)
for (const violation of violations) complain(violation)
if (violations.length === 0) say(`${files.length} files keep their layers`)
process.exitCode = violations.length === 0 ? 0 : 1
