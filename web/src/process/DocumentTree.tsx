import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { ProcessPage } from '../api/types'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { EmptyState } from '../ds/Message'
import { treeMessages as text } from '../messages/process'
import { TreeLine } from './TreeLine'
import { folderOf, treeRows, type TreeRow } from './tree-rows'
import type { Documents } from './use-documents'
import { useTreeKeys } from './use-tree-keys'

interface DocumentTreeProps {
  page: ProcessPage
  documents: Documents
  current: string | undefined
  /** What to say when there is nothing. */
  empty?: string
}

/** Of tree.css too: room for a name of two lines. */
const LINE_HEIGHT = 38
const OVERSCAN = 12

/** Tree of documents: only the lines in sight exist in the page, whatever the size of the process. */
export function DocumentTree({ page, documents, current, empty = text.empty }: DocumentTreeProps) {
  const { slots } = documents
  const size = useMe().documents_per_folder
  const navigate = useNavigate()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [openFolders, setOpenFolders] = useOpenFolders(slots.length, slotOf(documents, current), size)
  const rows = useMemo(() => treeRows(slots, openFolders, size), [slots, openFolders, size])
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  })
  useFollowCurrent(rows, current, (index) => {
    setActive(index)
    virtual.scrollToIndex(index, { align: 'auto' })
  })

  const toggle = (index: number, open: boolean) => {
    const next = new Set(openFolders)
    if (open) next.add(index)
    else next.delete(index)
    setOpenFolders(next)
  }
  const choose = (row: TreeRow | undefined) => {
    if (row?.kind === 'folder') toggle(row.index, !row.open)
    if (row?.kind !== 'document' || !row.node) return
    const params = { processId: page.process.id, documentId: row.node.id }
    void navigate({ to: '/processo/$processId/documento/$documentId', params, search: (now) => now })
  }
  const goTo = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const folders = Math.ceil(slots.length / size)
  const openAll = (open: boolean) => setOpenFolders(new Set(open ? Array.from({ length: folders }, (_, index) => index) : []))
  const onKeyDown = useTreeKeys({ rows, active, goTo, choose, toggle, openAll: () => openAll(true) })
  const onClick = ({ target }: MouseEvent) => {
    const line = target instanceof Element ? target.closest('[role=treeitem]') : null
    if (!line) return
    const index = Number(line.id.slice(id.length + 1))
    setActive(index)
    choose(rows[index])
  }
  const lines = virtual.getVirtualItems()
  useWantVisible(documents, rows, lines.at(0)?.index ?? 0, lines.at(-1)?.index ?? 0)

  if (slots.length === 0) return <EmptyState title={empty} />
  const activeIndex = Math.min(active, rows.length - 1)
  const everyOpen = openFolders.size >= folders
  return (
    <>
      {folders > 1 ? (
        <div className="tree-many">
          <Button small onClick={() => openAll(!everyOpen)}>
            {everyOpen ? text.closeAll : text.openAll}
          </Button>
        </div>
      ) : null}
      <div ref={scroller} className="tree-scroll">
        <span id={`${id}-hint`} hidden>
          {text.hint}
        </span>
        <div
          role="tree"
          className="tree"
          tabIndex={0}
          aria-label={text.label(page.process.nup)}
          aria-describedby={`${id}-hint`}
          aria-activedescendant={`${id}-${activeIndex}`}
          style={{ height: virtual.getTotalSize() }}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          {lines.map((line) => {
            const row = rows[line.index]
            return row ? (
              <TreeLine
                key={line.key}
                id={`${id}-${line.index}`}
                row={row}
                top={line.start}
                active={line.index === activeIndex}
                current={row.kind === 'document' && row.node?.id === current}
                folders={folders}
              />
            ) : null
          })}
        </div>
      </div>
    </>
  )
}

function slotOf(documents: Documents, current: string | undefined): number {
  return current ? documents.slots.findIndex((node) => node?.id === current) : -1
}

/** At first the newest folder is open, and always the one of the document being read. */
function useOpenFolders(total: number, currentSlot: number, size: number) {
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(total > 0 ? [folderOf(total - 1, size)] : []))
  useEffect(() => {
    if (currentSlot < 0) return
    setOpen((now) => (now.has(folderOf(currentSlot, size)) ? now : new Set([...now, folderOf(currentSlot, size)])))
  }, [currentSlot, size])
  return [open, setOpen] as const
}

function useFollowCurrent(rows: TreeRow[], current: string | undefined, follow: (index: number) => void) {
  const followed = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!current || followed.current === current) return
    const index = rows.findIndex((row) => row.kind === 'document' && row.node?.id === current)
    if (index < 0) return
    followed.current = current
    follow(index)
  })
}

function useWantVisible(documents: Documents, rows: TreeRow[], first: number, last: number) {
  useEffect(() => {
    for (let index = first; index <= last; index += 1) {
      const row = rows[index]
      if (row?.kind === 'document' && !row.node) {
        documents.want(row.slot)
        return
      }
    }
  })
}
