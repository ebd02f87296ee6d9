/** What the dialogs of many documents ask for, as one job (issue 4 §6; DOC-17, DOC-18, PRO-08). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meQuery } from '../../src/api/session'
import type { ManyAct } from '../../src/many/documents'
import ManyDialogs from '../../src/many/ManyDialogs'

let ordered: { act: string; form: Record<string, unknown>; documents: unknown[] }[] = []
const two = [
  { process: 'p1', id: 'd1', name: 'Ofício 1' },
  { process: 'p2', id: 'd2', name: 'Ofício 2' },
]
const places = [
  { process: 'p1', document: 'd1' },
  { process: 'p2', document: 'd2' },
]

beforeEach(() => {
  ordered = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/bulk-document-acts')) {
      ordered.push(JSON.parse(String(init.body)))
      return new Response('{"job":"t1"}', { status: 201 })
    }
    return new Response('{"items":[]}', { status: 200 })
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function dialog(act: Exclude<ManyAct, 'authenticate'>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(meQuery.queryKey, { unit: { id: 'u', acronym: 'U' }, user: { id: 'ana', name: 'Ana' }, actions: [] } as never)
  render(
    <QueryClientProvider client={client}>
      <ManyDialogs act={act} chosen={two} onClose={vi.fn()} onDone={vi.fn()} />
    </QueryClientProvider>,
  )
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('two documents are acknowledged by one order', async () => {
  dialog('acknowledge')
  press('Dar ciência')
  await waitFor(() => expect(ordered).toEqual([{ act: 'acknowledge', form: {}, documents: places }]))
})

test('cancelling asks for a reason first, and its way out is not called "Cancelar"', async () => {
  dialog('cancel')
  press('Cancelar documentos')
  expect(await screen.findByText('Informe o motivo, com ao menos três letras.')).toBeTruthy()
  expect(ordered).toEqual([])
  expect(screen.getByRole('button', { name: 'Desistir' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/^Motivo/), { target: { value: 'Feitos por engano' } })
  press('Cancelar documentos')
  await waitFor(() => expect(ordered).toEqual([{ act: 'cancel', form: { reason: 'Feitos por engano' }, documents: places }]))
})

test('only the data that was filled in is asked for', async () => {
  dialog('data')
  press('Salvar')
  expect(await screen.findByText('Preencha ao menos um dos campos.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Observações'), { target: { value: 'Ver a LGPD' } })
  press('Salvar')
  await waitFor(() => expect(ordered).toEqual([{ act: 'metadata', form: { remark: 'Ver a LGPD' }, documents: places }]))
})
