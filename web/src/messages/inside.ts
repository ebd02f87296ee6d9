/** What leads from one part of a document to another: footnotes, table of contents, references (DOC-03). */
export const insideMessages = {
  noteMenu: 'Nota de rodapé',
  noteTitle: 'Nota de rodapé',
  noteLabel: 'Texto da nota',
  noteHint:
    'O número é posto pelo sistema. Enter começa outra linha; Ctrl+B põe em negrito e Ctrl+I em itálico. Sem texto, a nota sai do documento.',
  noteConfirm: 'Pôr a nota',
  noteRemove: 'Retirar a nota',
  noteText: (words: string) => `[Nota de rodapé: ${words}]`,

  contentsMenu: 'Sumário',
  contents: 'Sumário',
  noHeadings: 'Os títulos do texto aparecem aqui. Use os estilos Título 1 a Título 4.',

  placeMenu: 'Referência a outro trecho',
  placeTitle: 'Referência a outro trecho deste documento',
  placeFind: 'Procurar',
  placeFindHint: 'Parte do título ou do texto do artigo, do item ou da legenda.',
  places: 'Trechos',
  placeConfirm: 'Inserir',
  noPlaces:
    'Ainda não há a que se referir. Títulos, artigos, parágrafos numerados e legendas de figura e de tabela aparecem aqui.',
  noneFound: 'Nenhum trecho combina.',
  broken: '[trecho que não existe mais]',
  brokenHint: 'O trecho a que o texto se referia não existe mais.',
}
