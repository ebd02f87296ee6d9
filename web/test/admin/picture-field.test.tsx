/** ACC-05: a coat of arms is chosen from this computer, shown, and taken out; what is no small PNG is refused in words. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { PictureField } from '../../src/admin/PictureField'

afterEach(cleanup)

const heard = vi.fn()

function Field() {
  const [value, setValue] = useState('')
  const keep = (next: string | null) => {
    heard(next)
    setValue(next ?? '')
  }
  return <PictureField label="Brasão" hint="Uma imagem PNG." error={undefined} value={value} onChange={keep} />
}

const choose = (file: File) => fireEvent.change(screen.getByLabelText('Brasão: escolher imagem'), { target: { files: [file] } })

test('a PNG is shown as it will be seen, and taken out again', async () => {
  render(<Field />)
  expect(screen.getByText('Nenhuma imagem.')).toBeTruthy()
  choose(new File(['ponto'], 'brasao.png', { type: 'image/png' }))
  const shown = await screen.findByRole('img', { name: 'Brasão: a imagem de agora' })
  expect(shown.getAttribute('src')).toBe(`data:image/png;base64,${btoa('ponto')}`)
  fireEvent.click(screen.getByRole('button', { name: 'Tirar Brasão' }))
  expect(heard).toHaveBeenLastCalledWith(null)
  expect(screen.getByText('Nenhuma imagem.')).toBeTruthy()
})

test('what is no PNG, or is too large, is refused before it is read', () => {
  heard.mockClear()
  render(<Field />)
  choose(new File(['a'], 'brasao.jpg', { type: 'image/jpeg' }))
  expect(screen.getByText('Escolha uma imagem PNG.')).toBeTruthy()
  choose(new File([new Uint8Array(64 * 1024 + 1)], 'brasao.png', { type: 'image/png' }))
  expect(screen.getByText(/passa de 64 KB/)).toBeTruthy()
  expect(heard).not.toHaveBeenCalled()
})
