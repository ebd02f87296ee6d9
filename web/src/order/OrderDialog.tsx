import { useState } from 'react'
import { orderDocuments } from '../api/life'
import { refreshProcess } from '../api/processes'
import type { DocumentNode } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { orderMessages as text } from '../messages/order'
import { orderInput, originalOrder, withMoved, type OrderInput } from './moves'
import { OrderList } from './OrderList'
import { useAllDocuments } from './use-all-documents'
import './order.css'

interface OrderDialogProps {
  process: { id: string; nup: string }
  total: number
  onClose: () => void
}

/** Put the documents of the tree in another order, by dragging, by buttons or by keys (PRO-18). */
export default function OrderDialog({ process, total, onClose }: OrderDialogProps) {
  const { nodes, ready, error, retry } = useAllDocuments(process.id)
  const [chosenLine, setLine] = useState<string[] | null>(null)
  const [active, setActive] = useState(0)
  const [said, setSaid] = useState('')
  const [checked, setChecked] = useState(false)
  const now = nodes.map((node) => node.id)
  const line = chosenLine ?? now
  const save = useAct((input: OrderInput, key) => orderDocuments(process.id, input, key), {
    onDone: async () => {
      announce(text.done)
      onClose()
      await refreshProcess(process.id)
    },
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const move = (from: number, to: number) => {
    const place = Math.max(0, Math.min(to, line.length - 1))
    setLine(withMoved(line, from, place))
    setActive(place)
    setSaid(text.moved(nameOf(byId.get(line[from] ?? '')), place + 1, line.length))
  }
  const restore = () => {
    setLine(originalOrder(now))
    setSaid(text.restored)
  }
  const unchanged = line.every((document, place) => document === now[place])
  const submit = () => {
    setChecked(true)
    if (ready && !unchanged) void save.run(orderInput(now, line))
  }
  return (
    <FormDialog title={text.title(process.nup)} confirm={text.confirm} busy={save.busy} onClose={onClose} onSubmit={submit} wide>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={retry} />
      {ready || error ? null : <p role="status">{text.loading(nodes.length, total)}</p>}
      {ready && line.length < 2 ? <Message tone="info">{text.tooFew}</Message> : null}
      {ready && line.length > 1 ? (
        <>
          <div className="order-acts" role="group" aria-label={text.list}>
            <Button small look="secondary" onClick={() => move(active, active - 1)}>{text.up}</Button>
            <Button small look="secondary" onClick={() => move(active, active + 1)}>{text.down}</Button>
            <Button small look="secondary" onClick={() => move(active, 0)}>{text.first}</Button>
            <Button small look="secondary" onClick={() => move(active, line.length - 1)}>{text.last}</Button>
            <Button small onClick={restore}>{text.original}</Button>
          </div>
          <OrderList line={line} byId={byId} active={active} onActive={setActive} onMove={move} />
          <p className="muted small">{text.keys}</p>
        </>
      ) : null}
      <p className="small" role="status">{said}</p>
      {checked && ready && unchanged ? <Message tone="warning">{text.unchanged}</Message> : null}
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}

export function nameOf(node: DocumentNode | undefined): string {
  return node ? `${node.title} (${node.number})` : ''
}
