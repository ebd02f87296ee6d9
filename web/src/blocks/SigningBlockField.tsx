import { useInfiniteQuery } from '@tanstack/react-query'
import { blocksQuery } from '../api/blocks'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { includeMessages as text } from '../messages/blocks'

interface SigningBlockFieldProps {
  label: string
  hint?: string
  /** What choosing none means; without it a block must be chosen. */
  none?: string
  value: string
  onChange: (block: string) => void
  onCreate: () => void
  error?: string | undefined
}

/** One of the unit's signing blocks that still take documents, or a new one. */
export function SigningBlockField({ label, hint, none, value, onChange, onCreate, error }: SigningBlockFieldProps) {
  const { unit } = useMe()
  const blocks = useInfiniteQuery(blocksQuery(unit.id, 'signing', false))
  const rows = blocks.data?.pages.flatMap((page) => page.items) ?? []
  const open = rows.filter(({ state }) => state === 'generated' || state === 'returned')
  return (
    <div className="stack">
      <Select
        label={label}
        {...(hint ? { hint } : {})}
        required={none === undefined}
        value={value}
        onChange={onChange}
        error={error}
      >
        <option value="">{none ?? text.choose}</option>
        {open.map((row) => (
          <option key={row.id} value={row.id}>
            {text.option(row.number, row.description)}
          </option>
        ))}
      </Select>
      <div>
        <Button small look="secondary" onClick={onCreate}>
          {text.newBlock}
        </Button>
      </div>
      <ErrorMessage error={blocks.error} onRetry={() => void blocks.refetch()} />
    </div>
  )
}
