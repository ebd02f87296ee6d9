/** DOC-03: a picture is a file of the process and its description. */
import { Editor } from '@tiptap/core'
import { expect, test, vi } from 'vitest'
import { type DocumentContent, toContent, toEditorDocument } from '../../src/editor/content'
import { widthFor } from '../../src/editor/images/shrink'
import { documentExtensions } from '../../src/editor/schema/extensions'
import { selectedPicture } from '../../src/editor/schema/image'
import { compareDocuments } from '../../src/editor/versions/difference'
import { paste, press, section } from './fixtures'

const picture = (upload: string, alt = 'Mapa') => ({ type: 'image', attrs: { upload, alt, width: 50 } })
const content = (upload: string, alt?: string): DocumentContent => ({
  schema: 1,
  type: 'doc',
  content: [section('body', false, picture(upload, alt))],
})

function open(process: string, onEdit = () => undefined as void) {
  const album = { process, address: async () => null, keep: () => undefined, close: () => undefined }
  const element = document.createElement('div')
  document.body.append(element)
  return new Editor({
    element,
    extensions: documentExtensions({
      onRefused: () => undefined,
      onReferenceRequested: () => undefined,
      image: { album, onEdit, onFile: () => undefined },
    }),
    content: toEditorDocument(content('u'.repeat(26))),
  })
}

const figure = (process: string) => `<figure data-upload="${'v'.repeat(26)}" data-alt="Foto" data-width="25" data-process="${process}"></figure>`

test('what the server says of the file is not sent back', () => {
  const editor = open('p1')
  editor.commands.setNodeSelection(1)
  editor.commands.updateAttributes('image', { sha256: '1'.repeat(64), size: 9 })
  expect(toContent(editor.getJSON())).toEqual(content('u'.repeat(26)))
})

test('a picture copied within the process is pasted, one of another process is not', () => {
  const editor = open('p1')
  paste(editor, figure('p1') + figure('p2'))
  const uploads = JSON.stringify(toContent(editor.getJSON())).match(/v{26}/g)
  expect(uploads).toHaveLength(1)
})

test('Enter on a picture asks for its description', () => {
  const onEdit = vi.fn()
  const editor = open('p1', onEdit)
  editor.commands.setNodeSelection(1)
  expect(selectedPicture(editor.state.selection)).toEqual(picture('u'.repeat(26)).attrs)
  press(editor, 'Enter')
  expect(onEdit).toHaveBeenCalledOnce()
})

test('another picture with the same words is a change between versions', () => {
  const kinds = compareDocuments(content('a'.repeat(26)), content('b'.repeat(26))).map(({ kind }) => kind)
  expect(kinds).not.toContain('same')
})

test('a picture asks for a width near its own', () => {
  expect([40, 300, 420, 5000].map(widthFor)).toEqual([25, 50, 75, 100])
})
