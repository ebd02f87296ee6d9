/** Circulars, and the e-mails of a signing block (DOC-19). */
export const circularMessages = {
  act: 'Gerar circular…',
  title: (name: string) => `Gerar circular de ${name}`,
  intro:
    'Cada destinatário recebe um documento próprio, com número próprio e o texto deste. Todos entram num bloco de assinatura, como minutas. Este documento não muda.',
  fieldHint: 'Onde o texto diz {{destinatario}}, entra o nome de cada um.',
  addressees: 'Destinatários',
  addresseesMissing: 'Escolha ao menos um destinatário.',
  block: 'Bloco de assinatura',
  blockMissing: 'Escolha um bloco ou crie um novo.',
  confirm: (count: number) => (count === 1 ? 'Gerar 1 documento' : `Gerar ${count} documentos`),
  confirmNone: 'Gerar documentos',

  mailAct: 'Enviar aos destinatários por e-mail…',
  mailTitle: (number: string) => `Enviar por e-mail os documentos do bloco ${number}`,
  mailIntro:
    'Cada documento assinado vai em PDF, só para os seus destinatários, da caixa da unidade. Minutas e documentos sem destinatário com e-mail ficam de fora, e o resultado diz quais. Cada e-mail fica no processo como documento.',
  mailAgain: 'Quem já recebeu recebe de novo: para enviar só o que falta, tire do bloco o que já foi.',
  mailConfirm: 'Enviar e-mails',
}
