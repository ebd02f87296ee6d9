import { lazy, Suspense, useState } from 'react'
import { refreshBlocks, type SigningQueueItem } from '../api/blocks'
import { Button } from '../ds/Button'
import { queueMessages as text } from '../messages/blocks'
import { choiceMessages } from '../messages/bulk'
import { signingMessages } from '../messages/signing'
import { useShortcuts } from '../shell/shortcuts'

const SignDialog = lazy(async () => ({ default: (await import('../signing/SignDialog')).SignDialog }))
const ReturnDialog = lazy(() => import('./ReturnDialog'))

interface QueueBarProps {
  here: SigningQueueItem[]
  chosen: SigningQueueItem[]
  onClear: () => void
  reading: boolean
  onSequence: () => void
}

/** Reads, signs or gives back what was chosen; with nothing chosen, reads or signs all that can be signed here. */
export function QueueBar({ here, chosen, onClear, reading, onSequence }: QueueBarProps) {
  const [dialog, setDialog] = useState<'sign' | 'return' | null>(null)
  const toSign = chosen.length > 0 ? chosen : here
  const blocks = new Map(chosen.map(({ block }) => [block.id, block]))
  const [block] = blocks.values()
  const returnable = blocks.size === 1 && block?.state === 'received' ? block : null
  // While a document is read, the key signs that one.
  useShortcuts(reading ? {} : { sign: () => setDialog('sign') })
  return (
    <div className="block-acts" role="toolbar" aria-label={text.acts}>
      <Button look="primary" onClick={() => setDialog('sign')}>
        {signingMessages.confirmMany(toSign.length)}
      </Button>
      {reading ? null : (
        <Button look="secondary" onClick={onSequence}>
          {text.sequence}
        </Button>
      )}
      <Button look="secondary" unavailable={returnable ? null : text.chooseToGiveBack} onClick={() => setDialog('return')}>
        {text.giveBack}
      </Button>
      <span role="status">{chosen.length > 0 ? choiceMessages.selected(chosen.length) : ''}</span>
      {chosen.length > 0 ? <Button onClick={onClear}>{choiceMessages.clear}</Button> : null}
      <Suspense fallback={null}>
        {dialog === 'sign' ? (
          <SignDialog
            processId={toSign[0]?.item.process ?? ''}
            documents={toSign.map(({ item }) => ({
              process: item.process,
              id: item.id,
              number: '',
              title: item.label,
              digest: item.digest ?? '',
            }))}
            onSigned={() => void refreshBlocks()}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {dialog === 'return' && returnable ? <ReturnDialog block={returnable} stays onClose={() => setDialog(null)} /> : null}
      </Suspense>
    </div>
  )
}
