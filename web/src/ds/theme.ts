import { remember, remembered } from '../remembered'

/** Appearance kept on this computer: theme, and whether single-letter shortcuts are on (WCAG 2.1.4). */
export type Theme = 'light' | 'dark' | 'contrast'
export type ThemeChoice = Theme | 'system'

const THEME_KEY = 'iperoig.theme'
const SHORTCUTS_KEY = 'iperoig.shortcuts'

export function themeChoice(): ThemeChoice {
  const stored = remembered(THEME_KEY)
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
  remember(THEME_KEY, choice)
  applyTheme(choice)
}

export function shortcutsEnabled(): boolean {
  return remembered(SHORTCUTS_KEY) !== 'off'
}

export function chooseShortcuts(enabled: boolean): void {
  remember(SHORTCUTS_KEY, enabled ? 'on' : 'off')
}
