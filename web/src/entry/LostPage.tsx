import { Link } from '@tanstack/react-router'
import { buttonClass } from '../ds/Button'
import { shellMessages as text } from '../messages/shell'
import { usePageTitle } from '../shell/page-title'
import { EntryFrame } from './EntryFrame'

/** An address that leads nowhere, typed by somebody who may not have entered yet. */
export function LostPage() {
  usePageTitle(text.notFoundTitle)
  return (
    <EntryFrame title={text.notFoundTitle}>
      <p>{text.notFoundText}</p>
      <Link to="/caixa" className={buttonClass('secondary')}>
        {text.backToInbox}
      </Link>
    </EntryFrame>
  )
}
