import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { fewFiles } from './scripts/chunks.ts'
import { early } from './scripts/early.ts'
import { blocksOf } from './scripts/manual.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where `npm run dev` finds the HTTP API; in production both share one origin. */
const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:8000'

/** The API documentation page reads the description that the API's own code made. */
const apiDescription: Plugin = {
  name: 'api-description',
  buildStart() {
    this.addWatchFile(here('../openapi.json'))
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'openapi.json', source: readFileSync(here('../openapi.json')) })
  },
}

/** What keeps the application in the browser, as it is written, and the list of what it keeps: all that screens and windows are made of. */
const keptParts: Plugin = {
  name: 'kept-parts',
  enforce: 'post',
  generateBundle: {
    // After the parts that hold nothing but a style sheet are put away.
    order: 'post',
    handler(_, bundle) {
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: readFileSync(here('./src/network/sw.js')) })
      const parts = Object.keys(bundle).filter((name) => /^assets\/.+\.(?:js|css|woff2)$/.test(name))
      this.emitFile({ type: 'asset', fileName: 'parts.json', source: JSON.stringify(parts.map((name) => `/${name}`)) })
    },
  },
}

/** The chapters of the manual come to the screens already taken apart, one file each. */
const manual: Plugin = {
  name: 'manual',
  enforce: 'pre',
  transform(code, id) {
    return /[\\/]docs[\\/]manual[\\/][^\\/]+\.md$/.test(id) ? { code: `export default ${JSON.stringify(blocksOf(code))}`, map: null } : null
  },
}

export default defineConfig({
  plugins: [apiDescription, early, keptParts, manual, react(), { ...optimizeLocales.vite({ locales: ['pt-BR'] }), enforce: 'pre' }],
  server: { host: '127.0.0.1', fs: { allow: ['..'] }, proxy: { '/api': { target: apiOrigin } } },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: apiOrigin } } },
  build: {
    target: 'es2022',
    manifest: true,
    rolldownOptions: {
      // The public pages are a second entry so that a citizen's phone never loads the clerk's application.
      input: {
        index: here('./index.html'),
        publico: here('./publico.html'),
        documentacao: here('./documentacao.html'),
      },
      output: { codeSplitting: { groups: fewFiles(here('./index.html'), [here('./publico.html'), here('./documentacao.html')]) } },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
    setupFiles: ['test/patience.ts'],
    testTimeout: 30_000,
  },
})
