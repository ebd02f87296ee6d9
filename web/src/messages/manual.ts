/** Help: the section of the manual that explains the screen, and the whole manual. */
export const manualMessages = {
  title: 'Ajuda',
  close: 'Fechar a ajuda',
  closeShort: 'Fechar',
  ofThisScreen: 'Ajuda desta tela',
  chapters: 'Todos os capítulos',
  whole: 'Abrir o manual inteiro',
  wholeChapter: 'Ler o capítulo inteiro',
  firstSteps: 'Primeiros passos',
  shortcuts: 'Atalhos do teclado',
  search: 'Procurar no manual',
  searchHint: 'Uma ou mais palavras, com ou sem acento.',
  find: 'Procurar',
  found: (count: number, asked: string) =>
    count === 1 ? `1 trecho com “${asked}”` : `${count.toLocaleString('pt-BR')} trechos com “${asked}”`,
  foundNothing: (asked: string) => `Nada no manual com “${asked}”. Tente uma palavra só, ou outra que diga o mesmo.`,
  table: (number: number) => `Tabela ${number} do manual`,
  loading: 'Abrindo o manual…',
  broken: 'O manual não abriu. Confira a conexão e tente de novo.',
  again: 'Tentar de novo',
  manual: 'Manual',
}
