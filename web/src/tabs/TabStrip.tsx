import { useLocation, useRouter } from '@tanstack/react-router'
import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { withNews } from '../api/inbox'
import { useMe } from '../api/use-me'
import { announce } from '../ds/toast'
import { tabMessages as text } from '../messages/tabs'
import { useShortcuts } from '../shell/shortcuts'
import { drop, keep, move, ownerOf, useKept, type Kept } from './kept'
import './tabs.css'

const MOVES: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 }

/** The processes kept at hand, each a link to where the person was in it. Arrows go along, Shift+arrows reorder, Delete closes. */
export default function TabStrip() {
  const me = useMe()
  const owner = ownerOf(me)
  const kept = useKept(owner)
  return kept.length > 0 ? <Strip owner={owner} unit={me.unit.id} kept={kept} /> : null
}

function Strip({ owner, unit, kept }: { owner: string; unit: string; kept: readonly Kept[] }) {
  const list = useRef<HTMLUListElement>(null)
  const { history } = useRouter()
  const current = useLocation({ select: ({ pathname }) => processOf(pathname) })
  const news = withNews(unit)
  const go = (by: -1 | 1) => {
    const here = kept.findIndex((one) => one.id === current)
    const next = kept[here < 0 ? (by > 0 ? 0 : kept.length - 1) : (here + by + kept.length) % kept.length]
    if (next) history.push(next.address)
  }
  useShortcuts({ nextTab: () => go(1), previousTab: () => go(-1) })
  const focusOn = (id: string | undefined) =>
    requestAnimationFrame(() => {
      const wanted = id ? list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(id)}"]`) : null
      ;(wanted ?? document.getElementById('conteudo'))?.focus()
    })
  const close = (one: Kept) => {
    const place = kept.indexOf(one)
    drop(owner, one.id)
    announce(text.closed(nameOf(one)), { action: { label: text.undo, run: () => keep(owner, one) } })
    focusOn((kept[place + 1] ?? kept[place - 1])?.id)
  }
  /** With another button or a key held it is a link as any other. */
  const follow = (event: MouseEvent, one: Kept) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.push(one.address)
  }
  const onKeyDown = (event: KeyboardEvent, one: Kept, place: number) => {
    const by = MOVES[event.key]
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Delete') close(one)
    else if (by && event.shiftKey) {
      move(owner, one.id, by)
      focusOn(one.id)
    } else if (by) focusOn(kept[place + by]?.id ?? one.id)
    else return
    event.preventDefault()
  }
  return (
    <nav className="tab-strip" aria-label={text.strip}>
      <ul ref={list}>
        {kept.map((one, place) => (
          <li key={one.id} data-current={one.id === current}>
            <a
              href={one.address}
              data-tab={one.id}
              aria-current={one.id === current ? 'page' : undefined}
              aria-label={news.has(one.id) ? text.withNews(nameOf(one)) : text.tab(nameOf(one))}
              aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Delete"
              title={nameOf(one)}
              onClick={(event) => follow(event, one)}
              onKeyDown={(event) => onKeyDown(event, one, place)}
            >
              {news.has(one.id) ? <strong className="tab-news">{text.news}</strong> : null} {nameOf(one)}
            </a>
            <button type="button" tabIndex={-1} onClick={() => close(one)}>
              {text.close}
              <span className="visually-hidden"> {nameOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function nameOf(one: Kept): string {
  return one.label || text.unnamed[one.level]
}

function processOf(pathname: string): string | null {
  return /^\/processo\/([^/]+)/.exec(pathname)?.[1] ?? null
}
