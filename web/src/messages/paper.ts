/** Number and date of a process that comes from paper (PRO-06). */
export const paperMessages = {
  has: 'Este processo já tem número, vem do papel',
  hasHint: 'Marque para informar o número e a data de autuação que ele já tem, em vez de receber um número novo.',
  number: 'Número do processo',
  numberHint: (shape: string) => `Na forma ${shape}; os pontos, barras e hifens podem faltar.`,
  numberMissing: 'Informe o número do processo.',
  filedOn: 'Data de autuação',
  filedOnHint: 'A do processo de papel. Prazos e andamento contam a partir de hoje, do que se fizer aqui.',
  filedOnMissing: 'Informe a data de autuação.',

  title: (nup: string) => `Alterar o número do processo ${nup}`,
  intro: 'O número de agora continua a encontrar o processo na pesquisa. A alteração fica no andamento.',
  confirm: 'Alterar número e data',
  done: (nup: string) => `Número e data alterados. Processo ${nup}.`,
}
