import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from '../../src/ds/Button'
import { FormDialog } from '../../src/ds/Dialog'
import { TextField } from '../../src/ds/Field'
import { FormPage } from '../../src/forms/FormPage'

afterEach(cleanup)

function Example() {
  const [name, setName] = useState('')
  const [checked, setChecked] = useState(false)
  const problem = checked && !name
  return (
    <FormPage
      title="Exemplo"
      onSubmit={() => setChecked(true)}
      problem={null}
      refused={problem}
      dirty={false}
      actions={<Button type="submit">Salvar</Button>}
    >
      <TextField label="Nome" value={name} onChange={setName} error={problem ? 'Informe o nome.' : undefined} />
    </FormPage>
  )
}

async function shown(page: () => ReactNode, name: string) {
  const router = createRouter({ routeTree: createRootRoute({ component: page }), history: createMemoryHistory() })
  render(<RouterProvider router={router} />)
  return screen.findByRole('button', { name })
}

test('a form that is refused again shows again where', async () => {
  const save = await shown(Example, 'Salvar')
  for (const turn of [1, 2]) {
    save.focus()
    await userEvent.click(save)
    await waitFor(() => expect(document.activeElement, `turn ${turn}`).toBe(screen.getByLabelText(/Nome/)))
  }
})

test('the form is not sent by a window that opened within it', async () => {
  const [sent, asked] = [vi.fn(), vi.fn()]
  const within = () => (
    <FormPage title="Exemplo" onSubmit={sent} problem={null} refused={false} dirty={false} actions={<Button type="submit">Salvar</Button>}>
      <FormDialog title="Tabela" confirm="Inserir" onClose={() => undefined} onSubmit={asked}>
        <TextField label="Linhas" value="3" onChange={() => undefined} />
      </FormDialog>
    </FormPage>
  )
  await userEvent.click(await shown(within, 'Inserir'))
  expect(asked).toHaveBeenCalledOnce()
  expect(sent).not.toHaveBeenCalled()
})
