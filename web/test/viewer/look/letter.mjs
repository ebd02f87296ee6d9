/** A letter as a template gives it: letterhead, addressee, text, signature and footer. */
const text = (value, ...marks) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const paragraph = (style, ...content) => ({ type: 'paragraph', attrs: { style }, content })
const section = (role, locked, ...content) => ({ type: 'section', attrs: { role, locked, dynamic: false }, content })
const variable = (name, value) => ({ type: 'variable', attrs: { name, value } })
const cell = (type, value) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph('left', text(value))] })
const row = (type, ...values) => ({ type: 'tableRow', content: values.map((value) => cell(type, value)) })
const item = (value) => ({ type: 'listItem', content: [paragraph('left', text(value))] })

export const letter = {
  schema: 1,
  type: 'doc',
  content: [
    section(
      'header',
      true,
      paragraph('center', variable('orgao_nome', 'Prefeitura Municipal de Ubatuba')),
      paragraph('center', variable('unidade_nome', 'Divisão de Protocolo e Arquivo')),
    ),
    section('title', false, paragraph('title', text('OFÍCIO Nº '), variable('documento_numero_tipo', '4/2026'))),
    section('addressee', false, paragraph('left', text('À Procuradoria-Geral do Município'))),
    section(
      'body',
      false,
      paragraph('left', text('Senhor Procurador,')),
      paragraph(
        'body',
        text('Encaminho os autos, em atenção ao documento '),
        { type: 'documentReference', attrs: { number: '1000100', document: 'd0', process: 'p0002' } },
        text(', para '),
        text('análise e parecer', 'bold'),
        text(' quanto ao pedido de poda de árvore na Rua das Palmeiras.'),
      ),
      paragraph('numbered', text('O requerente juntou fotografias e o comprovante de endereço.')),
      paragraph('numbered', text('A vistoria foi feita em 12 de novembro, e nela se verificou:')),
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [item('risco de queda de galhos sobre a calçada;'), item('fiação encoberta pela copa.')],
      },
      {
        type: 'table',
        content: [row('tableHeader', 'Item', 'Situação'), row('tableCell', 'Amendoeira, 8 m', 'Poda de limpeza')],
      },
      paragraph('body', text('Pede-se resposta em 5 dias úteis.')),
    ),
    section('closing', false, paragraph('left', text('Atenciosamente,'))),
    section('signature', true, paragraph('center', text('(assinatura eletrônica)'))),
    section(
      'footer',
      true,
      paragraph('center', variable('unidade_endereco', 'Rua Dona Maria Alves, 865, Centro, Ubatuba/SP')),
    ),
  ],
}

/** A PDF of some pages with a font that is not embedded, so that the reader's own fonts are proven too. */
export function samplePdf(pages = 12) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids = []
  for (let page = 1; page <= pages; page += 1) {
    const lines = [
      `Requerimento - folha ${page}`,
      'Ao senhor Prefeito do Munic\\355pio de Ubatuba,',
      'Maria das Dores Ferreira requer a poda da \\341rvore em frente ao n\\372mero 120',
      'da Rua das Palmeiras, por risco de queda sobre a cal\\347ada.',
      'Nestes termos, pede deferimento.',
    ]
    const stream = `BT /F1 14 Tf 72 760 Td 22 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
    kids.push(`${objects.length + 1} 0 R`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
