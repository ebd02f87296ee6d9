import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { blocksQuery, includeInBlock, refreshBlocks, shareBlock, type BlockKind, type BlockRow } from '../api/blocks'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { Select } from '../ds/Field'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { blockMessages, includeMessages as text } from '../messages/blocks'

const BlockDialog = lazy(() => import('./BlockDialog'))

interface IncludeDialogProps {
  /** What is included, as the title of the dialog says it. */
  title: string
  process: string
  /** A document goes into a signing block; without it, the whole process into one of the others. */
  document?: string
  onClose: () => void
}

/** Incluir em bloco, and share it at once when asked (BLO-01, BLO-06, BLO-07). */
export default function IncludeDialog({ title, process, document, onClose }: IncludeDialogProps) {
  const { unit } = useMe()
  const [kind, setKind] = useState<BlockKind>(document ? 'signing' : 'meeting')
  const [chosen, setChosen] = useState('')
  const [andShare, setAndShare] = useState(false)
  const [creating, setCreating] = useState(false)
  const [checked, setChecked] = useState(false)
  const blocks = useInfiniteQuery(blocksQuery(unit.id, kind, false))
  const open = (blocks.data?.pages.flatMap((page) => page.items) ?? []).filter(acceptsItems)
  const block = open.find((row) => row.id === chosen)
  const canShare = block !== undefined && block.destinations.length > 0
  const include = useAct(
    async ({ id, share }: { id: string; share: boolean }, key) => {
      await includeInBlock(id, process, document ?? null, key)
      if (share) await shareBlock(id, `${key}-share`)
    },
    {
      onDone: async (_, { id, share }) => {
        announce((share ? text.doneShared : text.done)(block?.number ?? ''))
        onClose()
        await refreshBlocks(id)
        await refreshProcess(process)
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (chosen) void include.run({ id: chosen, share: andShare && canShare })
  }
  if (creating) {
    return (
      <Suspense fallback={null}>
        <BlockDialog kind={kind} onClose={() => setCreating(false)} onDone={setChosen} />
      </Suspense>
    )
  }
  return (
    <FormDialog
      title={title}
      confirm={text.confirm}
      busy={include.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {document ? null : (
        <RadioGroup
          label={text.kind}
          inline
          value={kind}
          onChange={(now) => {
            setKind(now)
            setChosen('')
          }}
          options={(['meeting', 'internal'] as const).map((value) => ({ value, label: blockMessages.kindOne[value] }))}
        />
      )}
      {blocks.isSuccess && open.length === 0 ? <Message tone="info">{text.noBlocks}</Message> : null}
      <Select
        label={text.block}
        required
        value={chosen}
        onChange={setChosen}
        error={checked && !chosen ? text.missing : undefined}
      >
        <option value="">{text.choose}</option>
        {open.map((row) => (
          <option key={row.id} value={row.id}>
            {text.option(row.number, row.description)}
          </option>
        ))}
      </Select>
      <Button small look="secondary" onClick={() => setCreating(true)}>
        {text.newBlock}
      </Button>
      {canShare ? (
        <Checkbox label={text.andShare} hint={text.andShareHint} checked={andShare} onChange={setAndShare} />
      ) : null}
      <ErrorMessage error={include.error} />
    </FormDialog>
  )
}

function acceptsItems(row: BlockRow): boolean {
  return row.state === 'generated' || row.state === 'returned'
}
