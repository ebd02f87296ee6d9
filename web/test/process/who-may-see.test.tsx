/** features.md §1.3, issue 6 §3: a clerk reads on the process who may see it, and by which units. */
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AccessLevel, ProcessPage } from '../../src/api/types'
import { WhoMaySee } from '../../src/process/WhoMaySee'

afterEach(cleanup)

function show(own: AccessLevel, effective: AccessLevel = own, overseen: ProcessPage['overseen_by'] = []) {
  const page = {
    process: { access_level: own, effective_access_level: effective },
    passed_units: [{ id: 'u', acronym: 'SEMAD/PROT', name: 'Protocolo Geral' }],
    overseen_by: overseen,
  } as unknown as ProcessPage
  render(<WhoMaySee page={page} />)
}

test('of a public process no unit is named: everybody sees it', () => {
  show('public')
  expect(screen.getByText(/Qualquer usuário do sistema/)).toBeTruthy()
  expect(screen.queryByText('SEMAD/PROT')).toBeNull()
})

test('a restricted process names the units it went through', () => {
  show('restricted')
  expect(screen.getByRole('listitem').textContent).toBe('SEMAD/PROT Protocolo Geral')
  expect(screen.queryByText(/documento mais fechado/)).toBeNull()
})

test('what a restricted document closed says that the document did', () => {
  show('public', 'restricted')
  expect(screen.getByText(/documento mais fechado/)).toBeTruthy()
  expect(screen.getByText('SEMAD/PROT')).toBeTruthy()
})

test('a confidential process sends to its credentials', () => {
  show('confidential')
  expect(screen.getByText(/Só quem tem credencial/)).toBeTruthy()
  expect(screen.queryByText('SEMAD/PROT')).toBeNull()
})

test('whoever reads a restricted process by internal control is named apart, and of a public one nobody is', () => {
  const control = [{ acronym: 'CGM', name: 'Controladoria-Geral do Município' }]
  show('restricted', 'restricted', control)
  expect(screen.getByText(/Por controle interno/)).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'SEMAD/PROT Protocolo Geral',
    'CGM Controladoria-Geral do Município',
  ])
  cleanup()
  show('public', 'public', control)
  expect(screen.queryByText('CGM')).toBeNull()
})
