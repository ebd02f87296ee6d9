import type { ProcessPage } from '../api/types'
import { whoMaySeeMessages as text } from '../messages/process'

/** Who may know of the process and read it, in the words of the policy (features.md §1.3). */
export function WhoMaySee({ page }: { page: ProcessPage }) {
  const { access_level: own, effective_access_level: level } = page.process
  return (
    <section aria-label={text.title} className="stack">
      <h3>{text.title}</h3>
      <p>{text.levels[level]}</p>
      {own === level ? null : <p className="muted small">{text.byDocument}</p>}
      {level === 'restricted' ? (
        <ul>
          {page.passed_units.map((unit) => (
            <li key={unit.id}>
              <strong>{unit.acronym}</strong> {unit.name}
            </li>
          ))}
        </ul>
      ) : null}
      {level === 'restricted' && page.overseen_by.length > 0 ? (
        <>
          <p>{text.overseen}</p>
          <ul>
            {page.overseen_by.map((one) => (
              <li key={one.acronym}>
                <strong>{one.acronym}</strong> {one.name}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="muted small">{text.drafts}</p>
    </section>
  )
}
