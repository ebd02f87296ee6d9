import type { ContentNode, DocumentContent } from '../../src/editor/content'

export function paragraph(text: string, style = 'body'): ContentNode {
  return { type: 'paragraph', attrs: { style }, ...(text ? { content: [{ type: 'text', text }] } : {}) }
}

export function section(role: string, locked: boolean, ...content: ContentNode[]): ContentNode {
  return { type: 'section', attrs: { role, locked, dynamic: false }, content }
}

/** A letter as a template gives it: letterhead and footer locked, the text free. */
export function letter(text = 'Encaminho os autos.'): DocumentContent {
  return {
    schema: 1,
    type: 'doc',
    content: [
      section('header', true, paragraph('PREFEITURA DE UBATUBA', 'center')),
      section('body', false, paragraph(text)),
      section('footer', true, paragraph('Rua Dona Maria Alves, 865', 'center')),
    ],
  }
}
