/** A number in the title of a window is read in one piece, whatever the width (web.md §6). */
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Dialog } from '../../src/ds/Dialog'

afterEach(cleanup)

test.each([
  ['Enviar o processo 01101.000002/2026-71 a outra unidade', ['01101.000002/2026-71']],
  ['Cancelar o Ofício 12/2026 (0000002)?', ['12/2026']],
  ['Atribuir 3 processos', []],
])('%s', (title, numbers) => {
  render(
    <Dialog title={title} onClose={() => undefined}>
      <p>Corpo</p>
    </Dialog>,
  )
  const heading = screen.getByRole('heading', { name: title })
  expect([...heading.querySelectorAll('.unbroken')].map((one) => one.textContent)).toEqual(numbers)
})
