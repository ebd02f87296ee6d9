import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { findByNumber } from '../api/directory'
import { documentQuery } from '../api/documents'
import { processQuery } from '../api/processes'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { besideMessages as text } from '../messages/beside'
import { DocumentBody } from '../viewer/DocumentBody'

interface BesidePaneProps {
  /** The process of the text being written, and the text itself. */
  own: string
  writing: string
  process: string
  document: string
  onRead: (process: string, document: string) => void
  onClose: () => void
}

/** One document, of this process or of another, to be read while one writes. */
export default function BesidePane({ own, writing, process, document, onRead, onClose }: BesidePaneProps) {
  return (
    <section className="beside" aria-labelledby="beside-title">
      <div className="versions-head">
        <h2 id="beside-title" tabIndex={-1}>
          {text.title}
        </h2>
        <Button small onClick={onClose} aria-label={text.close}>
          {text.closeShort}
        </Button>
      </div>
      <Choice own={own} writing={writing} process={process} document={document} onRead={onRead} />
      {document ? <Read process={process} document={document} /> : <p className="muted">{text.hint}</p>}
    </section>
  )
}

function Choice({ own, writing, process, document, onRead }: Omit<BesidePaneProps, 'onClose'>) {
  const [number, setNumber] = useState('')
  const [missing, setMissing] = useState(false)
  const page = useQuery(processQuery(process))
  const find = useAct((wanted: string) => findByNumber(wanted), {
    onDone: (found) => onRead(found.process, found.document ?? ''),
  })
  const { items = [], total = 0 } = page.data?.documents ?? {}
  const others = items.filter((one) => one.id !== writing)
  const known = others.some((one) => one.id === document)
  return (
    <div className="stack">
      <Select
        label={process === own ? text.choose : text.chooseOther(page.data?.process.nup ?? '')}
        value={known ? document : ''}
        onChange={(chosen) => onRead(process, chosen)}
      >
        <option value="">{text.nothingChosen}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title} ({one.number})
          </option>
        ))}
      </Select>
      {total > items.length ? <p className="muted small">{text.more(items.length, total)}</p> : null}
      <ErrorMessage error={page.data ? null : page.error} onRetry={() => void page.refetch()} />
      <form
        className="beside-find"
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(!number.trim())
          if (number.trim() && !find.busy) void find.run(number.trim())
        }}
      >
        <TextField
          label={text.number}
          hint={text.numberHint}
          value={number}
          onChange={setNumber}
          error={missing ? text.numberMissing : undefined}
        />
        <Button type="submit" small look="secondary" busy={find.busy}>
          {text.find}
        </Button>
        {process === own ? null : (
          <Button small onClick={() => onRead(own, '')}>
            {text.back}
          </Button>
        )}
      </form>
      <ErrorMessage error={find.error} />
    </div>
  )
}

function Read({ process, document }: { process: string; document: string }) {
  const read = useQuery(documentQuery(process, document))
  if (read.error && !read.data) return <ErrorMessage error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Loading label={text.loading} lines={6} />
  return (
    <article aria-label={`${read.data.title} (${read.data.number})`} className="stack">
      <h3>
        {read.data.title} ({read.data.number})
      </h3>
      <p className="small">
        <Link to="/processo/$processId/documento/$documentId" params={{ processId: process, documentId: document }}>
          {text.openedIn}
        </Link>
      </p>
      <DocumentBody processId={process} document={read.data} />
    </article>
  )
}
