import type { Pen } from '../api/types'

const pens: Record<Exclude<Pen, 'none'>, { name: string; meaning: string }> = {
  unseen: {
    name: 'Caneta amarela',
    meaning:
      'Assinado e ainda não aberto por outra unidade: ainda pode ser alterado, e alterar cancela as assinaturas.',
  },
  seen: {
    name: 'Caneta preta',
    meaning: 'Assinado e já aberto por outra unidade: não pode mais ser alterado.',
  },
}

export const viewerMessages = {
  loading: 'Abrindo o documento…',
  panelLabel: (title: string, number: string) => `${title} (${number})`,
  actions: 'Ações do documento',
  edit: 'Editar',
  sign: 'Assinar',
  pdf: 'Ver em PDF',
  download: 'Baixar',
  change: 'Alterar dados',
  delete: 'Excluir',
  cancel: 'Cancelar documento',
  versionsHint: 'As versões ficam no editor.',
  pens,
  frameTitle: (title: string, number: string) => `Texto de ${title} ${number}`,
  createdBy: (name: string, unit: string, when: string) => `Incluído por ${name} (${unit}) em ${when}`,

  notVisibleTitle: 'O conteúdo deste documento não está disponível para você.',
  notVisibleText: 'Ele tem acesso restrito ou é uma minuta de outra unidade.',
  notVisibleAsk: (unit: string) => `Se precisar dele, peça a ${unit}.`,
  cancelledTitle: 'Este documento foi cancelado.',
  cancelledText: 'O registro continua no processo, mas o conteúdo não pode mais ser lido.',
  noContent: 'O conteúdo deste documento ainda não pode ser mostrado. Tente de novo em alguns instantes.',

  signatures: 'Assinaturas',
  noSignatures: 'Nenhuma assinatura.',
  signatureLine: (role: string, unit: string) => `${role}, ${unit}`,
  signedAt: (when: string) => `Assinado em ${when}`,
  methods: { password: 'com login e senha' } as Record<string, string>,
  verifier: 'Código verificador',
  crc: 'CRC',
  check: 'Conferir autenticidade',

  fileTitle: 'Arquivo recebido',
  fileText: 'Este tipo de arquivo não é mostrado aqui. Baixe para abrir no seu computador.',
  fileFailed: 'Não foi possível ler o arquivo. Verifique a conexão e tente de novo.',
  fileSize: 'Tamanho',
  fileType: 'Tipo',
  imageAlternative: (title: string) => `Imagem do documento ${title}`,

  preparingPdf: 'Preparando o PDF…',
  tabBlocked: 'O navegador bloqueou a nova aba. Permita abrir abas deste endereço e tente de novo.',
  saveFirst: 'O texto ainda não foi salvo. Tente de novo em instantes.',

  pdfViewer: {
    label: 'Leitor de PDF',
    toolbar: 'Controles do PDF',
    pages: (title: string) => `Páginas de ${title}`,
    page: 'Página',
    pageOf: (total: number) => `de ${total}`,
    pageLabel: (number: number, total: number) => `Página ${number} de ${total}`,
    previous: 'Página anterior',
    next: 'Próxima página',
    zoomIn: 'Aumentar',
    zoomOut: 'Diminuir',
    zoom: 'Zoom',
    fitWidth: 'Largura',
    rotate: 'Girar',
    find: 'Localizar no PDF',
    findNext: 'Próxima',
    findPrevious: 'Anterior',
    searching: 'Procurando…',
    found: (current: number, total: number) => `${current} de ${total}`,
    notFound: 'Nenhuma ocorrência',
    noText: 'Este PDF é uma imagem: não há texto para procurar.',
    opening: 'Abrindo o PDF…',
    lost: 'A leitura do PDF foi interrompida. Abra o documento de novo para continuar.',
    failed: 'Não foi possível mostrar este PDF. Baixe o arquivo para abrir no seu computador.',
    protected: 'Este PDF tem senha. Baixe o arquivo para abrir no seu computador.',
  },
}
