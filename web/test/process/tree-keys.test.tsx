import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { treeRows } from '../../src/process/tree-rows'
import { useTreeKeys } from '../../src/process/use-tree-keys'

afterEach(cleanup)

function Tree({ openAll, goTo }: { openAll: () => void; goTo: (index: number) => void }) {
  const rows = treeRows(Array.from({ length: 60 }), new Set(), 20)
  const onKeyDown = useTreeKeys({ rows, active: 0, goTo, choose: () => undefined, toggle: () => undefined, openAll })
  return <div role="tree" tabIndex={0} onKeyDown={onKeyDown} />
}

describe('keys of the tree (PRO-20)', () => {
  it('opens every folder with the asterisk instead of looking for it', async () => {
    const openAll = vi.fn()
    const goTo = vi.fn()
    render(<Tree openAll={openAll} goTo={goTo} />)
    screen.getByRole('tree').focus()
    await userEvent.keyboard('*')
    expect(openAll).toHaveBeenCalledOnce()
    expect(goTo).not.toHaveBeenCalled()
    await userEvent.keyboard('{End}')
    expect(goTo).toHaveBeenCalledWith(2)
  })

  it('leaves to the screen the signs that pass from document to document', async () => {
    const heard = vi.fn((event: KeyboardEvent) => event.defaultPrevented)
    document.addEventListener('keydown', heard)
    render(<Tree openAll={vi.fn()} goTo={vi.fn()} />)
    screen.getByRole('tree').focus()
    await userEvent.keyboard('[[]')
    expect(heard.mock.results.map(({ value }) => value)).toEqual([false, false])
    await userEvent.keyboard('o')
    expect(heard).toHaveBeenCalledTimes(2)
    document.removeEventListener('keydown', heard)
  })
})
