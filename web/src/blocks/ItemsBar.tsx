import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { refreshBlocks, removeFromBlock, type BlockItem, type BlockPage } from '../api/blocks'
import { Button } from '../ds/Button'
import { ActBar } from '../inbox/ActBar'
import { DocumentsBar } from '../many/DocumentsBar'
import { blockPageMessages as text } from '../messages/blocks'
import { manyDocuments } from '../messages/many-documents'
import { applyToAll } from '../organise/apply'
import { unseenTarget } from '../organise/targets'

interface ItemsBarProps {
  page: BlockPage
  chosen: BlockItem[]
  onClear: () => void
}

/** Acts on the processes of the items chosen, and taking these out of the block. */
export function ItemsBar({ page, chosen, onClear }: ItemsBarProps) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const { block, actions } = page
  const atHome = block.state === 'generated' || block.state === 'returned'
  const processes = [...new Map(chosen.map((item) => [item.process, unseenTarget(item.process, item.nup)])).values()]
  const documents = chosen
    .filter((item) => item.document && item.present && item.readable)
    .map((item) => ({ process: item.process, id: item.id, name: item.label }))
  const remove = async () => {
    setBusy(true)
    const targets = chosen.map((item) => ({ id: item.id, nup: item.document ? item.label : item.nup }))
    const result = await applyToAll({ targets, act: (target, key) => removeFromBlock(block.id, target.id, key), said: text.removedMany })
    setOutcomes(result.length > 1 ? result : [])
    setBusy(false)
    await refreshBlocks(block.id)
  }
  return (
    <>
      {documents.length > 0 ? (
        <>
          <p className="muted">{manyDocuments.ofItems}</p>
          <DocumentsBar chosen={documents} withoutSigning onDone={() => undefined} />
        </>
      ) : null}
      <p className="muted">{text.itemsChosen}</p>
      <ActBar targets={processes} onClear={onClear}>
        {atHome && actions['block.fill']?.allowed ? (
          <Button look="secondary" small busy={busy} onClick={() => void remove()}>
            {text.removeMany}
          </Button>
        ) : null}
      </ActBar>
      <Outcomes outcomes={outcomes} />
    </>
  )
}
