import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { processMessages as text, treeMessages } from '../messages/process'
import { readWidth, Splitter, writeWidth } from './Splitter'

interface PanelLayoutProps {
  tree: ReactNode
  document: ReactNode
  side: ReactNode
  total: number
  /** The document that is open: on a narrow screen it is what should be seen. */
  reading: string | undefined
}

type View = 'tree' | 'document' | 'side'

const VIEWS: { view: View; label: string }[] = [
  { view: 'tree', label: text.viewTree },
  { view: 'document', label: text.viewDocument },
  { view: 'side', label: text.viewSide },
]

/** What opens a document, in the tree and in what was found. */
const OPENS = '[role=treeitem]:not([aria-expanded]), a[href*="/documento/"]'

/** Three columns that can be resized; on a narrow screen, one at a time. */
export function PanelLayout({ tree, document, side, total, reading }: PanelLayoutProps) {
  const [view, setView] = useState<View>(reading ? 'document' : 'tree')
  const [treeWidth, setTreeWidth] = useState(() => readWidth('tree', 300))
  const [sideWidth, setSideWidth] = useState(() => readWidth('side', 340))
  const bar = useRef<HTMLDivElement>(null)
  const panels = useRef<HTMLDivElement>(null)
  const before = useRef(reading)
  /** Where the columns are one at a time, what was asked for comes into sight: the head of the process fills a phone. */
  const show = (wanted: View) => {
    setView(wanted)
    if (bar.current?.offsetParent) requestAnimationFrame(() => panels.current?.scrollIntoView({ block: 'start' }))
  }
  useEffect(() => {
    if (reading && reading !== before.current) show('document')
    before.current = reading
  }, [reading])
  /** The document that is already open, asked for again, changes no address. */
  const again = ({ target }: MouseEvent) => {
    if (reading && target instanceof Element && target.closest(OPENS)) show('document')
  }
  const againByKey = ({ key, target }: KeyboardEvent) => {
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof Element)) return
    const pressed = globalThis.document.getElementById(target.getAttribute('aria-activedescendant') ?? '')
    if (reading && pressed?.matches(OPENS)) show('document')
  }
  useEffect(() => writeWidth('tree', treeWidth), [treeWidth])
  useEffect(() => writeWidth('side', sideWidth), [sideWidth])
  return (
    <>
      <div ref={bar} className="panel-switch" role="group" aria-label={text.views}>
        {VIEWS.map((one) => (
          <button
            key={one.view}
            type="button"
            className="tab"
            aria-current={view === one.view ? 'true' : undefined}
            onClick={() => show(one.view)}
          >
            {one.label}
          </button>
        ))}
      </div>
      <div
        ref={panels}
        className="panels"
        data-view={view}
        style={{ '--tree-width': `${treeWidth}px`, '--side-width': `${sideWidth}px` } as object}
      >
        {/* The tree has the keys: this only hears of what was pressed in it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <section className="panel panel-tree" aria-label={treeMessages.title} onClick={again} onKeyUp={againByKey}>
          <h2 className="panel-title">
            {treeMessages.title} <span className="muted">{total.toLocaleString('pt-BR')}</span>
          </h2>
          {tree}
        </section>
        <Splitter label={text.resizeTree} width={treeWidth} onChange={setTreeWidth} grows="right" />
        <div className="panel panel-document">{document}</div>
        <Splitter label={text.resizeSide} width={sideWidth} onChange={setSideWidth} grows="left" />
        <div className="panel panel-side">{side}</div>
      </div>
    </>
  )
}
