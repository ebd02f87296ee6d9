import { type RefObject, useEffect, useState } from 'react'

const AHEAD = '600px 0px'

/** Which pages are near the visible part, and which one is being read. */
export function useVisiblePages(frame: RefObject<HTMLDivElement | null>) {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([1]))
  const [page, setPage] = useState(1)

  useEffect(() => {
    const root = frame.current
    if (!root) return
    const pages = [...root.querySelectorAll<HTMLElement>('[data-page]')]
    const numberOf = (element: Element) => Number(element.getAttribute('data-page'))
    const watcher = new IntersectionObserver(
      (entries) =>
        setNear((known) => {
          const next = new Set(known)
          for (const entry of entries) {
            if (entry.isIntersecting) next.add(numberOf(entry.target))
            else next.delete(numberOf(entry.target))
          }
          return next
        }),
      { root, rootMargin: AHEAD },
    )
    for (const element of pages) watcher.observe(element)
    const read = () => {
      const middle = root.scrollTop + root.clientHeight / 3
      const shown = pages.findLast((element) => element.offsetTop <= middle)
      setPage(shown ? numberOf(shown) : 1)
    }
    root.addEventListener('scroll', read, { passive: true })
    return () => {
      watcher.disconnect()
      root.removeEventListener('scroll', read)
    }
  }, [frame])
  return { near, page }
}
