import { lazy } from 'react'
import { acknowledgeProcess, lockProcess, resumeProcess, unlockProcess } from '../api/ties'
import { tieDialogMessages as text } from '../messages/ties'

const AskDialog = lazy(() => import('./AskDialog'))
const PairDialog = lazy(() => import('./PairDialog'))
const ReasonDialog = lazy(() => import('./ReasonDialog'))
const SuspendDialog = lazy(() => import('./SuspendDialog'))

export type TieDialogName = 'acknowledge' | 'suspend' | 'resume' | 'relate' | 'annex' | 'lock' | 'unlock'

interface TieDialogsProps {
  open: TieDialogName | null
  process: { id: string; nup: string }
  onClose: () => void
}

/** The dialogs of the menu "Mais ações" that tie a process or hold it still. */
export function TieDialogs({ open, process, onClose }: TieDialogsProps) {
  const { id, nup } = process
  const common = { process: id, onClose }
  switch (open) {
    case 'suspend':
      return <SuspendDialog process={process} onClose={onClose} />
    case 'relate':
    case 'annex':
      return <PairDialog act={open} process={process} onClose={onClose} />
    case 'lock':
      return (
        <ReasonDialog
          {...common}
          title={text.lockTitle(nup)}
          explanation={text.lockText}
          confirm={text.lockConfirm}
          done={text.lockDone}
          send={(reason, key) => lockProcess(id, reason, key)}
        />
      )
    case 'unlock':
      return (
        <AskDialog
          {...common}
          title={text.unlockTitle(nup)}
          explanation={text.unlockText}
          confirm={text.unlockConfirm}
          done={text.unlockDone}
          send={(key) => unlockProcess(id, key)}
        />
      )
    case 'resume':
      return (
        <AskDialog
          {...common}
          title={text.resumeTitle(nup)}
          explanation={text.resumeText}
          confirm={text.resumeConfirm}
          done={text.resumeDone}
          send={(key) => resumeProcess(id, key)}
        />
      )
    case 'acknowledge':
      return (
        <AskDialog
          {...common}
          title={text.acknowledgeTitle(nup)}
          explanation={text.acknowledgeText}
          confirm={text.acknowledgeConfirm}
          done={text.acknowledgeDone}
          send={(key) => acknowledgeProcess(id, key)}
        />
      )
    case null:
      return null
  }
}
