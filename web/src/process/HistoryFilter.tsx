import { lazy, Suspense, useState } from 'react'
import type { HistoryFilter as Filter } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { Loading } from '../ds/Message'
import { historyMessages as text } from '../messages/history'
import { isNarrowed } from './search'

const HistoryFilterForm = lazy(() => import('./HistoryFilterForm'))

interface HistoryFilterProps {
  page: ProcessPage
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** The fields that choose among entries, fetched when they are opened: who only reads needs no calendar (PRO-27). */
export function HistoryFilter(props: HistoryFilterProps) {
  const [open, setOpen] = useState(isNarrowed(props.filter))
  return (
    <details className="history-filter" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.filter}</summary>
      {open ? (
        <Suspense fallback={<Loading lines={4} />}>
          <HistoryFilterForm {...props} />
        </Suspense>
      ) : null}
    </details>
  )
}
