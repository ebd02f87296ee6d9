/** DOC-03: text from Word, LibreOffice and web mail arrives clean. */
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml, hasImages } from '../../src/editor/schema/wordPaste'
import { toContent } from '../../src/editor/content'
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

/** As Word writes them: the call, and at the end of the fragment the list of the notes. */
const noted = `<p class=MsoNormal>Conforme a lei<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[1]</span></span><![endif]></span></span></a> e o decreto<a href="#_ftn2" name="_ftnref2"><span class=MsoFootnoteReference>[2]</span></a>.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Lei nº <b>12.527</b>, de 2011.<o:p></o:p></p><p class=MsoFootnoteText>Art. 7º, § 2º.<o:p></o:p></p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2"><span class=MsoFootnoteReference>[2]</span></a>&nbsp;Decreto nº 7.724.</p></div></div>`

describe('pasted footnotes', () => {
  const inPlace =
    '<p>Conforme a lei<span data-footnote="">Lei nº <strong>12.527</strong>, de 2011.<br>Art. 7º, § 2º.</span> e o decreto<span data-footnote="">Decreto nº 7.724.</span>.</p>'
  const cleaned = (html: string) =>
    cleanPastedHtml(html)
      .replaceAll(/<(\/?)b>/g, '<$1strong>')
      .replace(/\s+$/, '')

  test("Word's notes go to where they are called and their list is gone", () => {
    expect(cleaned(noted)).toBe(inPlace)
  })

  test("so do LibreOffice's, those of web pages, and our own", () => {
    const others = [
      ['<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>', '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Uma nota.</p></div>'],
      ['<sup id="fnref1"><a href="#fn1">1</a></sup>', '<section><hr><ol><li id="fn1"><p>Uma nota. <a href="#fnref1">↩</a></p></li></ol></section>'],
      ['<sup class="note-call"><a id="chamada-1" role="doc-noteref" href="#nota-1">1</a></sup>', '<section class="section notes"><ol><li id="nota-1">Uma nota. <a class="back" href="#chamada-1">voltar ao texto</a></li></ol></section>'],
      ['<sup><a href="https://docs.example/d/1#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<hr><div><p><a href="https://docs.example/d/1#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Uma nota.</p></div>'],
    ]
    for (const [call, list] of others) {
      expect(cleaned(`<p>Texto${call}.</p>${list}`).replace('<hr>', '')).toBe(
        '<p>Texto<span data-footnote="">Uma nota.</span>.</p>',
      )
    }
  })

  test('a table of contents with ways back is no list of notes', () => {
    const page = '<ul><li><a id="s1" href="#t1">Do objeto</a></li></ul><div><h2 id="t1">Do objeto <a href="#s1">voltar</a></h2></div>'
    expect(cleaned(page)).not.toContain('data-footnote')
  })

  test('a call whose note did not come stays as what it was', () => {
    expect(cleaned('<p>Texto<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>')).toContain('[1]')
  })

  test('in the text they are notes with their lines', () => {
    const editor = openEditor(letter('Início.'))
    editor.commands.setTextSelection(positionAfter(editor, 'Início.'))
    paste(editor, cleanPastedHtml(noted))
    const notes: unknown[] = []
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'footnote') notes.push(node.toJSON())
    })
    expect(notes).toEqual([
      {
        type: 'footnote',
        content: [
          { type: 'text', text: 'Lei nº ' },
          { type: 'text', text: '12.527', marks: [{ type: 'bold' }] },
          { type: 'text', text: ', de 2011.' },
          { type: 'hardBreak' },
          { type: 'text', text: 'Art. 7º, § 2º.' },
        ],
      },
      { type: 'footnote', content: [{ type: 'text', text: 'Decreto nº 7.724.' }] },
    ])
    expect(JSON.stringify(toContent(editor.getJSON()))).not.toContain('_ftn')
  })
})
