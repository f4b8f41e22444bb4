import { parseSync, Visitor } from 'vite'

/** What a module imports (`path`, `typesOnly`, `line`), and the calls of it that a rule may forbid (`what`, `line`). */
export function parseModule(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const imports = []
  const uses = []
  const handedToConfig = new Set()
  const lineOf = node => source.slice(0, node.start).split('\n').length
  const add = (node, path, typesOnly) => imports.push({ path, typesOnly, line: lineOf(node) })
  const use = (node, what) => uses.push({ what, line: lineOf(node) })
  const allTypes = (node, kind) =>
    node[kind] === 'type' || (node.specifiers?.length > 0 && node.specifiers.every(specifier => specifier[kind] === 'type'))

  new Visitor({
    ImportDeclaration: node => {
      add(node, node.source.value, allTypes(node, 'importKind'))
      if (/^(node:)?process$/.test(node.source.value) && node.specifiers.some(({ imported }) => imported?.name === 'env'))
        use(node, 'process.env')
    },
    ExportNamedDeclaration: node => node.source && add(node, node.source.value, allTypes(node, 'exportKind')),
    ExportAllDeclaration: node => add(node, node.source.value, node.exportKind === 'type'),
    ImportExpression: node => node.source.type === 'Literal' && add(node, node.source.value, false),
    TSImportType: node => add(node, node.source.value, true),
    // Parents are visited first, so this is known when its argument is met.
    CallExpression: node => {
      if (node.callee.name === 'readConfig') for (const argument of node.arguments) handedToConfig.add(argument.start)
    },
    MemberExpression: node => {
      if (handedToConfig.has(node.start)) return
      const name = node.object.name && `${node.object.name}.${node.property.name ?? node.property.value}`
      if (['process.env', 'Date.now', 'Math.random', 'Temporal.Now', 'performance.now'].includes(name)) use(node, name)
    },
    NewExpression: node => node.callee.name === 'Date' && node.arguments.length === 0 && use(node, 'new Date()'),
  }).visit(program)
  return { imports, uses }
}
