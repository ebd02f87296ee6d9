import { useState, type FormEvent } from 'react'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { manualMessages as text } from '../messages/manual'
import { PlaceLink } from './ChapterText'
import type { ManualPlace } from './manual'
import { ManualBroken } from './ManualBroken'
import { useManualSearch } from './use-manual'

interface ManualSearchProps {
  asked: string
  onAsk: (words: string) => void
  onGo: (place: ManualPlace) => void
}

/** Words, and the sections that hold all of them. */
export function ManualSearch({ asked, onAsk, onGo }: ManualSearchProps) {
  const [words, setWords] = useState(asked)
  const { hits, isError, refetch } = useManualSearch(asked)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(words.trim())
  }
  return (
    <search>
      <form className="manual-search" onSubmit={submit}>
        <TextField label={text.search} hint={text.searchHint} type="search" maxLength={80} value={words} onChange={setWords} />
        <Button type="submit" look="secondary">
          {text.find}
        </Button>
      </form>
      {isError ? <ManualBroken onAgain={() => void refetch()} /> : null}
      <p role="status" className="manual-found">
        {hits ? (hits.length > 0 ? text.found(hits.length, asked) : text.foundNothing(asked)) : null}
      </p>
      {hits && hits.length > 0 ? (
        <ul className="manual-hits">
          {hits.map((hit) => (
            <li key={`${hit.chapter}#${hit.section}`}>
              <PlaceLink place={hit} onGo={onGo}>
                {hit.title}
              </PlaceLink>
              {hit.title === hit.chapterTitle ? null : <span className="muted small"> {hit.chapterTitle}</span>}
              <p className="small">{hit.excerpt}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  )
}
