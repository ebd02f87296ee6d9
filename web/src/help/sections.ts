import { FIRST_CHAPTER, type ManualPlace } from './manual'

const at = (chapter: string, section?: string): ManualPlace => ({ chapter, section })

/** What each screen is explained by: the path of its route, and where the manual says it. A test holds it complete. */
export const SECTIONS: Record<string, ManualPlace> = {
  '/': at('primeiros-passos'),
  '/entrar': at('primeiros-passos', 'entrar'),
  '/entrar/retorno': at('primeiros-passos', 'entrar'),
  '/esqueci-a-senha': at('primeiros-passos', 'entrar'),
  '/senha': at('primeiros-passos', 'entrar'),
  '/caixa': at('caixa'),
  '/acessos': at('primeiros-passos', 'a-sua-conta'),
  '/sigilosos': at('sigilosos', 'abrir-e-fechar'),
  '/acervo': at('sigilosos', 'acervo-de-sigilosos'),
  '/blocos': at('blocos'),
  '/bloco/$blockId': at('blocos', 'ler-e-assinar'),
  '/grupos-de-blocos': at('blocos', 'grupos-de-blocos'),
  '/para-assinar': at('blocos', 'o-que-espera-por-você'),
  '/assinatura-govbr': at('escrever-e-assinar', 'com-a-conta-govbr'),
  '/sobrestados': at('vinculos', 'sobrestar'),
  '/concluidos': at('concluir-e-reabrir', 'reabrir'),
  '/marcadores': at('organizar', 'marcadores'),
  '/listas': at('organizar', 'lista-de-verificação'),
  '/fases': at('organizar', 'pontos-de-controle'),
  '/lixeira': at('depois-de-escrever', 'lixeira'),
  '/painel': at('organizar', 'painel-da-unidade'),
  '/acompanhamento': at('organizar', 'acompanhamento-especial'),
  '/quadro': at('organizar', 'quadro-da-unidade'),
  '/retornos': at('enviar-e-receber', 'o-calendário'),
  '/grupos-de-envio': at('enviar-e-receber', 'grupos-de-envio'),
  '/pontos-de-controle': at('organizar', 'pontos-de-controle'),
  '/documento-em-varios': at('documento-em-varios'),
  '/numeracao': at('numeracao'),
  '/administracao/usuarios': at('administracao', 'usuários'),
  '/administracao/usuario': at('administracao', 'permissões'),
  '/administracao/tabelas/$table': at('administracao', 'órgãos-unidades-e-tabelas'),
  '/administracao/planilhas/$table': at('administracao', 'planilhas'),
  '/administracao/implantacao': at('implantacao'),
  '/administracao/sistemas': at('administracao', 'sistemas-integrados'),
  '/administracao/sistemas/$service': at('administracao', 'sistemas-integrados'),
  '/administracao/perfis': at('administracao', 'quem-pode-o-quê'),
  '/administracao/historico': at('administracao', 'histórico-do-cadastro'),
  '/auditoria': at('auditoria'),
  '/titular': at('auditoria', 'o-relatório-do-titular-de-dados'),
  '/eliminacao': at('eliminar-dados'),
  '/guarda-de-dados': at('eliminar-dados', 'guarda-de-dados'),
  '/fluxos': at('fluxos', 'escrever-e-publicar-administração'),
  '/planos': at('organizar', 'manter-os-planos-administração'),
  '/textos-padrao': at('textos-padrao-e-favoritos', 'textos-padrão'),
  '/textos-padrao/novo': at('textos-padrao-e-favoritos', 'textos-padrão'),
  '/textos-padrao/$textId': at('textos-padrao-e-favoritos', 'textos-padrão'),
  '/favoritos': at('textos-padrao-e-favoritos', 'favoritos'),
  '/seguranca': at('acesso-e-seguranca'),
  '/duas-etapas': at('acesso-e-seguranca', 'para-quem-administra'),
  '/trabalhos': at('caixa', 'até-500-de-uma-vez'),
  '/trabalho/$jobId': at('caixa', 'até-500-de-uma-vez'),
  '/processo/novo': at('iniciar-processo'),
  '/numero/$number': at('primeiros-passos', 'o-menu-e-a-busca'),
  '/processo/$processId': at('enviar-e-receber'),
  '/processo/$processId/documento/$documentId': at('escrever-e-assinar', 'assinar'),
  '/processo/$processId/alterar': at('iniciar-processo', 'corrigir-depois'),
  '/processo/$processId/incluir': at('escrever-e-assinar', 'criar-o-documento'),
  '/processo/$processId/documento/$documentId/alterar': at('escrever-e-assinar', 'criar-o-documento'),
  '/processo/$processId/documento/$documentId/editar': at('escrever-e-assinar', 'o-editor'),
  '/processo/$processId/leitura': at('copias', 'ler-o-processo-inteiro-na-tela'),
  '/processo/$processId/documento/$documentId/ocultar': at('ocultar-trechos', 'marcar'),
  '/exercicios': at('aprender'),
  '/exercicios/progresso': at('aprender', 'acompanhar-os-colegas'),
  '/manual': at(FIRST_CHAPTER),
}

/** The side panels of a process, by what the address calls them. */
export const PANEL_SECTIONS: Record<string, ManualPlace> = {
  dados: at('iniciar-processo', 'corrigir-depois'),
  tramitacoes: at('enviar-e-receber', 'acompanhar'),
  vinculos: at('vinculos', 'relacionar'),
  unidade: at('organizar', 'no-processo'),
  comentarios: at('depois-de-escrever', 'comentários'),
  plano: at('organizar', 'plano-de-trabalho'),
  fluxo: at('fluxos', 'seguir-um-fluxo'),
  credenciais: at('sigilosos', 'credenciais'),
}

/** Where the manual explains what is on the screen. */
export function sectionFor(path: string | undefined, panel: unknown): ManualPlace {
  const ofPanel = path?.startsWith('/processo/$processId') && typeof panel === 'string' ? PANEL_SECTIONS[panel] : undefined
  return ofPanel ?? SECTIONS[path ?? ''] ?? at(FIRST_CHAPTER)
}
