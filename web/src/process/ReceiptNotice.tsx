import { useEffect, useState } from 'react'
import { receiveProcess, refreshProcess } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Tag } from '../ds/Tag'
import { processMessages as text } from '../messages/process'
import { isAllowed } from './acts'

/** Processes being received right now: drawing the page twice must not ask twice. */
const underWay = new Set<string>()

/**
 * Opening an unread process receives it (TRA-02); the notice says so, in a place
 * kept for it so that nothing moves, because it is an act with date and name.
 */
export function ReceiptNotice({ page }: { page: ProcessPage }) {
  const { id } = page.process
  const unread = page.presence?.unread === true && isAllowed(page.actions, 'process.receive')
  const [received, setReceived] = useState(false)
  const { run, error } = useAct((process: string, key) => receiveProcess(process, key), {
    onDone: async (_, process) => {
      setReceived(true)
      await refreshProcess(process)
    },
  })
  useEffect(() => {
    if (!unread || underWay.has(id)) return
    underWay.add(id)
    void run(id).finally(() => underWay.delete(id))
  }, [unread, id, run])
  return (
    <span role="status" className="receipt">
      {error && unread ? <Tag tone="danger">{text.receiveFailed(error.message)}</Tag> : null}
      {received ? <Tag tone="success">{text.received}</Tag> : null}
    </span>
  )
}
