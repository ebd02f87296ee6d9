/** PRO-20, web.md W2: where one panel is seen at a time, a document asked for again comes into sight, by touch or by key. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PanelLayout } from '../../src/process/PanelLayout'

afterEach(cleanup)

const tree = (
  <div role="tree" tabIndex={0} aria-label="Documentos" aria-activedescendant="line-0">
    <div role="treeitem" id="line-0" aria-level={1}>
      Ofício
    </div>
  </div>
)

function show() {
  const { container } = render(<PanelLayout tree={tree} document={<p>o ofício</p>} side={null} total={1} reading="d1" />)
  const view = () => container.querySelector('.panels')?.getAttribute('data-view')
  fireEvent.click(screen.getByRole('button', { name: 'Documentos' }))
  expect(view()).toBe('tree')
  return view
}

test('the open document pressed again is shown', () => {
  const view = show()
  fireEvent.click(screen.getByRole('treeitem'))
  expect(view()).toBe('document')
})

test.each(['Enter', ' '])('and so it is by the key "%s", and by no other', (key) => {
  const view = show()
  fireEvent.keyUp(screen.getByRole('tree'), { key: 'ArrowDown' })
  expect(view()).toBe('tree')
  fireEvent.keyUp(screen.getByRole('tree'), { key })
  expect(view()).toBe('document')
})
