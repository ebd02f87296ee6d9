import { useEffect, useRef } from 'react'
import type { MenuProps } from './Menu'

const menus = new Set<{ current: MenuProps }>()

/** While the menu is on the screen, its choices can also be found by their names (command palette). */
export function useOffered(menu: MenuProps): void {
  const latest = useRef(menu)
  latest.current = menu
  useEffect(() => {
    menus.add(latest)
    return () => {
      menus.delete(latest)
    }
  }, [])
}

export function openMenus(): MenuProps[] {
  return [...menus].map(({ current }) => current)
}
