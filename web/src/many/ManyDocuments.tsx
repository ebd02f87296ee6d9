import { useMemo } from 'react'
import type { DocumentNode } from '../api/types'
import { useChoice } from '../bulk/choice'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { ErrorMessage } from '../ds/Message'
import { manyDocuments as text } from '../messages/many-documents'
import { treeMessages } from '../messages/process'
import { useAllDocuments } from '../order/use-all-documents'
import { DocumentsBar } from './DocumentsBar'
import './many.css'

interface ManyDocumentsProps {
  process: string
  total: number
  onClose: () => void
}

const nameOf = (node: DocumentNode) => `${node.title} (${node.number})`

/** The tree as a list of boxes, to do the same to many of its documents (issue 4 §6). */
export default function ManyDocuments({ process, total, onClose }: ManyDocumentsProps) {
  const { nodes, ready, error, retry } = useAllDocuments(process)
  const choice = useChoice(useMemo(() => nodes.map((node) => node.id), [nodes]))
  const chosen = nodes.filter((node) => choice.chosen.has(node.id)).map((node) => ({ process, id: node.id, name: nameOf(node) }))
  const everything = nodes.length > 0 && chosen.length === nodes.length
  return (
    <div className="many stack">
      <DocumentsBar chosen={chosen} onDone={choice.none} />
      <div className="row">
        <span role="status">{text.chosen(chosen.length)}</span>
        <Button small onClick={onClose}>
          {text.finish}
        </Button>
      </div>
      <ErrorMessage error={nodes.length > 0 ? null : error} onRetry={retry} />
      {ready || error ? null : <p role="status">{text.loading(nodes.length, total)}</p>}
      <fieldset className="many-list">
        <legend className="visually-hidden">{text.choose}</legend>
        {nodes.length > 0 ? (
          <Checkbox label={text.all} checked={everything} onChange={(on) => (on ? choice.all() : choice.none())} />
        ) : null}
        {nodes.map((node) => (
          <Checkbox
            key={node.id}
            label={
              <>
                {nameOf(node)} <State node={node} />
              </>
            }
            checked={choice.chosen.has(node.id)}
            onChange={() => choice.toggle(node.id)}
          />
        ))}
      </fieldset>
    </div>
  )
}

function State({ node }: { node: DocumentNode }) {
  if (node.state === 'cancelled') return <span className="tree-tag">{text.cancelled}</span>
  if (node.state === 'draft') return <span className="tree-tag tree-tag-draft">{text.draft}</span>
  if (node.pen !== 'none') return <span className="tree-tag">{treeMessages.signed}</span>
  return null
}
