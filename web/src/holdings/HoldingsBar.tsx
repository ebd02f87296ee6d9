import { lazy, Suspense, useState } from 'react'
import { exportHoldings, type Holding, type HoldingsScope } from '../api/holdings'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { holdingsMessages as text } from '../messages/holdings'
import { keepSheet } from './keep-sheet'

const ActivateDialog = lazy(() => import('./ActivateDialog'))
const CancelDialog = lazy(() => import('./CancelDialog'))

/** What one order may carry. */
const MOST = 15

interface HoldingsBarProps {
  scope: HoldingsScope
  chosen: Holding[]
  onClear: () => void
}

/** What is done with the chosen credentials, and the spreadsheet of all. */
export function HoldingsBar({ scope, chosen, onClear }: HoldingsBarProps) {
  const [open, setOpen] = useState<'activate' | 'cancel' | null>(null)
  const inactive = chosen.filter((one) => one.state === 'inactive')
  const processes = [...new Set(chosen.map((one) => one.process))]
  const sheet = useAct(() => exportHoldings(scope), {
    onDone: (made) => {
      keepSheet(made.content, text.file(scope))
      announce(made.complete ? text.downloaded(made.rows) : text.downloadedPart(made.rows))
    },
  })
  const close = () => {
    setOpen(null)
    onClear()
  }
  const many = chosen.length > MOST ? text.tooMany(MOST) : null
  const noneInactive = inactive.length === 0 ? text.pickInactive : inactive.length < chosen.length ? text.onlyInactive : null
  return (
    <div className="row">
      <Button small look="secondary" unavailable={processes.length === 0 ? text.pickFirst : many} onClick={() => setOpen('activate')}>
        {text.activate}
      </Button>
      <Button small look="secondary" unavailable={noneInactive ?? many} onClick={() => setOpen('cancel')}>
        {text.cancel}
      </Button>
      <Button small look="secondary" busy={sheet.busy} onClick={() => void sheet.run(undefined)}>
        {text.download}
      </Button>
      <ErrorMessage error={sheet.error} />
      <Suspense fallback={null}>
        {open === 'activate' ? <ActivateDialog processes={processes} wide={scope === 'agency'} onClose={close} /> : null}
        {open === 'cancel' ? <CancelDialog chosen={inactive} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
