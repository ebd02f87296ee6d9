/** Duplicar processo (PRO-12). */
export const duplicateMessages = {
  act: 'Duplicar processo…',
  title: (nup: string) => `Duplicar o processo ${nup}`,
  confirm: 'Duplicar',
  intro: 'Gera um processo novo na sua unidade, com o mesmo tipo, assuntos e nível de acesso.',
  documents: 'Documentos',
  all: 'Todos',
  some: 'Escolher',
  noneChosen: 'Escolha ao menos um documento.',
  documentsNote:
    'Os documentos recebem números novos e vão sem assinaturas e ciências: o que era assinado vira minuta. Minutas e documentos cancelados não são copiados.',
  parties: 'Interessados',
  sameParties: 'Os mesmos',
  otherParties: 'Outros',
  newParties: 'Interessados do processo novo',
  newPartiesHint: 'Vazio, o processo novo começa sem interessados.',
  relations: 'Manter os relacionamentos',
  relationsHint: 'O processo novo fica relacionado aos mesmos processos que este.',
  started: (nup: string) => `Processo ${nup} gerado; os documentos estão sendo copiados.`,
}
