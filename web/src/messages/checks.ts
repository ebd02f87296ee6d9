/** What the text still lacks before it is signed (DOC-03). */
export const checkMessages = {
  title: 'Antes de assinar, confira',
  emptyField: (name: string) => `O campo “${name}” está em branco.`,
  unfilled: (words: string) => `Falta preencher ${words}.`,
  brokenReference: (number: string) => `O texto cita o número ${number}, que não existe ou a que você não tem acesso.`,
  brokenPlace: 'O texto se refere a um trecho deste documento que não existe mais.',
  personalData: (words: string) =>
    `O documento é público e o texto traz um dado pessoal: ${words}. Retire-o, se não for indispensável, ou restrinja o acesso.`,
  image: 'Há imagem sem descrição: o documento só é assinado com ela.',
}
