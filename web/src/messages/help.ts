/** Sheet of keyboard shortcuts: what each key does, in the words of the screens. */
interface Shortcut {
  press: string[]
  does: string
}

const groups: { name: string; keys: Shortcut[] }[] = [
  {
    name: 'Em qualquer tela',
    keys: [
      { press: ['Ctrl+K'], does: 'Procurar um ato, uma tela ou um processo' },
      { press: ['?'], does: 'Mostrar estes atalhos' },
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
      { press: ['↑', '↓', 'K', 'J'], does: 'Percorrer os processos' },
      { press: ['Home', 'End'], does: 'Primeiro e último da lista' },
      { press: ['Enter'], does: 'Abrir o processo' },
      { press: ['Espaço', 'X'], does: 'Selecionar ou tirar da seleção' },
      { press: ['Shift+↑', 'Shift+↓'], does: 'Selecionar vários seguidos' },
      { press: ['Ctrl+A'], does: 'Selecionar todos' },
      { press: ['Esc'], does: 'Limpar a seleção' },
      { press: ['A'], does: 'Atribuir' },
      { press: ['E'], does: 'Enviar' },
      { press: ['C'], does: 'Concluir' },
      { press: ['N'], does: 'Anotar' },
      { press: ['P'], does: 'Definir o prazo' },
    ],
  },
  {
    name: 'No processo',
    keys: [
      { press: ['↑', '↓'], does: 'Percorrer a lista de documentos' },
      { press: ['→', '←'], does: 'Abrir e fechar um grupo de documentos' },
      { press: ['Page Up', 'Page Down'], does: 'Saltar doze documentos' },
      { press: ['Enter'], does: 'Ler o documento' },
      { press: ['letras', 'números'], does: 'Na lista: saltar até o documento pelo nome ou pelo número' },
      { press: ['←', '→'], does: 'Na divisória: mudar a largura do painel' },
    ],
  },
  {
    name: 'No texto do documento',
    keys: [
      { press: ['Ctrl+S'], does: 'Salvar' },
      { press: ['Ctrl+F'], does: 'Localizar e substituir' },
      { press: ['Ctrl+B', 'Ctrl+I', 'Ctrl+U'], does: 'Negrito, itálico, sublinhado' },
      { press: ['Ctrl+K'], does: 'Pôr um link' },
      { press: ['#'], does: 'Citar um documento pelo número' },
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
  open: 'Ajuda',
  title: 'Atalhos do teclado',
  singleLettersOn: 'Os atalhos de uma tecla só funcionam fora dos campos de texto. Para desligá-los, abra o menu da sua conta.',
  singleLettersOff: 'Os atalhos de uma tecla estão desligados neste computador. Para ligá-los, abra o menu da sua conta.',
  accessKeys: 'No Firefox, use Alt+Shift no lugar de Alt com os números e com U; no macOS, Control+Option.',
  groups,
}
