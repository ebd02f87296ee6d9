/** DOC-03: text from Word, LibreOffice and web mail arrives clean. */
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml, hasImages } from '../../src/editor/schema/wordPaste'
import { letter, openEditor, paste, positionAfter } from './fixtures'

const item = (level: number, marker: string, text: string, list = 0) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt'>TERMO</span></b><o:p></o:p></p>
${item(1, '1.', 'Um')}${item(2, 'a)', 'Um, a')}${item(1, '2.', 'Dois')}
<p class=MsoNormal>Entre as listas</p>
${item(1, '·', 'Ponto', 1)}
<table class=MsoTableGrid border=1><tr><td width=200 style='width:150pt' colspan=2><p class=MsoNormal>A</p></td></tr></table>
<!--EndFragment--></body></html>`

function structure(html: string): string {
  return cleanPastedHtml(html)
    .replace(/\s*\n\s*/g, '')
    .replace(/<\/?p[^>]*>/g, '')
    .trim()
}

describe('paste', () => {
  test("Word's list paragraphs become nested lists", () => {
    const clean = structure(word)
    expect(clean).toContain('<ol><li>Um<ol><li>Um, a</li></ol></li><li>Dois</li></ol>')
    expect(clean).toContain('<ul><li>Ponto</li></ul>')
  })

  test('lists separated by text stay separate', () => {
    const clean = structure(word)
    expect(clean.indexOf('</ol>Entre as listas')).toBeGreaterThan(0)
  })

  test('tables keep their spans and lose their looks', () => {
    const clean = cleanPastedHtml(word)
    expect(clean).toContain('<td colspan="2">')
    expect(clean).not.toMatch(/\sstyle=|class=|mso-|width=|<o:p|<!--/i)
  })

  test('alignment becomes a named style', () => {
    expect(cleanPastedHtml(word)).toContain('<p data-style="center">')
  })

  test('formatting said by styles becomes marks', () => {
    const clean = cleanPastedHtml(
      '<p><span style="font-weight:700">a</span><span style="font-style:italic;text-decoration:underline">b</span></p>',
    )
    expect(clean).toBe('<p><strong>a</strong><u><em>b</em></u></p>')
  })

  test("Google Docs' wrapper does not turn everything bold", () => {
    expect(cleanPastedHtml('<b style="font-weight:normal" id="docs-internal-guid-1"><p>texto</p></b>')).toBe(
      '<p>texto</p>',
    )
  })

  test('scripts, frames and event handlers do not come through', () => {
    const clean = cleanPastedHtml(
      '<p onclick="x()">a</p><script>alert(1)</script><iframe src="x"></iframe><img src=x onerror=alert(1)><svg><script>1</script></svg>',
    )
    expect(clean).toBe('<p>a</p>')
  })

  test('a dangerous link becomes plain text in the document', () => {
    const editor = openEditor(letter(''))
    editor.commands.focus()
    paste(editor, cleanPastedHtml('<p><a href="javascript:alert(1)">clique</a></p>'))
    expect(JSON.stringify(editor.getJSON())).not.toContain('javascript')
  })

  test('pasted into the body, a Word text has its lists and table as nodes', () => {
    const editor = openEditor(letter('Início.'))
    editor.commands.setTextSelection(positionAfter(editor, 'Início.'))
    paste(editor, cleanPastedHtml(word))
    const json = JSON.stringify(editor.state.doc.child(1).toJSON())
    expect(json).toContain('"orderedList"')
    expect(json).toContain('"bulletList"')
    expect(json).toContain('"table"')
    expect(editor.state.doc.childCount).toBe(3)
  })

  test('a section copied from another document arrives as its paragraphs', () => {
    const editor = openEditor(letter('Início.'))
    editor.commands.setTextSelection(positionAfter(editor, 'Início.'))
    paste(
      editor,
      '<section data-role="header" data-locked="true"><p>Timbre</p></section><section data-role="body"><p>Outro</p></section>',
    )
    expect(editor.state.doc.childCount).toBe(3)
    expect(editor.state.doc.child(1).textContent).toContain('Outro')
  })

  test('pictures are noticed so that the person is told', () => {
    expect(hasImages('<p><img src="file:///c:/x.png"></p>')).toBe(true)
    expect(hasImages('<p>imagem</p>')).toBe(false)
  })
})
