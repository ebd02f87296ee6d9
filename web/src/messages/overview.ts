/** The panel beside a text that is being written: its headings, what it lacks, how long it is (DOC-03). */
export const textOverviewMessages = {
  open: 'Conferir',
  title: 'Conferência do texto',
  close: 'Fechar a conferência',
  lacks: 'Antes de assinar',
  nothing: 'Nada a corrigir: os campos, as citações e as imagens estão em ordem, e nenhum dado pessoal foi encontrado.',
  loading: 'Conferindo o texto…',
  goTo: 'Ir ao trecho',
  goToLabel: (finding: string) => `Ir ao trecho: ${finding}`,
  outline: 'Títulos',
  noHeadings: 'Nenhum título ainda. Em Estilo, ou com Ctrl+Shift+1 a 4, uma linha vira título e aparece aqui.',
  words: (count: number) => (count === 1 ? '1 palavra' : `${count.toLocaleString('pt-BR')} palavras`),
}
