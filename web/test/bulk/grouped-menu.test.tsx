/** The menus "Mais" in groups that a clerk understands, each act once (issue 4 §1, §6). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { meQuery } from '../../src/api/session'
import { MoreMenu } from '../../src/bulk/MoreMenu'
import { DocumentsBar } from '../../src/many/DocumentsBar'
import { unseenTarget } from '../../src/organise/targets'

afterEach(cleanup)

async function menuOf(what: React.ReactNode, actions: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(meQuery.queryKey, { unit: { id: 'u', acronym: 'U' }, actions } as never)
  render(<QueryClientProvider client={client}>{what}</QueryClientProvider>)
  fireEvent.click(screen.getByRole('button', { name: /^Mais/ }))
  return within(await screen.findByRole('menu', undefined, { timeout: 4000 }))
}

const namesOf = (menu: Awaited<ReturnType<typeof menuOf>>, group: string) =>
  within(menu.getByRole('group', { name: group }))
    .getAllByRole('menuitem')
    .map((item) => item.textContent)

test('acts on processes stand under six headings and none of them twice', async () => {
  const target = unseenTarget('p1', '01101.000001/2026-26')
  const menu = await menuOf(<MoreMenu targets={[target]} onDialog={vi.fn()} onDone={vi.fn()} />, ['process.lock', 'process.unannex'])
  expect(menu.getAllByRole('group')).toHaveLength(6)
  expect(namesOf(menu, 'Envios e retornos')).toEqual(['Desfazer envio…', 'Prorrogar retorno…', 'Cancelar retorno…'])
  const all = menu.getAllByRole('menuitem').map((item) => item.textContent)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(25)
  expect(namesOf(menu, 'Parar ou encerrar')).toContain('Bloquear…')
})

test('who does not administer is not offered what only an administrator does', async () => {
  const target = unseenTarget('p1', '01101.000001/2026-26')
  const menu = await menuOf(<MoreMenu targets={[target]} onDialog={vi.fn()} onDone={vi.fn()} />, [])
  const all = menu.getAllByRole('menuitem').map((item) => item.textContent)
  expect(all).not.toContain('Bloquear…')
  expect(all).not.toContain('Desanexar…')
})

test('acts on documents stand under four headings', async () => {
  const chosen = [{ process: 'p1', id: 'd1', name: 'Ofício 1' }]
  const menu = await menuOf(<DocumentsBar chosen={chosen} onDone={vi.fn()} />, [])
  expect(menu.getAllByRole('group')).toHaveLength(4)
  expect(namesOf(menu, 'Ler e certificar')[0]).toBe('Autenticar…')
  expect(menu.getAllByRole('menuitem')).toHaveLength(13)
})
