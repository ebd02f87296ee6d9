const documents = (count: number) => (count === 1 ? '1 documento' : `${count.toLocaleString('pt-BR')} documentos`)

/** What a search inside the process found. */
export const soughtMessages = {
  results: 'Resultado da procura no processo',
  progress: 'Procurando nos documentos do processo',
  found: (hits: number, looked: number) => `${documents(hits)} de ${looked.toLocaleString('pt-BR')} olhados.`,
  unread: (count: number) =>
    count === 1 ? '1 arquivo ainda sem texto extraído só foi procurado pelo título.' : `${count.toLocaleString('pt-BR')} arquivos ainda sem texto extraído só foram procurados pelo título.`,
  nothing: (words: string) => `Nenhum documento com “${words}”`,
  nothingText: 'A procura vale para o começo das palavras do título, do número, das pessoas e do texto do que você pode ler.',
  inText: 'No texto',
  inCard: 'No título ou nos dados',
  more: (left: number) => `Continuar nos outros ${documents(left)}`,
}
