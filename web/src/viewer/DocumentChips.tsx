import type { DocumentDetail } from '../api/types'
import { Tag, type Tone } from '../ds/Tag'
import { shownAmount } from '../forms/shownAmount'
import { accessLevelName, documentStateName } from '../messages/terms'
import { lifeMessages } from '../messages/life'
import { viewerMessages as text } from '../messages/viewer'
import { useTime } from '../time/use-time'

const STATE_TONES: Record<DocumentDetail['state'], Tone> = {
  draft: 'warning',
  signed: 'success',
  filed: 'neutral',
  cancelled: 'danger',
}

/** The document's state in words; SEI's pens are said, not only drawn (DOC-11). */
export function DocumentChips({ document }: { document: DocumentDetail }) {
  const time = useTime()
  const pen = document.pen === 'none' ? null : text.pens[document.pen]
  return (
    <div className="document-chips">
      <Tag tone={STATE_TONES[document.state]}>
        {document.kind === 'mailed' && document.state === 'filed' ? text.emailTag : documentStateName[document.state]}
      </Tag>
      {pen ? (
        <span title={pen.meaning}>
          <Tag tone={document.pen === 'unseen' ? 'warning' : 'neutral'}>{pen.name}</Tag>
          <span className="visually-hidden"> {pen.meaning}</span>
        </span>
      ) : null}
      {document.locked ? <Tag tone="warning">{lifeMessages.lockedTag}</Tag> : null}
      {document.access_level === 'public' ? null : <Tag tone="danger">{accessLevelName[document.access_level]}</Tag>}
      {document.metadata.amount ? <span className="small">{text.amount(shownAmount(document.metadata.amount))}</span> : null}
      <span className="muted small">
        {text.createdBy(document.author.name, document.unit.acronym, time.instant(document.created_at))}
      </span>
    </div>
  )
}
