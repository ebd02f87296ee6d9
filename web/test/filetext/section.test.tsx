// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '../../src/api/client'
import type { FileText } from '../../src/api/filetext'
import { FileTextSection } from '../../src/filetext/FileTextSection'

const NONE: FileText = {
  state: 'absent',
  reason: null,
  pages: 0,
  recognized: 0,
  unread: 0,
  recognition: null,
  may_ask: true,
  url: null,
  expires_at: null,
}

function shown(...answers: Partial<FileText>[]) {
  const get = vi.spyOn(api, 'get')
  for (const answer of answers) get.mockResolvedValueOnce({ ...NONE, ...answer })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <FileTextSection process="p1" document="d1" />
    </QueryClientProvider>,
  )
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the text of a file on its document (DOC-08)', () => {
  it('says why there is none and is asked for again, once', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({ state: 'waiting' })
    const reason = { code: 'took_too_long', message: 'A leitura demorou demais.' }
    shown({ state: 'failed', reason }, { state: 'waiting', may_ask: false })
    expect(await screen.findByText('Não foi possível extrair o texto')).toBeTruthy()
    expect(screen.getByText('A leitura demorou demais.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }))
    expect(await screen.findByText('Texto sendo extraído…')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(post.mock.calls.map(([path]) => path)).toEqual(['/processes/p1/documents/d1/text'])
  })

  it('is asked for where nobody ever did', async () => {
    shown({})
    expect(await screen.findByRole('button', { name: 'Extrair o texto' })).toBeTruthy()
  })

  it('tells how much of it was read from pictures, and what could not be', async () => {
    shown({ state: 'done', pages: 5, recognized: 2, unread: 1, url: 'https://texts.example/a' })
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('2 páginas foram lidas da imagem'))
    expect(screen.getByRole('status').textContent).toContain('1 página não pôde ser lida.')
    expect(screen.getByRole('button', { name: 'Tentar de novo' })).toBeTruthy()
  })

  it('counts the pages read from pictures while it goes on, with an estimate (issue 6 §6)', async () => {
    shown({ state: 'waiting', may_ask: false, recognition: { pages: 40, read: 12, seconds_left: 130 } })
    const bar = await screen.findByRole('progressbar', { name: 'Leitura das imagens das páginas' })
    expect(bar.getAttribute('aria-valuetext')).toBe('12 de 40 páginas lidas da imagem.')
    expect(screen.getByText(/Faltam cerca de 3 minutos\./)).toBeTruthy()
  })

  it('promises nothing before the first page', async () => {
    shown({ state: 'waiting', may_ask: false, recognition: { pages: 40, read: 0, seconds_left: null } })
    expect(await screen.findByText('0 de 40 páginas lidas da imagem.')).toBeTruthy()
    expect(screen.queryByText(/Falta/)).toBeNull()
  })

  it('offers nothing that would not help', async () => {
    const reason = { code: 'kind_without_text', message: 'Arquivos deste tipo não têm texto a extrair.' }
    shown({ state: 'empty', reason, may_ask: false })
    expect(await screen.findByText('Sem texto')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is fetched by a fresh address and shown page by page', async () => {
    const done = { state: 'done' as const, pages: 2, recognized: 2, may_ask: false, url: 'https://texts.example/a' }
    shown(done, done)
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('Ofício\fDespacho')))
    await userEvent.click(await screen.findByRole('button', { name: 'Ler o texto' }))
    expect(await screen.findByRole('heading', { name: 'Página 2' })).toBeTruthy()
    expect(screen.getByText('Despacho')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Localizar no texto'), 'oficio')
    expect(await screen.findByText('1 ocorrência em 1 página.')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Página 2' })).toBeNull()
    vi.unstubAllGlobals()
  })
})
