/** The parts of a norm, as they are written in it and as they are cited. */
export const normMessages = {
  soleClause: 'Parágrafo único.',
  article: (number: string) => `Art. ${number}`,
  cited: {
    soleClause: 'parágrafo único',
    article: 'art.',
    inciso: (number: string) => `inciso ${number}`,
    subitem: (letter: string) => `alínea “${letter}”`,
    item: (number: string) => `item ${number}`,
  },
}
