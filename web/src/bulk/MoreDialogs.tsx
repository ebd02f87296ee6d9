import { AskManyDialog } from './AskManyDialog'
import { AccessManyDialog, BlockManyDialog, ChecklistManyDialog, ConcludeManyDialog } from './ChoiceDialogs'
import type { MoreAct, MoreDialogProps } from './more'
import { ExtendManyDialog, StepManyDialog, UnannexManyDialog } from './OwnDialogs'
import {
  FavouriteManyDialog,
  FollowManyDialog,
  PairManyDialog,
  ProgressDialog,
  ReasonManyDialog,
  RemarkDialog,
} from './WordsDialogs'

/** The dialogs of the menu "Mais". */
export default function MoreDialogs({ act, ...props }: MoreDialogProps & { act: MoreAct }) {
  switch (act) {
    case 'progress':
      return <ProgressDialog {...props} />
    case 'remark':
      return <RemarkDialog {...props} />
    case 'follow':
      return <FollowManyDialog {...props} />
    case 'favourite':
      return <FavouriteManyDialog {...props} />
    case 'suspend':
    case 'lock':
    case 'pause_flow':
    case 'cancel_flow':
      return <ReasonManyDialog act={act} {...props} />
    case 'relate':
    case 'unrelate':
    case 'annex':
      return <PairManyDialog act={act} {...props} />
    case 'acknowledge':
    case 'unlock':
    case 'undo_sending':
    case 'withdraw_return':
    case 'resume_flow':
    case 'delete':
      return <AskManyDialog act={act} {...props} />
    case 'extend_return':
      return <ExtendManyDialog {...props} />
    case 'complete_step':
      return <StepManyDialog {...props} />
    case 'unannex':
      return <UnannexManyDialog {...props} />
    case 'block':
      return <BlockManyDialog {...props} />
    case 'checklist':
      return <ChecklistManyDialog {...props} />
    case 'access':
      return <AccessManyDialog {...props} />
    case 'conclude':
      return <ConcludeManyDialog {...props} />
  }
}
