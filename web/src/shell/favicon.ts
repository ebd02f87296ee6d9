import { useEffect } from 'react'

const MOST_SHOWN = 99

/** The page's icon with how many processes wait to be received, for whoever has it among other tabs (demands.md 1). */
export function useFaviconCount(count: number | undefined): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (!link || count === undefined) return
    const plain = link.dataset['plain'] ?? link.href
    link.dataset['plain'] = plain
    link.href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(faviconWith(count))}` : plain
  }, [count])
}

/** The same sheet of paper as the plain icon, with the number over it. */
export function faviconWith(count: number): string {
  const shown = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)
  const size = shown.length > 2 ? 13 : shown.length > 1 ? 16 : 19
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1351b4"/>' +
    '<path d="M5 3h10l5 5v15H5z" fill="#fff"/><rect x="8" y="11" width="24" height="21" rx="8" fill="#c00"/>' +
    `<text x="20" y="28" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="${size}" fill="#fff">${shown}</text></svg>`
  )
}
