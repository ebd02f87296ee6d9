import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

interface Early {
  /** Its address, below the environment. */
  address: string
  /** The module that the screen begins with; none: it comes with the application. */
  module?: string
  /** What it reads of the API whatever is looked for, and by the words of its search. */
  asks: string[]
  asksWith?: Record<string, string[]>
}

/** The screens that a day begins with. Of any other inside the login, who is here is asked for. */
export const EARLY: Early[] = [
  { address: '^/entrar$', module: 'src/entry/EntryPage.tsx', asks: ['/public/tenant', '/login-providers'] },
  {
    address: '^/caixa$',
    asks: ['/me'],
    asksWith: { '': ['/inbox?tab=received'], '?aba=todos': ['/inbox?tab=all'], '?aba=gerados': ['/inbox?tab=generated'] },
  },
  {
    address: '^/processo/(?!novo$)[^/]+(?:/documento/[^/]+)?$',
    module: 'src/process/ProcessPage.tsx',
    asks: ['/me', '/processes/{process}', '/processes/{process}/documents/{text}'],
  },
  {
    address: '^/processo/[^/]+/documento/[^/]+/editar$',
    module: 'src/process/WritePage.tsx',
    asks: ['/me', '/processes/{process}/documents/{text}'],
  },
  { address: '^/(?!entrar/|esqueci-a-senha|senha)', asks: ['/me'] },
]

/** From where every script of this package is run. */
const SOURCE = 'src/network/early.js'

/** The script as the page runs it, `files` being what the screen of each module is made of. */
export function earlyScript(files: (module: string) => string[]): string {
  const screens = EARLY.map(({ module, ...rest }) => ({ ...rest, files: module ? files(module) : [] }))
  const [, code = ''] = readFileSync(SOURCE, 'utf8').split('*/\n', 2)
  return code.replace('SCREENS', JSON.stringify(screens))
}

/** Puts the script that runs before the application into its page. */
export const early: Plugin = {
  name: 'early',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('no page to put the early script into')
      const script = earlyScript((module) => filesOf(module, bundle))
      const fileName = `assets/early-${createHash('sha256').update(script).digest('base64url').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName, source: script })
      page.source = String(page.source).replace('<head>', `<head>\n    <script async fetchpriority="high" src="/${fileName}"></script>`)
    },
  },
}

/** What a screen adds to what the page itself names. */
function filesOf(module: string, bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isDynamicEntry && chunk.facadeModuleId?.endsWith(`/${module}`))
  const page = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith('/index.html'))
  if (!entry || !page) throw new Error(`no file begins with ${module}`)
  const known = new Set(reached(page.fileName, bundle))
  return reached(entry.fileName, bundle).filter((file) => !known.has(file)).map((file) => `/${file}`)
}

/** A file, what it imports, and their styles. */
function reached(file: string, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set([file])
  for (const name of found) {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk') continue
    for (const next of [...chunk.imports, ...(chunk.viteMetadata?.importedCss ?? [])]) found.add(next)
  }
  return [...found]
}
