/** A date is typed and read as dd/mm/aaaa, whatever the language of the browser; on the wire it is `YYYY-MM-DD`. */
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { afterEach, expect, test } from 'vitest'
import { DateField } from '../../src/ds/DateField'

afterEach(cleanup)

function Form({ start, error }: { start: string; error?: string }) {
  const [date, setDate] = useState(start)
  return (
    <I18nProvider locale="pt-BR">
      <DateField label="Data do documento" required value={date} onChange={setDate} error={error} />
      <output>{date}</output>
    </I18nProvider>
  )
}

test('a date typed day first is that date', async () => {
  render(<Form start="" />)
  const day = await screen.findByRole('spinbutton', { name: /^dia, Data do documento/ })
  await userEvent.click(day)
  await userEvent.keyboard('02032026')
  expect(screen.getByRole('status').textContent).toBe('2026-03-02')
})

test('day, month and year come in this order', async () => {
  render(<Form start="2026-03-02" />)
  await screen.findByRole('spinbutton', { name: /^dia/ })
  expect(screen.getAllByRole('spinbutton').map((segment) => segment.textContent)).toEqual(['02', '03', '2026'])
})

test('a date with a part erased is no date, and is one again when the part is typed', async () => {
  render(<Form start="2026-03-02" />)
  await userEvent.click(await screen.findByRole('spinbutton', { name: /^dia/ }))
  await userEvent.keyboard('{Backspace}{Backspace}')
  expect(screen.getByRole('status').textContent).toBe('')
  await userEvent.keyboard('02')
  expect(screen.getByRole('status').textContent).toBe('2026-03-02')
})

test('a year half typed is no date', async () => {
  render(<Form start="" />)
  await userEvent.click(await screen.findByRole('spinbutton', { name: /^dia/ }))
  await userEvent.keyboard('020326')
  expect(screen.getByRole('status').textContent).toBe('')
})

test('what is wrong with the date is tied to each part of it', async () => {
  render(<Form start="" error="Informe uma data a partir de amanhã." />)
  const day = await screen.findByRole('spinbutton', { name: /^dia/ })
  expect(day.getAttribute('aria-invalid')).toBe('true')
  const described = (day.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described).toContain('Informe uma data a partir de amanhã.')
})
