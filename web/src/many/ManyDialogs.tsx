import { AskDialog, CancelManyDialog, CommentManyDialog, FavouriteManyDialog, MoveManyDialog } from './WordsDialogs'
import { AccessDialog, BlockDialog, DataDialog } from './ChoiceDialogs'
import type { ManyAct } from './documents'
import type { ManyDialogProps } from './ManyDialog'

/** The dialogs of the bar of documents that become a job. */
export default function ManyDialogs({ act, ...props }: ManyDialogProps & { act: Exclude<ManyAct, 'authenticate'> }) {
  switch (act) {
    case 'acknowledge':
    case 'extract_text':
    case 'lock':
    case 'unlock':
    case 'delete':
    case 'restore':
      return <AskDialog act={act} {...props} />
    case 'cancel':
      return <CancelManyDialog {...props} />
    case 'move':
      return <MoveManyDialog {...props} />
    case 'comment':
      return <CommentManyDialog {...props} />
    case 'favourite':
      return <FavouriteManyDialog {...props} />
    case 'block':
      return <BlockDialog {...props} />
    case 'access':
      return <AccessDialog {...props} />
    case 'data':
      return <DataDialog {...props} />
  }
}
