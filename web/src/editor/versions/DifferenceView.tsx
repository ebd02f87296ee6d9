import { editorMessages } from '../../messages/editor'
import { countChanges, type DifferenceBlock, type DifferenceSpan } from './difference'

const text = editorMessages.versions

/** Removed in red and struck through, added in blue and underlined, and both said in words for who cannot see it. */
function Span({ span }: { span: DifferenceSpan }) {
  if (span.kind === 'same') return <span>{span.text}</span>
  const Element = span.kind === 'removed' ? 'del' : 'ins'
  return (
    <Element className={`difference-${span.kind}`}>
      <span className="visually-hidden">{span.kind === 'removed' ? text.removed : text.added} </span>
      {span.text || editorMessages.blocks['paragraph']}
      <span className="visually-hidden"> {text.endOfChange} </span>
    </Element>
  )
}

type Group = { changed: true; block: DifferenceBlock } | { changed: false; blocks: DifferenceBlock[] }

function grouped(blocks: readonly DifferenceBlock[]): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind !== 'same') groups.push({ changed: true, block })
    else if (last && !last.changed) last.blocks.push(block)
    else groups.push({ changed: false, blocks: [block] })
  }
  return groups
}

const CONTEXT = 1

/** Long equal stretches are folded, so that what changed is what one sees. */
function Unchanged({ blocks }: { blocks: DifferenceBlock[] }) {
  const lines = blocks.map((block, index) => <p key={index}>{block.spans.map((span) => span.text).join('')}</p>)
  if (blocks.length <= CONTEXT * 2 + 1) return <div className="difference-same">{lines}</div>
  return (
    <details className="difference-same">
      <summary>{text.unchanged(blocks.length)}</summary>
      {lines}
    </details>
  )
}

export function DifferenceView({ blocks }: { blocks: DifferenceBlock[] }) {
  return (
    <div className="difference">
      <p>
        <strong>{text.changes(countChanges(blocks))}</strong>{' '}
        <span className="difference-legend">
          <del className="difference-removed">{text.legendRemoved}</del>{' '}
          <ins className="difference-added">{text.legendAdded}</ins>
        </span>
      </p>
      {grouped(blocks).map((group, index) =>
        group.changed ? (
          <p key={index} className="difference-changed">
            {group.block.label !== 'paragraph' ? (
              <span className="difference-label">{editorMessages.blocks[group.block.label] ?? ''} </span>
            ) : null}
            {group.block.spans.map((span, position) => (
              <Span key={position} span={span} />
            ))}
          </p>
        ) : (
          <Unchanged key={index} blocks={group.blocks} />
        ),
      )}
    </div>
  )
}
