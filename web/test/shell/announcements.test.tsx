/** ACC-12: what the administration says is read by everybody and put away by each, until it is rewritten. */
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Announcements } from '../../src/shell/Announcements'

const STOP = { title: 'Parada no sábado', text: 'O sistema para às 8 h.', important: true }
const COURSE = { title: 'Curso', text: 'Inscrições abertas.', important: false }

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('each is put away on its own and stays away', async () => {
  render(<Announcements announced={[STOP, COURSE]} />)
  await userEvent.click(screen.getByRole('button', { name: 'Já li: Curso' }))
  expect(screen.queryByText('Curso')).toBeNull()
  expect(screen.getByText('Parada no sábado')).toBeTruthy()
  cleanup()
  render(<Announcements announced={[STOP, COURSE]} />)
  expect(screen.queryByText('Curso')).toBeNull()
})

test('one that was rewritten is shown again, and what is no longer said is forgotten', async () => {
  render(<Announcements announced={[COURSE]} />)
  await userEvent.click(screen.getByRole('button', { name: 'Já li: Curso' }))
  cleanup()
  render(<Announcements announced={[{ ...COURSE, text: 'Última semana.' }]} />)
  await userEvent.click(screen.getByRole('button', { name: 'Já li: Curso' }))
  expect(localStorage.getItem('iperoig.announcements')).not.toContain('Inscrições')
})

test('without anything said there is nothing on the screen', () => {
  const { container } = render(<Announcements announced={[]} />)
  expect(container.textContent).toBe('')
})
