import type { ReactNode } from 'react'
import type { BulkOrder } from '../api/jobs'
import { moreMessages as text } from '../messages/bulk-dialogs'
import { type AskForm, JobDialog } from './JobDialog'
import type { MoreAct, MoreDialogProps } from './more'
import { startBulk } from './start'

interface OrderDialogProps extends MoreDialogProps {
  act: MoreAct
  form: AskForm
  children?: ReactNode
}

const GRAVE = new Set<MoreAct>(['lock', 'delete', 'withdraw_return', 'cancel_flow'])

/** One act of the menu "Mais". */
export function OrderDialog({ act, targets, ...rest }: OrderDialogProps) {
  const processes = targets.map((target) => target.id)
  return (
    <JobDialog
      title={text.title[act](targets.length, targets[0]?.nup ?? '')}
      confirm={text.confirm[act]}
      grave={GRAVE.has(act)}
      start={(form, key) => startBulk({ act, form } as BulkOrder, processes, key)}
      {...rest}
    />
  )
}
