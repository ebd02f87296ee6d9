import type { Environment } from '../api/types'
import { HOME } from '../environment'
import { entryMessages as text } from '../messages/shell'

/** Where an address has several environments, the door to each; nothing at all where it has one (issue 5 §7). */
export function EnvironmentList({ environments }: { environments: Environment[] }) {
  if (environments.length < 2) return null
  return (
    <nav className="entry-environments" aria-labelledby="environments">
      <h2 id="environments" className="small">
        {text.environments}
      </h2>
      <ul>
        {environments.map(({ path, name, training }) => {
          const called = training ? text.trainingName(name) : name
          return (
            <li key={path}>
              {path === `${HOME}/` ? (
                <span aria-current="page">
                  {called} <span className="muted small">({text.here})</span>
                </span>
              ) : (
                <a href={`${path}entrar`}>{called}</a>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
