/** Reading a whole process in one scroll. */
export const readingMessages = {
  act: 'Ler em sequência',
  title: (nup: string) => `Leitura do processo ${nup}`,
  back: 'Voltar ao processo',
  hint: 'Os documentos aparecem na ordem da árvore, um abaixo do outro. Ler um documento assinado por outra unidade fecha a caneta dele.',
  empty: 'Nenhum documento ainda',
  emptyText: 'Quando houver documentos, eles aparecem aqui, um abaixo do outro.',
  place: (place: number, of: number) => `Documento ${place} de ${of}`,
  showFile: 'Mostrar o arquivo aqui',
}
