/** DOC-03, DOC-04: what the template locks cannot be changed, everything else can. */
import { describe, expect, test, vi } from 'vitest'
import { toContent } from '../../src/editor/content'
import { SYSTEM_CHANGE } from '../../src/editor/schema/lockedSections'
import { mergeSections } from '../../src/editor/schema/mergeSections'
import { letter, openEditor, paragraph, positionAfter, press, section } from './fixtures'

describe('locked sections', () => {
  test('typing in the letterhead is refused and said', async () => {
    const refused = vi.fn()
    const editor = openEditor(letter(), refused)
    const before = editor.getJSON()
    editor.view.dispatch(editor.state.tr.insertText('!', positionAfter(editor, 'PREFEITURA')))
    await Promise.resolve()
    expect(editor.getJSON()).toEqual(before)
    expect(refused).toHaveBeenCalledOnce()
  })

  test('deleting everything leaves the document as it was', () => {
    const editor = openEditor()
    const before = editor.getJSON()
    editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.content.size))
    expect(editor.getJSON()).toEqual(before)
  })

  test('a section cannot be added, removed or unlocked', () => {
    const editor = openEditor()
    const before = editor.getJSON()
    editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.child(0).nodeSize))
    editor.view.dispatch(editor.state.tr.insert(0, editor.schema.nodeFromJSON(section('body', false, paragraph('x')))))
    editor.view.dispatch(editor.state.tr.setNodeAttribute(0, 'locked', false))
    expect(editor.getJSON()).toEqual(before)
  })

  test('the body is free to write and to undo', () => {
    const editor = openEditor()
    editor.commands.insertContentAt(positionAfter(editor, 'autos'), ' anexos')
    expect(editor.getText()).toContain('Encaminho os autos anexos.')
    editor.commands.undo()
    expect(editor.getText()).toContain('Encaminho os autos.')
  })

  test('selecting all inside the body takes only the body', () => {
    const editor = openEditor()
    editor.commands.setTextSelection(positionAfter(editor, 'Encaminho'))
    press(editor, 'a', { ctrlKey: true })
    const { from, to } = editor.state.selection
    expect(editor.state.doc.textBetween(from, to)).toBe('Encaminho os autos.')
    editor.commands.deleteSelection()
    expect(editor.getText()).toContain('PREFEITURA')
    expect(editor.getText()).not.toContain('Encaminho')
  })

  test('the system may refresh what is locked', () => {
    const editor = openEditor()
    const position = positionAfter(editor, 'PREFEITURA')
    editor.view.dispatch(editor.state.tr.insertText(' MUNICIPAL', position).setMeta(SYSTEM_CHANGE, true))
    expect(editor.getText()).toContain('PREFEITURA MUNICIPAL')
  })

  test('recovered text enters the sections that are free and never the locked ones', () => {
    const written = letter('Meu texto recuperado.')
    written.content[0] = section('header', true, paragraph('TIMBRE ALTERADO', 'center'))
    const merged = mergeSections(letter(), written)
    expect(JSON.stringify(merged)).toContain('Meu texto recuperado.')
    expect(JSON.stringify(merged)).not.toContain('TIMBRE ALTERADO')
  })

  test('recovered text from another template is not forced into this one', () => {
    const written = letter()
    written.content.pop()
    expect(mergeSections(letter(), written)).toBeNull()
  })

  test('what leaves the editor is exactly what came in', () => {
    const editor = openEditor()
    expect(toContent(editor.getJSON())).toEqual(letter())
  })
})
