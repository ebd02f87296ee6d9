const people = (count: number) => (count === 1 ? '1 pessoa' : `${count} pessoas`)

/** The permissions of a unit copied to another (ACC-09). */
export const unitGrantMessages = {
  title: 'Copiar permissões entre unidades',
  explanation:
    'Quem tem permissão na primeira unidade recebe a mesma na segunda. O que cada um já tem continua, e o que está fora de vigor ou é em substituição não se copia.',
  source: 'Da unidade',
  target: 'Para a unidade',
  missing: 'Escolha a unidade.',
  check: 'Conferir antes de copiar',
  confirm: (count: number) => (count === 0 ? 'Nada a copiar' : `Copiar para ${people(count)}`),
  report: 'O que muda',
  ready: (count: number, all: number) =>
    all === 0
      ? 'Ninguém tem permissão na primeira unidade.'
      : count === 0
        ? 'Nada a copiar: ninguém tem, na primeira unidade, o que não tenha na segunda.'
        : `${people(count)} de ${all} ${count === 1 ? 'recebe' : 'recebem'} permissão. Nada foi gravado ainda.`,
  person: 'Pessoa',
  gets: 'Recebe',
  same: 'Já tem as mesmas permissões.',
  close: 'Fechar',
}
