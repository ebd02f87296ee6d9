import { useNavigate } from '@tanstack/react-router'
import { Checkbox } from '../ds/Choice'
import { directLineMessages as text } from '../messages/process'
import { withDirectLine, type ProcessSearch } from './search'

/** Narrows the tree to the documents on the direct line; the choice is in the address. */
export function DirectLineSwitch({ on }: { on: boolean }) {
  const navigate = useNavigate()
  const turn = (direct: boolean) =>
    void navigate({
      to: '.',
      search: (now: ProcessSearch) => withDirectLine(now, direct),
      replace: true,
    })
  return (
    <div className="tree-filter">
      <Checkbox label={text.name} checked={on} onChange={turn} {...(on ? { hint: text.hint } : {})} />
    </div>
  )
}
