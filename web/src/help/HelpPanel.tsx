import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '../ds/Button'
import { Loading } from '../ds/Message'
import { showStep } from '../learning/tour'
import { stopId, visitOf } from '../learning/visit'
import { manualMessages as text } from '../messages/manual'
import { visitMessages } from '../messages/visit'
import { ChapterText } from './ChapterText'
import { FIRST_CHAPTER, sectionOf, type ManualPlace } from './manual'
import { ManualBroken } from './ManualBroken'
import { ManualSearch } from './ManualSearch'
import { useChapter } from './use-manual'
import './help.css'

const ShortcutsDialog = lazy(() => import('../shell/HelpDialog'))

interface HelpPanelProps {
  /** Where the manual explains the screen; it follows the person from screen to screen. */
  here: ManualPlace
  onClose: () => void
  /** Who has not entered reads it here: the screen of the whole manual is of those inside. */
  outside: boolean
}

/** The manual beside the screen: one reads what to do and does it, without leaving either. */
export default function HelpPanel({ here, onClose, outside }: HelpPanelProps) {
  const [chosen, setChosen] = useState<ManualPlace | null>(null)
  const [asked, setAsked] = useState('')
  const [keys, setKeys] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const place = chosen ?? here
  const visit = useLocation({ select: ({ pathname }) => visitOf(pathname) })
  const go = (next: ManualPlace | null) => {
    setChosen(next)
    setAsked('')
    panel.current?.focus()
    panel.current?.scrollTo({ top: 0 })
  }
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      className="help-panel"
      aria-label={text.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className="help-head">
        <h2>{text.title}</h2>
        <Button onClick={onClose} aria-label={text.close}>
          {text.closeShort}
        </Button>
      </div>
      <ManualSearch key={String(asked === '')} asked={asked} onAsk={setAsked} onGo={go} />
      <div className="help-ways">
        {chosen || asked ? <Button onClick={() => go(null)}>{text.ofThisScreen}</Button> : null}
        {place.section ? <Button onClick={() => go({ chapter: place.chapter })}>{text.wholeChapter}</Button> : null}
        <Button onClick={() => go({ chapter: FIRST_CHAPTER })}>{text.chapters}</Button>
        {visit ? (
          <Button
            onClick={() => {
              onClose()
              showStep(stopId(visit, 0))
            }}
          >
            {visitMessages.start(visitMessages.names[visit])}
          </Button>
        ) : null}
        {outside ? null : (
          <Link to="/exercicios" className="button">
            {text.firstSteps}
          </Link>
        )}
        {outside ? null : (
          <Link to="/manual" search={{ capitulo: place.chapter }} className="button">
            {text.whole}
          </Link>
        )}
        <Button aria-haspopup="dialog" onClick={() => setKeys(true)}>
          {text.shortcuts}
        </Button>
      </div>
      {asked ? null : <Section place={place} onGo={go} />}
      <Suspense fallback={null}>{keys ? <ShortcutsDialog onClose={() => setKeys(false)} /> : null}</Suspense>
    </aside>
  )
}

function Section({ place, onGo }: { place: ManualPlace; onGo: (place: ManualPlace) => void }) {
  const { data: blocks, isError, refetch } = useChapter(place.chapter)
  if (isError) return <ManualBroken onAgain={() => void refetch()} />
  if (!blocks) return <Loading label={text.loading} lines={6} />
  return <ChapterText chapter={place.chapter} blocks={sectionOf(blocks, place.section)} below={2} onGo={onGo} />
}
