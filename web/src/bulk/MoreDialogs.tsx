import { AccessManyDialog, BlockManyDialog, ChecklistManyDialog, ConcludeManyDialog } from './ChoiceDialogs'
import type { MoreAct, MoreDialogProps } from './more'
import {
  AskManyDialog,
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
      return <ReasonManyDialog act={act} {...props} />
    case 'relate':
    case 'unrelate':
    case 'annex':
      return <PairManyDialog act={act} {...props} />
    case 'acknowledge':
    case 'unlock':
      return <AskManyDialog act={act} {...props} />
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
