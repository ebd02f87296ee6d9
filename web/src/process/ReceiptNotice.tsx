import { useEffect, useState } from 'react'
import { receiveProcess, refreshProcess } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Tag } from '../ds/Tag'
import { processMessages as text } from '../messages/process'
import { isAllowed } from './acts'

interface Opened {
  id: string
  unread: boolean
}

/** Processes being received right now: drawing the page twice must not ask twice. */
const underWay = new Set<string>()

/**
 * Opening a process receives it (TRA-02) and clears its news for the unit (TRA-14). The first is an act with date and
 * name, so a notice says it, in a place kept for it so that nothing moves; the second is silent.
 */
export function ReceiptNotice({ page }: { page: ProcessPage }) {
  const { id } = page.process
  const { unread = false, signals = [] } = page.presence ?? {}
  const due = (unread || signals.length > 0) && isAllowed(page.actions, 'process.receive')
  const [received, setReceived] = useState(false)
  const { run, error } = useAct((opened: Opened, key) => receiveProcess(opened.id, key), {
    onDone: async (_, opened) => {
      if (opened.unread) setReceived(true)
      await refreshProcess(opened.id)
    },
  })
  useEffect(() => {
    if (!due || underWay.has(id)) return
    underWay.add(id)
    void run({ id, unread }).finally(() => underWay.delete(id))
  }, [due, unread, id, run])
  return (
    <span role="status" className="receipt">
      {error && unread ? <Tag tone="danger">{text.receiveFailed(error.message)}</Tag> : null}
      {received && page.presence?.open ? <Tag tone="success">{text.received}</Tag> : null}
    </span>
  )
}
