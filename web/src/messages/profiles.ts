/** The choice of the acts of a profile that the city makes (ACC-10). */
export const profileMessages = {
  always: 'Todo perfil já inclui consultar tabelas, unidades, pessoas de uma unidade e fluxos.',
  from: 'Começar dos atos de outro perfil',
  fromHint: 'Marca os atos desse perfil e desmarca os outros. Os que são só do perfil Administrador, da auditoria e do acervo de sigilosos não passam.',
  nothing: 'Não, escolher um a um',
  find: 'Procurar ato',
  none: 'Nenhum ato com esse nome.',
  chosen: (count: number, of: number) => (count === 1 ? `1 de ${of} atos marcado.` : `${count} de ${of} atos marcados.`),
}
