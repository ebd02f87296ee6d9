/** Issue 3: hostile HTML, pasted, comes in as text or not at all; one list for every proof (tests/hostile). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml } from '../../src/editor/schema/wordPaste'
import { letter, openEditor, paste } from './fixtures'

const fragments = JSON.parse(readFileSync('../tests/hostile/fragments.json', 'utf8')) as string[]

describe('hostile paste', () => {
  test('the corpus is as large as promised', () => {
    expect(new Set(fragments).size).toBeGreaterThanOrEqual(200)
  })

  test.each(fragments.map((fragment, number) => [number, fragment] as const))('fragment %i', (_, fragment) => {
    const editor = openEditor(letter('Início.'))
    editor.commands.focus('end')
    paste(editor, cleanPastedHtml(fragment))
    const shown = editor.view.dom.querySelectorAll('*')
    for (const element of shown) {
      for (const { name, value } of element.attributes) {
        expect(name.startsWith('on')).toBe(false)
        if (name === 'href' || name === 'src') expect(value).toMatch(/^(https?:|mailto:|#|$)/)
      }
    }
    const json = JSON.stringify(editor.getJSON())
    expect(json).not.toMatch(/"href":"(?!https?:|mailto:)/)
    for (const element of editor.view.dom.querySelectorAll('script, iframe, object, embed, svg, math, form, link, meta, base, style')) {
      expect(element.tagName).toBe('')
    }
    editor.destroy()
  })
})

