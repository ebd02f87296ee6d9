/**
 * Opens every screen over the mock, in the three themes, and checks it with axe (WCAG 2.2 A/AA and best practices).
 * Needs `npm run build`, then: `node test/mock/screens.mjs [folder for screenshots] [names of screens, with commas]`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const THEMES = (process.env.THEMES ?? 'light,dark,contrast').split(',')
const [folder = '../test-results/screens', only] = process.argv.slice(2)
const dist = process.env.DIST ?? 'dist'
const apiPort = 8791
const webPort = 8792
const origin = `http://127.0.0.1:${webPort}`
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const click = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click()
const screens = [
  { name: 'entrar', path: '/entrar', signedOut: true },
  { name: 'entrar-erro', path: '/entrar', signedOut: true, act: click('Entrar') },
  { name: 'caixa', path: '/caixa' },
  { name: 'caixa-selecao', path: '/caixa?aba=todos', act: async (page) => {
    await page.locator('[data-process]').first().focus()
    for (const key of [' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  } },
  { name: 'caixa-vazia', path: '/caixa?tipo=nada' },
  { name: 'conta', path: '/caixa', act: (page) => page.getByRole('button', { name: /Conta de/ }).click() },
  { name: 'ajuda', path: '/caixa', act: (page) => page.keyboard.press('?') },
  { name: 'unidade', path: '/caixa', act: (page) => page.keyboard.press('Alt+u').then(() => page.getByRole('button', { name: /Trocar de unidade/ }).click()) },
  { name: 'enviar', path: '/processo/p0002', act: click('Enviar') },
  { name: 'enviar-erro', path: '/processo/p0002', act: async (page) => {
    await click('Enviar')(page)
    await page.getByLabel('Dias úteis').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar', exact: true }).click()
  } },
  { name: 'enviar-data', path: '/processo/p0002', act: async (page) => {
    await click('Enviar')(page)
    await page.getByLabel('Data certa').check()
    await page.getByRole('button', { name: /Abrir calendário de Devolver até/ }).click()
  } },
  { name: 'concluir-data', path: '/processo/p0002', act: async (page) => {
    await click(/Mais ações/)(page)
    await page.getByRole('menuitem', { name: /reabertura programada/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Concluir', exact: true }).click()
  } },
  { name: 'atribuir', path: '/processo/p0002', act: click('Atribuir') },
  { name: 'processo', path: '/processo/p0006' },
  { name: 'processo-documento', path: '/processo/p0002/documento/d1' },
  { name: 'minuta-alheia', path: '/processo/p0002/documento/d2' },
  { name: 'processo-grande', path: '/processo/p0001/documento/d3?painel=dados' },
  { name: 'processo-tramitacoes', path: '/processo/p0002?painel=tramitacoes' },
  { name: 'processo-vazio', path: '/processo/p0000' },
  { name: 'processo-mais', path: '/processo/p0002', act: click(/Mais ações/) },
  { name: 'andamento', path: '/processo/p0002', act: click('Atualizar andamento') },
  { name: 'prorrogar', path: '/processo/p0002?painel=tramitacoes', act: click('Prorrogar prazo') },
  { name: 'excluir-documento', path: '/processo/p0002/documento/d1', act: click('Excluir') },
  { name: 'cancelar-documento', path: '/processo/p0002/documento/d1', act: click('Cancelar documento') },
  { name: 'nao-encontrado', path: '/processo/x' },
  { name: 'iniciar-tipo', path: '/processo/novo' },
  { name: 'iniciar', path: '/processo/novo?tipo=ferias', act: click('Iniciar processo') },
  { name: 'iniciar-contato', path: '/processo/novo?tipo=oficio-recebido', act: click('Cadastrar contato novo') },
  { name: 'alterar', path: '/processo/p0002/alterar' },
  { name: 'incluir', path: '/processo/p0002/incluir' },
  { name: 'incluir-oficio', path: '/processo/p0002/incluir?tipo=oficio' },
  { name: 'incluir-arquivo', path: '/processo/p0002/incluir?modo=arquivo' },
  { name: 'alterar-documento', path: '/processo/p0002/documento/d1/alterar' },
  { name: 'alterar-arquivo', path: '/processo/p0002/documento/d0/alterar' },
  { name: 'acessos', path: '/acessos' },
  { name: 'sessao', path: '/caixa', act: async (page) => {
    await page.request.post(`${origin}/api/mock/expire`)
    // The list may ask by itself first, and then the dialog is already there.
    await page.getByRole('link', { name: /Gerados/ }).click({ timeout: 2000 }).catch(() => undefined)
    await page.getByRole('dialog').waitFor()
  } },
]

const children = [
  spawn(process.execPath, ['test/mock/server.mjs', String(apiPort)], { stdio: 'inherit' }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview', '--outDir', dist, '--port', String(webPort), '--strictPort'], {
    stdio: 'ignore', env: { ...process.env, API_ORIGIN: `http://127.0.0.1:${apiPort}` },
  }),
]
mkdirSync(folder, { recursive: true })
let violations = 0
try {
  await ready()
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS })
  for (const theme of THEMES) for (const screen of screens) if (!only || only.split(',').includes(screen.name)) await look(browser, theme, screen)
  await browser.close()
} finally {
  for (const child of children) child.kill()
}
process.stdout.write(`${violations} violations\n`)
process.exitCode = violations > 0 ? 1 : 0

async function ready() {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const up = await fetch(`${origin}/api/public/tenant`).then((answer) => answer.ok, () => false)
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the preview server did not start')
}

async function look(browser, theme, screen) {
  const width = Number(process.env.WIDTH ?? 1366)
  const height = Number(process.env.HEIGHT ?? 768)
  // A browser in another language must show the same Portuguese, dates included.
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US', bypassCSP: true })
  await context.addInitScript((chosen) => localStorage.setItem('iperoig.theme', chosen), theme)
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stdout.write(`${screen.name}: ${error.message}\n`))
  page.on('console', (line) => line.type() === 'error' && !/401|404|409/.test(line.text()) && process.stdout.write(`${screen.name}: ${line.text()}\n`))
  if (!screen.signedOut) await context.request.post(`${origin}/api/sessions`, { data: { login: 'ana.lima', password: 'senha' }, headers: { 'Idempotency-Key': 'screens-run' } })
  await page.goto(origin + screen.path)
  await page.waitForLoadState('networkidle')
  try {
    await screen.act?.(page)
  } catch (error) {
    violations += 1
    process.stdout.write(`${theme} ${screen.name}: ${error.message}\n`)
  }
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${folder}/${screen.name}-${theme}.png` })
  await page.evaluate(axe)
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS)
  for (const found of result.violations) {
    violations += found.nodes.length
    for (const node of found.nodes) process.stdout.write(`${theme} ${screen.name}: ${found.id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}\n`)
  }
  await context.close()
}
