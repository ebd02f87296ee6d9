import type { DocumentDetail } from '../api/types'
import { lifeMessages as text } from '../messages/life'
import { useTime } from '../time/use-time'

/** Who said that they know of it, where and when (DOC-20). */
export function AcknowledgementList({ document }: { document: DocumentDetail }) {
  const time = useTime()
  if (document.acknowledgements.length === 0) return null
  return (
    <section className="signatures" aria-labelledby={`acknowledgements-${document.id}`}>
      <h3 id={`acknowledgements-${document.id}`}>{text.acknowledgements}</h3>
      <ul>
        {document.acknowledgements.map((one) => (
          <li key={one.user.id}>
            <strong>{one.user.name}</strong>
            <span className="muted small">{text.acknowledgedAt(one.unit.acronym, time.instant(one.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
