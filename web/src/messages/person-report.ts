export const personReportMessages = {
  page: 'Relatório do titular de dados',
  intro:
    'Tudo o que há sobre uma pessoa e quem viu, para responder a quem pede (LGPD, art. 18). O relatório que você faz também fica registrado.',
  find: 'Pessoa',
  findHint: 'Três letras do nome, o usuário ou o CPF inteiro de um usuário',
  kinds: { user: 'usuário', contact: 'contato' },
  note: (kind: string, note: string) => (note ? `${kind}, ${note}` : kind),
  reportOf: (name: string) => `Relatório de ${name}`,
  madeAt: (when: string) => `Feito em ${when}.`,
  empty: 'Nada registrado.',
  more: 'Há mais: baixe a planilha.',
  moreRows: 'Mostrar mais',
  download: 'Baixar em planilha',
  downloaded: (rows: number, complete: boolean) => {
    const lines = rows === 1 ? '1 linha' : `${rows.toLocaleString('pt-BR')} linhas`
    return complete ? `Planilha com ${lines}.` : `Planilha com ${lines}; há mais do que ela comporta.`
  },
  fileName: (id: string, day: string) => `titular-${id}-${day}.csv`,
}
