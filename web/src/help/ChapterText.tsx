import { createElement, type MouseEvent, type ReactNode } from 'react'
import { HOME } from '../environment'
import { manualMessages as text } from '../messages/manual'
import { addressOfPicture, placeOf, type Block, type Inline, type ManualPlace } from './manual'

interface ChapterTextProps {
  chapter: string
  blocks: Block[]
  /** How many levels the headings of the chapter are below those of the screen around it. */
  below: number
  onGo: (place: ManualPlace) => void
}

/** The words of a chapter; its links stay inside the manual. */
export function ChapterText({ chapter, blocks, below, onGo }: ChapterTextProps) {
  const inline = (part: Inline, at: number): ReactNode => {
    if (typeof part === 'string') return part
    if (part.kind === 'code') return <code key={at}>{part.text}</code>
    if (part.kind === 'picture') return <img key={at} src={addressOfPicture(part.file)} alt={part.says} loading="lazy" />
    const parts = inlines(part.parts)
    if (part.kind !== 'link') return part.kind === 'strong' ? <strong key={at}>{parts}</strong> : <em key={at}>{parts}</em>
    const place = placeOf(part.to, chapter)
    return place ? (
      <PlaceLink key={at} place={place} onGo={onGo}>
        {parts}
      </PlaceLink>
    ) : (
      <a key={at} href={part.to}>
        {parts}
      </a>
    )
  }
  const inlines = (parts: Inline[]): ReactNode[] => parts.map(inline)
  const tables = blocks.filter((block) => block.kind === 'table')
  const draw = (block: Block, at: number): ReactNode => {
    switch (block.kind) {
      case 'heading':
        return createElement(`h${Math.min(6, block.level + below)}`, { key: at, id: idOf(block.id), tabIndex: -1 }, ...inlines(block.parts))
      case 'paragraph':
        return <p key={at}>{inlines(block.parts)}</p>
      case 'code':
        return <pre key={at}>{block.text}</pre>
      case 'table':
        return <ManualTable key={at} number={tables.indexOf(block) + 1} block={block} cell={inlines} />
      case 'list': {
        const items = block.items.map((item, n) => <li key={n}>{item.map(drawInItem)}</li>)
        return block.ordered ? <ol key={at}>{items}</ol> : <ul key={at}>{items}</ul>
      }
    }
  }
  const drawInItem = (block: Block, at: number) =>
    block.kind === 'paragraph' ? <span key={at}>{inlines(block.parts)}</span> : draw(block, at)
  return <div className="manual-text">{blocks.map(draw)}</div>
}

interface ManualTableProps {
  block: Extract<Block, { kind: 'table' }>
  number: number
  cell: (parts: Inline[]) => ReactNode[]
}

function ManualTable({ block, number, cell }: ManualTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="manual-table" tabIndex={0} role="region" aria-label={text.table(number)}>
      <table>
        <thead>
          <tr>
            {block.head.map((parts, at) => (
              <th key={at} scope="col">{cell(parts)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, n) => (
            <tr key={n}>
              {row.map((parts, at) => (
                <td key={at}>{cell(parts)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A chapter stands beside a screen that has names of its own. */
export const idOf = (section: string) => `manual-${section}`

interface PlaceLinkProps {
  place: ManualPlace
  onGo: (place: ManualPlace) => void
  children: ReactNode
}

/** A link that the panel follows itself, and that opens the whole manual in another tab when one asks for a tab. */
export function PlaceLink({ place, onGo, children }: PlaceLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onGo(place)
  }
  return (
    <a href={addressOf(place)} onClick={follow}>
      {children}
    </a>
  )
}

const addressOf = ({ chapter, section }: ManualPlace) => `${HOME}/manual?capitulo=${chapter}${section ? `&secao=${encodeURIComponent(section)}` : ''}`
