/** Appearance kept on this computer: theme, and whether single-letter shortcuts are on (WCAG 2.1.4). */
export type Theme = 'light' | 'dark' | 'contrast'
export type ThemeChoice = Theme | 'system'

const THEME_KEY = 'iperoig.theme'
const SHORTCUTS_KEY = 'iperoig.shortcuts'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows may refuse storage; the choice then lasts only while the page is open.
  }
}

export function themeChoice(): ThemeChoice {
  const stored = read(THEME_KEY)
  return stored === 'light' || stored === 'dark' || stored === 'contrast' ? stored : 'system'
}

function systemTheme(): Theme {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function applyTheme(choice: ThemeChoice = themeChoice()): void {
  document.documentElement.dataset['theme'] = choice === 'system' ? systemTheme() : choice
}

export function chooseTheme(choice: ThemeChoice): void {
  write(THEME_KEY, choice)
  applyTheme(choice)
}

export function shortcutsEnabled(): boolean {
  return read(SHORTCUTS_KEY) !== 'off'
}

export function chooseShortcuts(enabled: boolean): void {
  write(SHORTCUTS_KEY, enabled ? 'on' : 'off')
}
