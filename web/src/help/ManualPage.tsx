import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Loading } from '../ds/Message'
import { manualMessages as text } from '../messages/manual'
import { usePageTitle } from '../shell/page-title'
import { ChapterText, idOf } from './ChapterText'
import { CHAPTERS, FIRST_CHAPTER, type Block, type ManualPlace } from './manual'
import { ManualBroken } from './ManualBroken'
import { ManualSearch } from './ManualSearch'
import { useChapter } from './use-manual'
import './help.css'

/** The whole manual, chapter by chapter, each with its own address. */
export function ManualPage() {
  usePageTitle(text.manual)
  const { capitulo, secao } = useSearch({ from: '/app/manual' })
  const chapter = capitulo && CHAPTERS.includes(capitulo) ? capitulo : FIRST_CHAPTER
  const [asked, setAsked] = useState('')
  const navigate = useNavigate()
  const { data: blocks, isError, refetch } = useChapter(chapter)
  useSectionInSight(blocks, secao)
  const go = ({ chapter: next, section }: ManualPlace) => {
    setAsked('')
    void navigate({ to: '/manual', search: { capitulo: next, ...(section ? { secao: section } : {}) } })
  }
  return (
    <section className="sheet manual-page">
      <ManualSearch key={String(asked === '')} asked={asked} onAsk={setAsked} onGo={go} />
      <nav aria-label={text.manual}>
        {chapter === FIRST_CHAPTER ? null : (
          <button type="button" className="button" onClick={() => go({ chapter: FIRST_CHAPTER })}>
            {text.chapters}
          </button>
        )}
      </nav>
      {isError ? <ManualBroken onAgain={() => void refetch()} /> : null}
      {blocks && !asked ? <ChapterText chapter={chapter} blocks={blocks} below={0} onGo={go} /> : null}
      {blocks || isError ? null : <Loading label={text.loading} lines={8} />}
    </section>
  )
}

/** A link to a section leads to it, with the focus, as a change of page does. */
function useSectionInSight(blocks: Block[] | undefined, section: string | undefined) {
  useEffect(() => {
    if (!blocks || !section) return
    const heading = document.getElementById(idOf(section))
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }, [blocks, section])
}
