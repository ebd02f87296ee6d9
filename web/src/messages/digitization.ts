/** What is told of a digitized document (Decreto 10.278/2020). */
export const digitizationMessages = {
  title: 'Dados da digitalização',
  author: 'Autor do original',
  date: 'Data do original',
  digitized: 'Digitalização',
  digitizedLine: (when: string, place: string, by: string) => `${when}, em ${place}, por ${by}`,
  check: 'Tipo de conferência',
  genre: 'Gênero',
  paper: 'Papel',
  paperKept: 'Vai para o arquivo',
  identifier: 'Identificador',
  digest: 'Resumo do arquivo (SHA-256)',
  classes: 'Classificação',
  term: (active: string, semiActive: number | null, disposition: string) =>
    `${active}${semiActive === null ? '' : `, mais ${years(semiActive)} no arquivo intermediário`}; ${disposition}`,
  active: (count: number | null, event: string) =>
    [count === null ? '' : years(count), event].filter(Boolean).join(' ') || 'Prazo não definido',
  dispositions: { permanent: 'guarda permanente', disposal: 'eliminação' },
}

function years(count: number): string {
  return count === 1 ? '1 ano' : `${count} anos`
}
