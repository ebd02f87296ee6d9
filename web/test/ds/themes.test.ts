/** A theme is a set of colours: tests/e2e/axe.py judges in one theme whatever does not look at them. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = 'src/'
const sheets = globSync('**/*.css', { cwd: sources }).map((name) => ({ name, text: readFileSync(sources + name, 'utf8').replaceAll(/\/\*.*?\*\//gs, '') }))
const COLOUR = /^(?:color-scheme|--color-[a-z-]+|--shadow(?:-raised)?)$/

test('a theme changes colours and nothing else', () => {
  const tokens = sheets.find(({ name }) => name === 'ds/tokens.css')?.text ?? ''
  const themes = [...tokens.matchAll(/\[data-theme[^{]*\{([^}]*)\}/g)]
  expect(themes.length).toBeGreaterThanOrEqual(3)
  const set = themes.flatMap(([, block = '']) => [...block.matchAll(/([\w-]+)\s*:/g)].map(([, property]) => property))
  expect(set.filter((property) => !COLOUR.test(property ?? ''))).toEqual([])
})

test('no other style sheet knows of themes, and a shadow is only ever a shadow', () => {
  expect(sheets.filter(({ name, text }) => name !== 'ds/tokens.css' && text.includes('data-theme'))).toEqual([])
  const shadows = sheets.flatMap(({ text }) => [...text.matchAll(/([\w-]+)\s*:[^;{]*var\(--shadow/g)].map(([, property]) => property))
  expect(new Set(shadows)).toEqual(new Set(['box-shadow']))
})
