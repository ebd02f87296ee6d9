/** People and units named in a text by `@` (web.md, W3). */
export const mentionMessages = {
  menu: 'Pessoa ou unidade',
  words: {
    title: 'Citar pessoa ou unidade',
    confirm: 'Inserir',
    find: 'Nome ou sigla',
    findHint:
      'Parte do nome ou a sigla, e Enter insere a primeira. Aparecem as pessoas da sua unidade e das que têm o processo; para as de outra, digite também a sigla dela.',
    choose: 'Pessoas e unidades',
  },
  none: 'Ninguém e nenhuma unidade com essas palavras. Confira a escrita ou digite também a sigla da unidade.',
  refused: 'Nada a inserir: digite de outro modo ou cancele.',
  person: (name: string, unit: string) => `${name} (${unit})`,
  unit: (name: string, acronym: string) => `${name} (${acronym})`,
}
