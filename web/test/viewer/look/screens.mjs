/**
 * Opens the editor, the viewer, the sign dialog, the upload and the public page over the mock, in the three themes, and
 * checks each with axe. Needs `npm run build`, then `node test/viewer/look/screens.mjs [folder] [name of one screen]`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const THEMES = (process.env.THEMES ?? 'light,dark,contrast').split(',')
const MEDIA = { light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' } }
const [folder = '../test-results/documents', only] = process.argv.slice(2)
const [apiPort, cityPort, webPort] = [8795, 8796, 8797]
const origin = `http://127.0.0.1:${webPort}`
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const click = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click()
const scenario = (page, body) => page.request.post(`${origin}/api/mock/scenario`, { data: body })
const editor = '/processo/p0002/documento/d2/editar'
const write = async (page, text = ' Texto novo.') => {
  await page.getByText('Senhor Procurador,').click()
  await page.keyboard.press('End')
  await page.keyboard.type(text)
}
const saveAs = (save) => async (page) => {
  await scenario(page, { save })
  await write(page)
  await page.keyboard.press('Control+s')
  await page.waitForTimeout(save === 'offline' ? 2600 : 600)
}
const pdf = (name, bytes = 2000) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(bytes, 'x') })

const screens = [
  { name: 'editor', path: editor },
  {
    name: 'editor-salvo',
    path: editor,
    act: async (page) => {
      await write(page)
      await page.keyboard.press('Control+s')
      await page.getByText(/Salvo às/).waitFor()
    },
  },
  {
    name: 'editor-localizar',
    path: editor,
    act: async (page) => {
      await page.getByText('Senhor Procurador,').click()
      await page.keyboard.press('Control+f')
      await page.keyboard.type('poda')
      await page.getByText('1 de 2').waitFor()
    },
  },
  {
    name: 'editor-tabela',
    path: editor,
    act: async (page) => {
      await page.getByText('Amendoeira').click()
      await click('Tabela ▾')(page).catch(() => page.getByRole('button', { name: /^Tabela/ }).click())
    },
  },
  { name: 'editor-inserir', path: editor, act: (page) => page.getByRole('button', { name: /^Inserir/ }).click() },
  {
    name: 'editor-referencia',
    path: editor,
    act: async (page) => {
      await write(page, ' Conforme #')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('1000101')
      await page.getByText('Ofício nº 4/2026 (1000101)').waitFor()
    },
  },
  { name: 'editor-conflito', path: editor, act: saveAs('conflict') },
  {
    name: 'editor-conflito-ver',
    path: editor,
    act: async (page) => {
      await saveAs('conflict')(page)
      await click('Ver a versão salva')(page)
      await page.waitForTimeout(600)
    },
  },
  { name: 'editor-concluido', path: editor, act: saveAs('concluded') },
  { name: 'editor-sem-conexao', path: editor, act: saveAs('offline') },
  { name: 'editor-sessao', path: editor, act: saveAs('session') },
  {
    name: 'editor-recuperado',
    path: editor,
    act: async (page) => {
      await saveAs('concluded')(page)
      await scenario(page, { save: 'ok' })
      page.on('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await page.getByText(/Recuperamos texto/).waitFor()
    },
  },
  {
    name: 'editor-versoes',
    path: editor,
    act: async (page) => {
      await click('Versões')(page)
      await page.getByText('Versão 3').first().waitFor()
    },
  },
  {
    name: 'editor-comparar',
    path: editor,
    act: async (page) => {
      await click('Versões')(page)
      await click('Comparar')(page)
      await page
        .getByText(/mudaram|mudou/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'editor-assinar',
    path: editor,
    act: async (page) => {
      await click('Assinar')(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'assinar-senha-errada',
    path: '/processo/p0002/documento/d2',
    act: async (page) => {
      await click('Assinar')(page)
      await page.getByLabel(/Cargo/).selectOption({ index: 1 })
      await page.getByLabel(/Sua senha/).fill('errada')
      await page.getByRole('dialog').getByRole('button', { name: 'Assinar', exact: true }).click()
      await page.getByText('A senha não confere').waitFor()
    },
  },
  { name: 'documento', path: '/processo/p0002/documento/d1' },
  {
    name: 'documento-pdf',
    path: '/processo/p0002/documento/d0',
    act: async (page) => {
      await page.getByRole('searchbox', { name: 'Localizar no PDF' }).fill('municipio')
      await page.getByText('1 de 12').waitFor()
    },
  },
  { name: 'documento-arquivo', path: '/processo/p0002/documento/d9' },
  { name: 'documento-sem-acesso', path: '/processo/p0002/documento/d8' },
  { name: 'documento-cancelado', path: '/processo/p0002/documento/d7' },
  {
    name: 'enviar-arquivos',
    path: '/processo/p0002/incluir?modo=arquivo',
    act: async (page) => {
      const files = [
        pdf('requerimento.pdf'),
        pdf('planta com virus.pdf'),
        pdf('vazio.pdf', 0),
        { ...pdf('programa.exe'), mimeType: 'application/octet-stream' },
      ]
      await page.locator('input[type=file]').setInputFiles(files)
      await page.getByText('Recusado').nth(2).waitFor()
      await page.getByText('Aceito', { exact: true }).waitFor()
    },
  },
  { name: 'publico', path: '/publico.html', open: true },
  {
    name: 'publico-valido',
    path: '/publico.html?verificador=1000101&crc=8CC0D39D',
    open: true,
    full: true,
    act: async (page) => {
      await page.getByText('Documento autêntico').waitFor()
      await page.getByLabel('Escolher arquivo PDF').setInputFiles(pdf('oficio.pdf'))
      await page.getByText(/não é idêntico/).waitFor()
    },
  },
  { name: 'publico-restrito', path: '/publico.html?verificador=1000102&crc=8CC0D39D', open: true },
  { name: 'publico-nao-encontrado', path: '/publico.html?verificador=1000103&crc=8CC0D39D', open: true },
  { name: 'publico-muitas', path: '/publico.html?verificador=9999999&crc=8CC0D39D', open: true },
  { name: 'publico-erro', path: '/publico.html', open: true, act: click('Conferir') },
]

const children = [
  spawn(process.execPath, ['test/mock/server.mjs', String(cityPort)], { stdio: 'inherit' }),
  spawn(process.execPath, ['test/viewer/look/server.mjs', String(apiPort), String(cityPort)], { stdio: 'inherit' }),
  spawn(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'preview',
      '--port',
      String(webPort),
      '--strictPort',
      ...(process.env.OUT ? ['--outDir', process.env.OUT] : []),
    ],
    {
      stdio: 'ignore',
      env: { ...process.env, API_ORIGIN: `http://127.0.0.1:${apiPort}` },
    },
  ),
]
mkdirSync(folder, { recursive: true })
let violations = 0
try {
  await ready()
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS })
  const chosen = screens.filter(({ name }) => !only || name.startsWith(only))
  for (const theme of THEMES) for (const screen of chosen) await look(browser, theme, screen)
  await browser.close()
} finally {
  for (const child of children) child.kill()
}
process.stdout.write(`${violations} violations\n`)
process.exitCode = violations > 0 ? 1 : 0

async function ready() {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const up = await fetch(`${origin}/api/public/tenant`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the preview server did not start')
}

async function look(browser, theme, screen) {
  const width = Number(process.env.WIDTH ?? (screen.open ? 420 : 1366))
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: 'pt-BR',
    bypassCSP: true,
    ...MEDIA[theme],
  })
  await context.addInitScript((chosen) => localStorage.setItem('iperoig.theme', chosen), theme)
  const page = await context.newPage()
  page.on('pageerror', (error) => report(theme, screen, error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/40[149]|412|429|503/.test(line.text())) report(theme, screen, line.text())
  })
  await scenario(page, { save: 'ok' })
  if (!screen.open)
    await context.request.post(`${origin}/api/sessions`, {
      data: { login: 'ana.lima', password: 'senha' },
      headers: { 'Idempotency-Key': 'screens-run' },
    })
  await page.goto(origin + screen.path)
  await page.waitForLoadState('networkidle')
  await screen.act?.(page).catch((error) => report(theme, screen, error.message.split('\n').slice(0, 4).join(' ')))
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${folder}/${screen.name}-${theme}.png`, fullPage: Boolean(screen.full) })
  await page.evaluate(axe)
  const result = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  )
  for (const { id, nodes } of result.violations) {
    for (const node of nodes)
      report(theme, screen, `${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
  }
  await context.close()
}

function report(theme, { name }, message) {
  violations += 1
  process.stdout.write(`${theme} ${name}: ${message}\n`)
}
