import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Loading } from '../ds/Message'
import { besideMessages as text } from '../messages/beside'
import { readWidth, Splitter, writeWidth } from '../process/Splitter'
import type { WritingSearch } from './search'
import './beside.css'

const BesidePane = lazy(() => import('./BesidePane'))
const FIRST_WIDTH_PIXELS = 480

interface WritingDeskProps {
  process: string
  document: string
  search: WritingSearch
  onRead: (process: string, document: string) => void
  onClose: () => void
  children: ReactNode
}

/** The text being written, and beside it what is read; on a narrow screen one at a time. */
export function WritingDesk({ process, document, search, onRead, onClose, children }: WritingDeskProps) {
  const beside = search.ler !== undefined
  const [view, setView] = useState<'text' | 'read'>('text')
  const [width, setWidth] = useState(() => readWidth('beside', FIRST_WIDTH_PIXELS))
  useEffect(() => writeWidth('beside', width), [width])
  useEffect(() => {
    if (beside) setView('read')
  }, [beside])
  const toggle = () => (beside ? onClose() : onRead(process, ''))
  useDeskKeys(toggle, beside)
  const views = [
    { view: 'text' as const, label: text.viewText },
    { view: 'read' as const, label: text.viewRead },
  ]
  return (
    <>
      {beside ? (
        <div className="desk-switch" role="group" aria-label={text.views}>
          {views.map((one) => (
            <button
              key={one.view}
              type="button"
              className="tab"
              aria-current={view === one.view ? 'true' : undefined}
              onClick={() => setView(one.view)}
            >
              {one.label}
            </button>
          ))}
        </div>
      ) : null}
      <div
        className={beside ? 'writing-desk writing-desk--split' : 'writing-desk'}
        data-view={view}
        style={{ '--beside-width': `${width}px` } as object}
      >
        <div className="writing-text">{children}</div>
        {beside ? (
          <>
            <Splitter label={text.resize} width={width} onChange={setWidth} grows="left" />
            <Suspense fallback={<Loading label={text.loading} />}>
              <BesidePane
                own={process}
                writing={document}
                process={search.de ?? process}
                document={search.ler ?? ''}
                onRead={onRead}
                onClose={onClose}
              />
            </Suspense>
          </>
        ) : null}
      </div>
    </>
  )
}

/** Ctrl+Alt+L opens and closes; F6 goes from one side to the other. */
function useDeskKeys(toggle: () => void, beside: boolean): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"],[role="alertdialog"]')) return
      if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'l') {
        event.preventDefault()
        toggle()
      } else if (event.key === 'F6' && beside) {
        event.preventDefault()
        otherSide()?.focus()
      }
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [toggle, beside])
}

function otherSide(): HTMLElement | null {
  const reading = document.activeElement?.closest('.beside')
  return document.querySelector<HTMLElement>(reading ? '.writing-text .paper' : '#beside-title')
}
