/** What the menu "Mais" and the bar of follow-ups ask for, as one job (demands 4; PRO-17, TRA-03, TRA-10, issue 4 §7). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FollowUp } from '../../src/api/follow'
import { meQuery } from '../../src/api/session'
import type { MoreAct } from '../../src/bulk/more'
import MoreDialogs from '../../src/bulk/MoreDialogs'
import { MoreMenu } from '../../src/bulk/MoreMenu'
import { FollowBar } from '../../src/follow/FollowBar'
import { unseenTarget } from '../../src/organise/targets'

let ordered: { act: string; form: Record<string, unknown>; processes: string[] }[] = []

beforeEach(() => {
  ordered = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/bulk-acts')) ordered.push(JSON.parse(String(init.body)))
    return new Response('{"job":"t1"}', { status: path.endsWith('/bulk-acts') ? 201 : 200 })
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(what: ReactNode, actions: string[] = []) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(meQuery.queryKey, {
    unit: { id: 'u', acronym: 'U' },
    user: { id: 'ana', name: 'Ana Lima' },
    tenant: { time_zone: 'America/Sao_Paulo' },
    actions,
  } as never)
  client.setQueryData(['arrangement', 'u'], { labels: [], checkpoints: [], board: null } as never)
  render(<QueryClientProvider client={client}>{what}</QueryClientProvider>)
}

const two = [unseenTarget('p1', '01101.000001/2026-26'), unseenTarget('p2', '01101.000002/2026-71')]
const closed = vi.fn<() => void>()
const dialog = (act: MoreAct) => show(<MoreDialogs act={act} targets={two} onClose={closed} onDone={() => undefined} />)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('more time for the returns of two processes is one order', async () => {
  dialog('extend_return')
  expect(screen.getByText(/Vale para todos os retornos que a sua unidade aguarda/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: 'Dias úteis' }))
  press('Prorrogar')
  await waitFor(() => expect(ordered).toHaveLength(1))
  expect(ordered[0]).toEqual({
    act: 'extend_return',
    form: { return_due: { days: 5, business: true } },
    processes: ['p1', 'p2'],
  })
})

test('the open step of each is completed with one note', async () => {
  dialog('complete_step')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: ' Conferido ' } })
  press('Concluir etapa')
  await waitFor(() => expect(ordered).toEqual([{ act: 'complete_step', form: { note: 'Conferido' }, processes: ['p1', 'p2'] }]))
})

test.each<[MoreAct, string]>([
  ['pause_flow', 'Pausar fluxo'],
  ['cancel_flow', 'Cancelar fluxo'],
])('%s asks why', async (act, confirm) => {
  dialog(act)
  press(confirm)
  await screen.findByText('Informe o motivo.')
  expect(ordered).toEqual([])
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Aguarda a lei' } })
  press(confirm)
  await waitFor(() => expect(ordered).toEqual([{ act, form: { reason: 'Aguarda a lei' }, processes: ['p1', 'p2'] }]))
})

test.each<[MoreAct, string]>([
  ['undo_sending', 'Desfazer envio'],
  ['withdraw_return', 'Cancelar retorno'],
  ['resume_flow', 'Retomar fluxo'],
  ['delete', 'Excluir'],
])('%s says what will come of it and asks for nothing else', async (act, confirm) => {
  dialog(act)
  press(confirm)
  await waitFor(() => expect(ordered).toEqual([{ act, form: {}, processes: ['p1', 'p2'] }]))
})

async function offered(seen: boolean, actions: string[]) {
  const targets = two.map((target) => ({ ...target, unseen: !seen }))
  show(<MoreMenu targets={targets} onDialog={() => undefined} onDone={() => undefined} />, actions)
  press('Mais')
  const choices = await screen.findAllByRole('menuitem')
  return choices.map((choice) => choice.textContent)
}

test('only an administrator is offered to take processes out of another, and only where there can be such', async () => {
  expect(await offered(false, ['process.unannex'])).toContain('Desanexar…')
  cleanup()
  expect(await offered(true, ['process.unannex'])).not.toContain('Desanexar…')
  cleanup()
  const clerk = await offered(false, [])
  expect(clerk).not.toContain('Desanexar…')
  expect(clerk).toContain('Prorrogar retorno…')
})

function followed(count: number): FollowUp[] {
  const rest = { observation: '', at: '2026-11-27T12:00:00Z', visible: true, type: null, specification: '', open_units: [], news: 1 }
  const by = { id: 'ana', name: 'Ana Lima' }
  // Each process is followed in two groups.
  return Array.from({ length: count }, (_, n) => ({ ...rest, by, id: `f${n}`, process: `p${n >> 1}`, nup: `${n >> 1}`, group: `g${n % 2}` }))
}

test('many follow-ups are let go by one order, each by its own name', async () => {
  show(<FollowBar chosen={followed(27)} unit="u" onClear={() => undefined} />)
  press('Deixar de acompanhar')
  await waitFor(() => expect(ordered).toHaveLength(1))
  const [order] = ordered
  expect(order?.act).toBe('unfollow')
  expect(order?.processes).toHaveLength(14)
  expect(order?.form.follow_ups).toMatchObject({ p0: ['f0', 'f1'], p13: ['f26'] })
})
