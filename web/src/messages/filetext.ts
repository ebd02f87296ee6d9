export const fileTextMessages = {
  section: 'Texto do arquivo',
  loading: 'Consultando o texto do arquivo…',
  waiting: 'Texto sendo extraído…',
  recognizing: (read: number, pages: number) =>
    pages === 1
      ? `${read} de 1 página lida da imagem.`
      : `${read.toLocaleString('pt-BR')} de ${pages.toLocaleString('pt-BR')} páginas lidas da imagem.`,
  recognition: 'Leitura das imagens das páginas',
  waitingText: 'Você pode continuar trabalhando: ele aparece aqui quando estiver pronto.',
  extracted: 'Texto extraído',
  recognized: 'Texto reconhecido (OCR)',
  partly: 'Texto extraído e reconhecido (OCR)',
  recognizedText: 'Foi lido das imagens das páginas e pode ter erros: confira com o original.',
  partlyText: (pages: number, of: number) =>
    `${pages === 1 ? '1 página foi lida' : `${pages} páginas foram lidas`} da imagem, de um total de ${of}, e pode haver erros: confira com o original.`,
  unread: (pages: number) => (pages === 1 ? '1 página não pôde ser lida.' : `${pages} páginas não puderam ser lidas.`),
  absent: 'O texto deste arquivo ainda não foi extraído.',
  empty: 'Sem texto',
  failed: 'Não foi possível extrair o texto',
  ask: 'Extrair o texto',
  again: 'Tentar de novo',
  asked: 'O texto está sendo extraído.',
  read: 'Ler o texto',
  hide: 'Esconder o texto',
  copy: 'Copiar texto',
  copied: 'Texto copiado.',
  notCopied: 'Não foi possível copiar. Abra o texto, selecione-o e copie.',
  unreachable: 'Não foi possível buscar o texto. Verifique a conexão e tente de novo.',
  opening: 'Abrindo o texto…',
  find: 'Localizar no texto',
  found: (hits: number, pages: number) => {
    if (hits === 0) return 'Nada encontrado.'
    const where = pages === 1 ? 'em 1 página' : `em ${pages} páginas`
    return `${hits === 1 ? '1 ocorrência' : `${hits.toLocaleString('pt-BR')} ocorrências`} ${where}.`
  },
  page: (number: number) => `Página ${number}`,
  blank: 'Página sem texto.',
  more: (pages: number) => (pages === 1 ? 'Mostrar mais 1 página' : `Mostrar mais ${pages} páginas`),
}
