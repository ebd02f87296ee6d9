import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { blocksQuery, type BlockKind } from '../api/blocks'
import { useMe } from '../api/use-me'
import { Select } from '../ds/Field'
import { Message } from '../ds/Message'
import { AccessFields, accessProblem, type AccessChoice } from '../forms/AccessFields'
import { includeMessages } from '../messages/blocks'
import type { AskForm } from './JobDialog'

/** What a dialog about many asks, and what it makes of the answer. */
interface Asked {
  form: AskForm
  fields: ReactNode
}

interface BlockWords {
  label: string
  choose: string
  missing: string
  none: string
}

/** An open block of the unit, of one kind (BLO-01, BLO-06, BLO-07). */
export function useBlockChoice(kind: BlockKind, words: BlockWords): Asked {
  const { unit } = useMe()
  const [choice, setChoice] = useState({ kind, block: '' })
  const [checked, setChecked] = useState(false)
  const blocks = useInfiniteQuery(blocksQuery(unit.id, kind, false))
  const open = (blocks.data?.pages.flatMap((page) => page.items) ?? []).filter((row) => row.state === 'generated' || row.state === 'returned')
  // A block that was chosen among those of another kind is chosen no more.
  const block = choice.kind === kind ? choice.block : ''
  const form = () => {
    setChecked(true)
    return block ? { block } : null
  }
  const fields = (
    <>
      {blocks.isSuccess && open.length === 0 ? <Message tone="info">{words.none}</Message> : null}
      <Select
        label={words.label}
        required
        value={block}
        onChange={(chosen) => setChoice({ kind, block: chosen })}
        error={checked && !block ? words.missing : undefined}
      >
        <option value="">{words.choose}</option>
        {open.map((row) => (
          <option key={row.id} value={row.id}>
            {includeMessages.option(row.number, row.description)}
          </option>
        ))}
      </Select>
    </>
  )
  return { form, fields }
}

/** The same level for each (PRO-08); one that may not have it refuses by itself, which `explained` says. */
export function useAccessChoice(explained: string): Asked {
  const [choice, setChoice] = useState<AccessChoice>({ level: 'restricted', legalBasis: '' })
  const [checked, setChecked] = useState(false)
  const problem = accessProblem(choice)
  const form = () => {
    setChecked(true)
    return problem ? null : { access_level: choice.level, legal_basis: choice.legalBasis || null }
  }
  const fields = (
    <>
      <p>{explained}</p>
      <AccessFields value={choice} onChange={setChoice} allowed={['public', 'restricted']} error={checked ? problem : undefined} />
    </>
  )
  return { form, fields }
}
