import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { fileTextMessages as text } from '../messages/filetext'
import { pagesOf, search, type FoundPage } from './search'

/** Pages drawn at first and each time more are asked for: a file may have thousands. */
const STEP = 20

/** The text page by page, to be read, looked through and copied (DOC-08). */
export default function TextReader({ content, sought = '' }: { content: string; sought?: string }) {
  const [wanted, setWanted] = useState(sought)
  const [drawn, setDrawn] = useState(STEP)
  const looked = useDeferredValue(wanted)
  const pages = useMemo(() => pagesOf(content), [content])
  const found = useMemo(() => search(pages, looked), [pages, looked])
  const hits = found.reduce((sum, page) => sum + page.hits, 0)
  const left = found.length - drawn
  return (
    <div className="text-reader">
      <TextField
        label={text.find}
        type="search"
        value={wanted}
        onChange={(value) => {
          setWanted(value)
          setDrawn(STEP)
        }}
      />
      <p className="text-reader-count" role="status">
        {looked.trim() ? text.found(hits, found.length) : ''}
      </p>
      <div className="text-reader-pages">
        {found.slice(0, drawn).map((page) => (
          <Page key={page.number} page={page} alone={pages.length === 1} />
        ))}
        {left > 0 ? (
          <Button small onClick={() => setDrawn(drawn + STEP)}>
            {text.more(Math.min(left, STEP))}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Page({ page, alone }: { page: FoundPage; alone: boolean }) {
  return (
    <>
      {alone ? null : <h4>{text.page(page.number)}</h4>}
      {page.text.trim() ? (
        <p className="text-reader-page" lang="pt-BR">
          {page.pieces.map((piece, place) =>
            // oxlint-disable-next-line react/no-array-index-key -- pieces have nothing but their place
            piece.hit ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>,
          )}
        </p>
      ) : (
        <p className="muted">{text.blank}</p>
      )}
    </>
  )
}
