import type { KeyAct } from '../shell/keymap'

/** Sheet of keyboard shortcuts: what each key does, in the words of the screens. */
export interface Shortcut {
  press: string[]
  does: string
  /** A single key that the person may change. */
  act?: KeyAct
}

const groups: { name: string; keys: Shortcut[] }[] = [
  {
    name: 'Em qualquer tela',
    keys: [
      { press: ['Ctrl+K'], does: 'Procurar um ato, uma tela ou um processo' },
      { press: [], act: 'help', does: 'Mostrar a ajuda desta tela' },
      { press: [], act: 'go', does: 'Ir para: depois C, caixa; A, atribuídos a mim; S, para assinar; P, prazos; B, blocos; Q, quadro' },
      { press: [], act: 'nextTab', does: 'Próximo processo em aba' },
      { press: [], act: 'previousTab', does: 'Processo em aba anterior' },
      { press: ['Alt+1'], does: 'Ir para o conteúdo' },
      { press: ['Alt+2'], does: 'Ir para o menu' },
      { press: ['Alt+3'], does: 'Ir para a busca' },
      { press: ['Alt+4'], does: 'Ir para o rodapé' },
      { press: ['Alt+U'], does: 'Trocar de unidade' },
    ],
  },
  {
    name: 'Na caixa',
    keys: [
      { press: ['↑', '↓'], does: 'Percorrer os processos' },
      { press: [], act: 'next', does: 'Próximo processo' },
      { press: [], act: 'previous', does: 'Processo anterior' },
      { press: ['Home', 'End'], does: 'Primeiro e último da lista' },
      { press: ['Enter'], does: 'Abrir o processo' },
      { press: ['Espaço'], does: 'Selecionar ou tirar da seleção' },
      { press: [], act: 'choose', does: 'Selecionar ou tirar da seleção, sem sair da lista' },
      { press: ['Shift+↑', 'Shift+↓'], does: 'Selecionar vários seguidos' },
      { press: [], act: 'preview', does: 'Abrir ou fechar a pré-visualização' },
      { press: ['Ctrl+A'], does: 'Selecionar todos' },
      { press: ['Esc'], does: 'Limpar a seleção' },
    ],
  },
  {
    name: 'Na caixa e no processo',
    keys: [
      { press: [], act: 'assign', does: 'Atribuir' },
      { press: [], act: 'send', does: 'Enviar' },
      { press: [], act: 'conclude', does: 'Concluir' },
      { press: [], act: 'note', does: 'Anotar (na caixa)' },
      { press: [], act: 'deadline', does: 'Definir o prazo (na caixa)' },
      { press: [], act: 'label', does: 'Pôr marcador (na caixa)' },
      { press: [], act: 'unread', does: 'Marcar como não visualizado' },
      { press: [], act: 'sought', does: 'Ir para os filtros (na caixa) ou para a procura nos documentos (no processo)' },
      { press: [], act: 'include', does: 'Incluir documento (no processo)' },
      { press: [], act: 'upload', does: 'Enviar arquivos (no processo)' },
      { press: [], act: 'history', does: 'Ver o andamento (no processo)' },
    ],
  },
  {
    name: 'No processo',
    keys: [
      { press: [], act: 'keepTab', does: 'Manter o processo em aba, ou soltá-lo' },
      { press: [], act: 'sign', does: 'Assinar o documento aberto' },
      { press: [], act: 'previousDocument', does: 'Ler o documento anterior' },
      { press: [], act: 'nextDocument', does: 'Ler o próximo documento' },
      { press: ['↑', '↓'], does: 'Percorrer a lista de documentos' },
      { press: ['→', '←'], does: 'Abrir e fechar um grupo de documentos' },
      { press: ['Page Up', 'Page Down'], does: 'Saltar doze documentos' },
      { press: ['Enter'], does: 'Ler o documento' },
      { press: ['letras', 'números'], does: 'Na lista: saltar até o documento pelo nome ou pelo número' },
      { press: ['←', '→'], does: 'Na divisória: mudar a largura do painel' },
    ],
  },
  {
    name: 'Nas abas',
    keys: [
      { press: ['←', '→'], does: 'Ir de uma aba a outra' },
      { press: ['Shift+←', 'Shift+→'], does: 'Mudar a aba de lugar' },
      { press: ['Delete'], does: 'Fechar a aba' },
    ],
  },
  {
    name: 'No texto do documento',
    keys: [
      { press: ['Ctrl+S'], does: 'Salvar' },
      { press: ['Ctrl+F'], does: 'Localizar e substituir' },
      { press: ['Ctrl+B', 'Ctrl+I', 'Ctrl+U'], does: 'Negrito, itálico, sublinhado' },
      { press: ['Ctrl+Shift+1 a 4'], does: 'Fazer da linha um título, do nível 1 ao 4, ou texto de novo' },
      { press: ['Ctrl+K'], does: 'Pôr um link' },
      { press: ['#'], does: 'Citar um documento pelo número' },
      { press: ['@'], does: 'Pôr o nome de uma pessoa ou de uma unidade' },
      { press: ['/'], does: 'Inserir um texto padrão' },
      { press: ['Ctrl+Enter'], does: 'Quebra de página' },
      { press: ['Ctrl+Z', 'Ctrl+Y'], does: 'Desfazer e refazer' },
      { press: ['Alt+F10'], does: 'Ir para a barra de ferramentas' },
      { press: ['Esc'], does: 'Voltar da barra ao texto' },
    ],
  },
  {
    name: 'Nas janelas',
    keys: [
      { press: ['Ctrl+Enter'], does: 'Confirmar' },
      { press: ['Esc'], does: 'Desistir e fechar' },
    ],
  },
]

export const helpMessages = {
  title: 'Atalhos do teclado',
  singleLettersOn: 'Os atalhos de uma tecla só funcionam fora dos campos de texto. Para desligá-los, abra o menu da sua conta.',
  singleLettersOff: 'Os atalhos de uma tecla estão desligados neste computador. Para ligá-los, abra o menu da sua conta.',
  change: 'Trocar',
  changeOf: (does: string) => `Trocar a tecla: ${does}`,
  pressNow: 'Aperte a tecla nova. Esc desiste.',
  taken: (key: string, does: string) => `A tecla ${key} já faz outra coisa: ${does}.`,
  notChoosable: 'Escolha uma letra, um número ou um sinal.',
  changed: (does: string, key: string) => `Agora a tecla é ${key}: ${does}.`,
  reset: 'Voltar às teclas originais',
  wasReset: 'As teclas voltaram às originais.',
  accessKeys: 'No Firefox, use Alt+Shift no lugar de Alt com os números e com U; no macOS, Control+Option.',
  groups,
}
