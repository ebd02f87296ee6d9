import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { refreshBlocks, removeFromBlock, type BlockItem, type BlockPage } from '../api/blocks'
import { useAct } from '../api/use-act'
import type { Choice } from '../bulk/choice'
import { ChoiceBox } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { blockPageMessages as text } from '../messages/blocks'
import { useTime } from '../time/use-time'

const NoteDialog = lazy(() => import('./NoteDialog'))

interface BlockItemsProps {
  page: BlockPage
  items: BlockItem[]
  choice: Choice
  reading: string | undefined
}

export function BlockItems({ page, items, choice, reading }: BlockItemsProps) {
  const [noting, setNoting] = useState<BlockItem | null>(null)
  const block = page.block
  const remove = useAct((item: string, key) => removeFromBlock(block.id, item, key), {
    onDone: async () => {
      announce(text.removed)
      await refreshBlocks(block.id)
    },
  })
  if (items.length === 0) {
    return <EmptyState title={text.empty}>{block.kind === 'signing' ? text.emptySigning : text.emptyProcess}</EmptyState>
  }
  const atHome = block.state === 'generated' || block.state === 'returned'
  const canRemove = atHome && page.actions['block.fill']?.allowed
  return (
    <>
      <ErrorMessage error={remove.error} />
      <ul className="block-items">
        {items.map((item) => (
          <li key={item.id} className="block-item" aria-current={item.id === reading ? 'true' : undefined}>
            <ChoiceBox choice={choice} id={item.id} name={item.document ? item.label : item.nup} />
            <div className="block-item-text">
              <ItemName block={block.id} item={item} />
              <ItemState item={item} />
              <ItemNote item={item} />
              <div className="row">
                <Button small onClick={() => setNoting(item)}>
                  {item.note ? text.changeNote : text.addNote}
                </Button>
                {canRemove ? (
                  <Button small busy={remove.busy} onClick={() => void remove.run(item.id)}>
                    {text.remove}
                  </Button>
                ) : null}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {noting ? <NoteDialog block={block.id} item={noting} onClose={() => setNoting(null)} /> : null}
      </Suspense>
    </>
  )
}

function ItemName({ block, item }: { block: string; item: BlockItem }) {
  const process = (
    <Link to="/processo/$processId" params={{ processId: item.process }} aria-label={text.openProcess(item.nup)}>
      {item.nup}
    </Link>
  )
  if (!item.document) {
    return (
      <p>
        <strong>{process}</strong> {item.label}
      </p>
    )
  }
  return (
    <p>
      {item.present && item.readable ? (
        <Link to="/bloco/$blockId" params={{ blockId: block }} search={{ item: item.id }} aria-label={text.read(item.label)}>
          <strong>{item.label}</strong>
        </Link>
      ) : (
        <strong>{item.label}</strong>
      )}{' '}
      <span className="muted small">{process}</span>
    </p>
  )
}

function ItemState({ item }: { item: BlockItem }) {
  if (!item.present) return <Tag tone="warning">{text.gone}</Tag>
  if (!item.readable) return <Tag>{text.hidden}</Tag>
  if (!item.document) return null
  const names = item.signers.map((one) => `${one.name} (${one.unit.acronym})`).join(', ')
  return (
    <p className="small">
      {item.state === 'draft' ? <Tag>{text.draft}</Tag> : null}
      {item.state === 'cancelled' ? <Tag tone="danger">{text.cancelled}</Tag> : null}{' '}
      {names ? text.signedBy(names) : text.notSigned}
    </p>
  )
}

function ItemNote({ item }: { item: BlockItem }) {
  const time = useTime()
  if (!item.note) return null
  return (
    <p className="block-note small">
      {item.note.text}{' '}
      <span className="muted">{text.noteBy(item.note.by.name, item.note.unit.acronym, time.short(item.note.at))}</span>
    </p>
  )
}
