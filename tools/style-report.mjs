// Prints the numbers of the code beside those of the codebases it learns from. Nobody is stopped by one.
import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { root } from './setup.mjs'

const functionKinds = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
])
const fieldKinds = new Set(['TsPropertySignature', 'ClassProperty', 'PrivateProperty'])

const packages = readdirSync(`${root}packages`, { withFileTypes: true }).filter((it) =>
  it.isDirectory(),
)
const rows = packages.map(({ name }) => [name, measure(`packages/${name}/src`)])
rows.push(['all', merge(rows.map(([, numbers]) => numbers))])
console.log(
  'package          files   lines  file med/p90/max  function med/p90/max  params p90  any/kloc  as/kloc  readonly %  comments %',
)
for (const [name, numbers] of rows) console.log(line(name, numbers))
console.log(
  'the best do                         80/300                 8/25              3         0        2          90        5-15',
)
console.log('\nlongest files')
for (const [file, lines] of top(rows.at(-1)[1].files, 8))
  console.log(`${String(lines).padStart(6)}  ${file}`)
console.log('\nlongest functions')
for (const [place, lines] of top(rows.at(-1)[1].functions, 12))
  console.log(`${String(lines).padStart(6)}  ${place}`)

function measure(folder) {
  const files = readdirSync(root + folder, { recursive: true }).filter((it) => isSource(it))
  return merge(files.map((file) => measureFile(`${folder}/${file}`)))
}

function isSource(file) {
  return file.endsWith('.ts') && !/\.(test|generated|d)\.ts$/.test(file)
}

function measureFile(file) {
  const text = readFileSync(root + file, 'utf8')
  // swc counts bytes from a start that moves on with each file.
  const tree = parseSync(text, { syntax: 'typescript', target: 'es2023' })
  const bytes = Buffer.from(text)
  const base = tree.span.end - bytes.length
  const lineOf = (offset) =>
    bytes
      .subarray(0, Math.max(0, offset - base))
      .toString()
      .split('\n').length
  const numbers = empty()
  const lines = text.trimEnd().split('\n')
  numbers.lines = lines.length
  numbers.comments = lines.filter((it) => /^\s*(\/\/|\/\*|\*)/.test(it)).length
  numbers.files.push([file, lines.length])
  walk(tree, (node) => {
    if (functionKinds.has(node.type) && hasBody(node)) {
      const [first, last] = [lineOf(node.span.start), lineOf(node.span.end)]
      numbers.functions.push([`${file}:${first}`, last - first + 1])
      numbers.params.push((node.params ?? node.function?.params ?? []).length)
    }
    if (node.type === 'TsKeywordType' && node.kind === 'any') numbers.any++
    if (node.type === 'TsAsExpression') numbers.as++
    if (fieldKinds.has(node.type)) {
      numbers.fields++
      if (node.readonly) numbers.readonly++
    }
  })
  return numbers
}

function hasBody(node) {
  return Boolean(node.body ?? node.function?.body)
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit)
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') visit(node)
    for (const value of Object.values(node))
      if (value && typeof value === 'object') walk(value, visit)
  }
}

function empty() {
  return {
    lines: 0,
    comments: 0,
    any: 0,
    as: 0,
    fields: 0,
    readonly: 0,
    files: [],
    functions: [],
    params: [],
  }
}

function merge(list) {
  const sum = empty()
  for (const numbers of list) {
    for (const [key, value] of Object.entries(numbers)) {
      if (Array.isArray(value)) sum[key].push(...value)
      else sum[key] += value
    }
  }
  return sum
}

function line(name, numbers) {
  const file = numbers.files.map(([, lines]) => lines)
  const code = numbers.functions.map(([, lines]) => lines)
  const perKloc = (n) => ((n * 1000) / Math.max(1, numbers.lines)).toFixed(1)
  const percent = (part, whole) => String(Math.round((part * 100) / Math.max(1, whole)))
  return [
    name.padEnd(15),
    String(file.length).padStart(7),
    String(numbers.lines).padStart(8),
    `${at(file, 0.5)}/${at(file, 0.9)}/${at(file, 1)}`.padStart(18),
    `${at(code, 0.5)}/${at(code, 0.9)}/${at(code, 1)}`.padStart(22),
    String(at(numbers.params, 0.9)).padStart(12),
    perKloc(numbers.any).padStart(10),
    perKloc(numbers.as).padStart(9),
    percent(numbers.readonly, numbers.fields).padStart(12),
    percent(numbers.comments, numbers.lines).padStart(12),
  ].join('')
}

function at(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function top(entries, count) {
  return entries.toSorted(([, a], [, b]) => b - a).slice(0, count)
}
