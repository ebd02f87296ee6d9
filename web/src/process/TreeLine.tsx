import { memo } from 'react'
import type { DocumentNode } from '../api/types'
import { classNames } from '../ds/class-names'
import { treeMessages as text } from '../messages/process'
import type { TreeRow } from './tree-rows'
import { Glyph } from '../ds/Glyph'

interface TreeLineProps {
  id: string
  row: TreeRow
  top: number
  active: boolean
  current: boolean
  folders: number
}

/** One line of the tree, drawn again only when it changes. Clicks and keys are handled by the tree, which holds the focus. */
export const TreeLine = memo(function TreeLine({ id, row, top, active, current, folders }: TreeLineProps) {
  const folder = row.kind === 'folder'
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      className={classNames('tree-line', active && 'tree-active', current && 'tree-current')}
      style={{ transform: `translateY(${top}px)` }}
      data-level={folder ? 1 : row.level}
      aria-level={folder ? 1 : row.level}
      aria-posinset={folder ? row.index + 1 : row.place}
      aria-setsize={folder ? folders : row.of}
      aria-expanded={folder ? row.open : undefined}
      aria-selected={current}
    >
      {folder ? (
        <>
          <Glyph name={row.open ? 'down' : 'right'} />
          <span className="tree-name">{row.label}</span>
        </>
      ) : (
        <DocumentLine node={row.node} />
      )}
    </div>
  )
})

function DocumentLine({ node }: { node: DocumentNode | undefined }) {
  if (!node) return <span className="muted">{text.loading}</span>
  return (
    <>
      <span className="tree-name" title={`${node.title} (${node.number})`}>
        {node.title}
      </span>
      <span className="tree-number">{node.number}</span>
      <State node={node} />
    </>
  )
}

function State({ node }: { node: DocumentNode }) {
  if (node.state === 'cancelled') return <span className="tree-tag">{text.cancelled}</span>
  return (
    <>
      {node.state === 'draft' ? <span className="tree-tag tree-tag-draft">{text.draft}</span> : null}
      {node.pen === 'none' ? null : <Pen seen={node.pen === 'seen'} />}
      {node.access_level === 'public' ? null : <span className="tree-tag">{text.restricted}</span>}
      {node.content_visible ? null : <span className="visually-hidden">{text.notVisible}</span>}
    </>
  )
}

/** SEI's pens: the outline may still change, the filled one is frozen. The shape says it as well as the colour. */
function Pen({ seen }: { seen: boolean }) {
  const label = seen ? text.penSeen : text.penUnseen
  return (
    <svg className={seen ? 'pen pen-seen' : 'pen'} viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={label}>
      <title>{label}</title>
      <path d="M2 14l1-4 8-8 3 3-8 8z" />
    </svg>
  )
}
