import { useEffect, useState, type ReactNode } from 'react'
import { processMessages as text, treeMessages } from '../messages/process'
import { readWidth, Splitter, writeWidth } from './Splitter'

interface PanelLayoutProps {
  tree: ReactNode
  document: ReactNode
  side: ReactNode
  total: number
  /** A document is open: on a narrow screen it is what should be seen. */
  reading: boolean
}

type View = 'tree' | 'document' | 'side'

const VIEWS: { view: View; label: string }[] = [
  { view: 'tree', label: text.viewTree },
  { view: 'document', label: text.viewDocument },
  { view: 'side', label: text.viewSide },
]

/** Three columns that can be resized; on a narrow screen, one at a time. */
export function PanelLayout({ tree, document, side, total, reading }: PanelLayoutProps) {
  const [view, setView] = useState<View>(reading ? 'document' : 'tree')
  const [treeWidth, setTreeWidth] = useState(() => readWidth('tree', 300))
  const [sideWidth, setSideWidth] = useState(() => readWidth('side', 340))
  useEffect(() => {
    if (reading) setView('document')
  }, [reading])
  useEffect(() => writeWidth('tree', treeWidth), [treeWidth])
  useEffect(() => writeWidth('side', sideWidth), [sideWidth])
  return (
    <>
      <div className="panel-switch" role="group" aria-label={text.views}>
        {VIEWS.map((one) => (
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
      <div className="panels" data-view={view} style={{ '--tree-width': `${treeWidth}px`, '--side-width': `${sideWidth}px` } as object}>
        <section className="panel panel-tree" aria-label={treeMessages.title}>
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
