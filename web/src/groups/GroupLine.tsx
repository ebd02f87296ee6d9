import type { ReactNode } from 'react'
import { Button } from '../ds/Button'
import './groups.css'

export interface GroupAct {
  label: string
  run: () => void
  /** Why it cannot be done now. */
  unavailable?: string | null
  busy?: boolean
}

interface GroupLineProps {
  name: string
  /** Beside the name: how much is in it. */
  about: string
  /** Who changed it last. */
  changed: string
  acts: GroupAct[]
  children?: ReactNode
}

/** A group in the list of those who keep it (CON-02, BLO-04). */
export function GroupLine({ name, about, changed, acts, children }: GroupLineProps) {
  return (
    <li className="group-line">
      <div>
        <h3>
          {name} <span className="muted small">{about}</span>
        </h3>
        {children}
        <p className="muted small">{changed}</p>
      </div>
      {acts.length > 0 ? (
        <div className="row">
          {acts.map(({ label, run, unavailable, busy }) => (
            <Button key={label} small busy={busy ?? false} unavailable={unavailable ?? null} onClick={run}>
              {label}
              <span className="visually-hidden"> {name}</span>
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  )
}
