import type { Digitization, DocumentDetail } from '../api/types'
import { digitizationMessages as text } from '../messages/digitization'
import { formMessages } from '../messages/forms'
import { formatCivil } from '../time/format'

/** How the paper became this file, and how long it is to be kept (DOC-08, Decreto 10.278/2020). */
export function DigitizationFacts({ document }: { document: DocumentDetail }) {
  const { digitization, date, conformity_check: check } = document.metadata
  if (!digitization) return null
  return (
    <section className="signatures" aria-labelledby={`digitization-${document.id}`}>
      <h3 id={`digitization-${document.id}`}>{text.title}</h3>
      <dl className="facts">
        <dt>{text.author}</dt>
        <dd>{digitization.author}</dd>
        <dt>{text.date}</dt>
        <dd>{date ? formatCivil(date) : ''}</dd>
        <dt>{text.digitized}</dt>
        <dd>{text.digitizedLine(formatCivil(digitization.on), digitization.place, digitization.responsible)}</dd>
        <dt>{text.check}</dt>
        <dd>{check?.name}</dd>
        <dt>{text.genre}</dt>
        <dd>{formMessages.genres[digitization.genre]}</dd>
        {digitization.for_archiving ? (
          <>
            <dt>{text.paper}</dt>
            <dd>{text.paperKept}</dd>
          </>
        ) : null}
        <dt>{text.classes}</dt>
        <dd>
          {digitization.classes.map((one) => (
            <div key={one.code}>
              {one.code} {one.name}. {termOf(one)}
            </div>
          ))}
        </dd>
        <dt>{text.identifier}</dt>
        <dd>{document.id}</dd>
        <dt>{text.digest}</dt>
        <dd className="digest">{document.digest}</dd>
      </dl>
    </section>
  )
}

function termOf({ retention }: Digitization['classes'][number]): string {
  if (!retention) return ''
  const active = text.active(retention.active_years, retention.active_event)
  return text.term(active, retention.semi_active_years, text.dispositions[retention.disposition])
}
