import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { askText, fetchText, fileTextQuery, type FileText } from '../api/filetext'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag, type Tone } from '../ds/Tag'
import { announce } from '../ds/toast'
import { fileTextMessages as text } from '../messages/filetext'
import { timeLeft } from '../messages/pace'
import './filetext.css'

const TextReader = lazy(() => import('./TextReader'))

interface FileTextSectionProps {
  process: string
  document: string
  /** The word to begin the search with. */
  sought?: string
}

/** The text of a received file: on its way, read, copied, or why there is none (DOC-08). */
export function FileTextSection({ process, document, sought = '' }: FileTextSectionProps) {
  const read = useQuery(fileTextQuery(process, document))
  const ask = useAct((_: null, key) => askText(process, document, key), {
    onDone: async () => {
      announce(text.asked)
      await read.refetch()
    },
  })
  if (read.error && !read.data) return <ErrorMessage error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Loading label={text.loading} />
  const found = read.data
  return (
    <section className="file-text" aria-label={text.section}>
      <div className="file-text-head">
        <h3>{text.section}</h3>
        <Standing found={found} />
      </div>
      {found.recognition ? <Recognizing far={found.recognition} /> : null}
      {found.state === 'done' ? <Reading process={process} document={document} sought={sought} /> : null}
      {found.may_ask ? (
        <div>
          <Button small busy={ask.busy} onClick={() => void ask.run(null)}>
            {found.state === 'absent' ? text.ask : text.again}
          </Button>
        </div>
      ) : null}
      <ErrorMessage error={ask.error} />
    </section>
  )
}

/** How many of the pages without text were read from their picture, and how long the others may take (issue 6 §6). */
function Recognizing({ far: { pages, read, seconds_left: left } }: { far: NonNullable<FileText['recognition']> }) {
  const words = text.recognizing(read, pages)
  return (
    <div className="file-text-far">
      <progress aria-label={text.recognition} aria-valuetext={words} max={pages} value={read} />
      <p className="muted small">
        {words} {left === null ? null : timeLeft(left)}
      </p>
    </div>
  )
}

/** In words, and announced when it changes by itself. */
function Standing({ found }: { found: FileText }) {
  const { tone, name, more } = standing(found)
  return (
    <p className="file-text-state" role="status">
      {found.state === 'waiting' ? <span className="spinner" aria-hidden="true" /> : null}
      <Tag tone={tone}>{name}</Tag> <span>{more.filter(Boolean).join(' ')}</span>
    </p>
  )
}

function standing(found: FileText): { tone: Tone; name: string; more: string[] } {
  const reason = found.reason?.message ?? ''
  const unread = found.unread > 0 ? text.unread(found.unread) : ''
  switch (found.state) {
    case 'waiting':
      return { tone: 'info', name: text.waiting, more: [text.waitingText] }
    case 'empty':
      return { tone: 'neutral', name: text.empty, more: [reason] }
    case 'failed':
      return { tone: 'warning', name: text.failed, more: [reason] }
    case 'done':
      if (found.recognized === 0) return { tone: 'success', name: text.extracted, more: [unread] }
      if (found.recognized < found.pages) {
        return { tone: 'success', name: text.partly, more: [text.partlyText(found.recognized, found.pages), unread] }
      }
      return { tone: 'success', name: text.recognized, more: [text.recognizedText, unread] }
    default:
      return { tone: 'neutral', name: text.absent, more: [] }
  }
}

function Reading({ process, document, sought = '' }: FileTextSectionProps) {
  const [content, setContent] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const fetched = async (use: (content: string) => void | Promise<void>) => {
    setBusy(true)
    try {
      const whole = content ?? (await fetchText(process, document))
      setContent(whole)
      await use(whole)
    } catch {
      announce(text.unreachable, { tone: 'danger' })
    }
    setBusy(false)
  }
  const copy = (whole: string) =>
    navigator.clipboard.writeText(whole.replaceAll('\f', '\n\n')).then(
      () => announce(text.copied),
      () => announce(text.notCopied, { tone: 'danger' }),
    )
  return (
    <>
      <div className="file-text-acts">
        <Button
          small
          busy={busy}
          aria-expanded={shown}
          onClick={() => (shown ? setShown(false) : void fetched(() => setShown(true)))}
        >
          {shown ? text.hide : text.read}
        </Button>
        <Button small busy={busy} onClick={() => void fetched(copy)}>
          {text.copy}
        </Button>
      </div>
      {shown && content !== null ? (
        <Suspense fallback={<Loading label={text.opening} />}>
          <TextReader content={content} sought={sought} />
        </Suspense>
      ) : null}
    </>
  )
}
