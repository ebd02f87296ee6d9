/** Fails when what a screen loads grows over its budget. Sizes are gzip of the production build; run after `npm run build`. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KILOBYTE = 1024
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** Everything that comes with an entry before any dynamic import. */
function staticFiles(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) staticFiles(next, seen)
  return seen
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
const scripts = (keys) => [...keys].reduce((sum, key) => sum + (manifest[key].file.endsWith('.js') ? gzipped(manifest[key].file) : 0), 0)
const styles = (keys) => [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((sum, file) => sum + gzipped(file), 0)

const first = staticFiles('index.html')
/** What comes by itself right after the first screen: every other screen and window finds it there. */
const shell = new Set([...first, ...staticFiles('src/shell/ReentryDialog.tsx')])
const citizen = staticFiles('publico.html')
/** What is opened from the text of a document comes after the editor. */
const writing = new Set([...shell, ...staticFiles('src/process/WritePage.tsx')])
/** What a route, or a window inside one, adds to what is already loaded. */
const added = (key) => {
  const loaded = key.startsWith('src/editor/') ? writing : shell
  return new Set([...staticFiles(key)].filter((one) => !loaded.has(one)))
}

const HEAVY = { 'src/process/WritePage.tsx': 170, 'src/texts/StandardTextPage.tsx': 170, 'src/viewer/pdf/PdfViewer.tsx': 180, 'src/redact/PageMarks.tsx': 180 }
const checks = [
  ['inbox: scripts before the first screen', scripts(first), 160],
  ['inbox: scripts of the first load', scripts(shell), 190],
  ['inbox: styles of the first load', styles(shell), 25],
  ['public page: scripts', scripts(citizen), 30],
  ['public page: scripts and styles', scripts(citizen) + styles(citizen), 60],
]
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !chunk.file.endsWith('.js')) continue
  checks.push([`added by ${key}`, scripts(added(key)), HEAVY[key] ?? 60])
}
const fonts = readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.woff2'))
checks.push(['fonts', fonts.reduce((sum, name) => sum + readFileSync(new URL(`assets/${name}`, dist)).length, 0), 50])

let failed = false
for (const [name, bytes, budget] of checks) {
  const over = bytes > budget * KILOBYTE
  failed ||= over
  process.stdout.write(`${over ? 'OVER ' : 'ok   '}${(bytes / KILOBYTE).toFixed(1).padStart(7)} KB of ${budget} KB  ${name}\n`)
}
process.exitCode = failed ? 1 : 0
