/** What may be taken away of a process or document: number, name, link, citation (PRO-21). */
export const copyingMessages = {
  menu: 'Copiar',
  menuOf: (number: string) => `Copiar número ou link de ${number}`,
  number: 'Copiar o número',
  nameAndNumber: 'Copiar o nome e o número',
  numberAndType: 'Copiar o número e o tipo',
  link: 'Copiar o link',
  forEditor: 'Copiar para citar no editor',
  copied: (what: string) => `Copiado: ${what}`,
  citation: (number: string) => `Copiado: ${number}. Cole no texto de um documento para citá-lo.`,
  failed: 'Não foi possível copiar. Selecione e copie pelo teclado.',
}
