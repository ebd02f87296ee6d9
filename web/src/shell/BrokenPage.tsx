import { Link } from '@tanstack/react-router'
import { ApiProblem } from '../api/problem'
import { Button, buttonClass } from '../ds/Button'
import { shellMessages as text } from '../messages/shell'
import { HOME } from '../environment'

/** What is seen when a screen cannot be drawn, instead of a blank page. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <section className="sheet stack" role="alert">
      <h1>{text.brokenTitle}</h1>
      <p>{error instanceof ApiProblem ? error.message : text.brokenText}</p>
      <div className="row">
        <Button look="primary" onClick={() => window.location.reload()}>
          {text.reload}
        </Button>
        <a href={`${HOME}/caixa`} className={buttonClass('secondary')}>
          {text.backToInbox}
        </a>
      </div>
    </section>
  )
}

/** Where there is no frame of the application around the page. */
export function AloneBrokenPage({ error }: { error: unknown }) {
  return (
    <main className="main">
      <BrokenPage error={error} />
    </main>
  )
}

export function NotFoundPage() {
  return (
    <section className="sheet stack">
      <h1>{text.notFoundTitle}</h1>
      <p>{text.notFoundText}</p>
      <div>
        <Link to="/caixa" className={buttonClass('secondary')}>
          {text.backToInbox}
        </Link>
      </div>
    </section>
  )
}
