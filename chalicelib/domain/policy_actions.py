"""Every act a route can declare, its name on the screen, and which profile holds it (ACC-10).

A later feature adds its act here, its title below, and its row in ``policy_rules``. A missing title or row is
found by the tests; besides, an act without a row is refused.
"""

from enum import StrEnum

from chalicelib.domain.access import Profile


class Action(StrEnum):
    """``<what>.<act>``; the value is the one sent to the web client and written in logs."""

    SESSION_START = "session.start"
    SESSION_READ = "session.read"
    SESSION_END = "session.end"
    SESSION_CHANGE_UNIT = "session.change_unit"
    SESSION_LIST_ACCESSES = "session.list_accesses"
    TENANT_READ = "tenant.read"
    SYSTEM_READ = "system.read"
    AUTHENTICITY_CHECK = "authenticity.check"
    AUTHENTICITY_READ_CONTENT = "authenticity.read_content"

    CATALOGUE_READ = "catalogue.read"
    UNIT_LIST = "unit.list"
    UNIT_LIST_USERS = "unit.list_users"
    CONTACT_LIST = "contact.list"
    CONTACT_CREATE = "contact.create"
    INBOX_READ = "inbox.read"
    FIND_BY_NUMBER = "find.by_number"
    UNIT_READ_ARRANGEMENT = "unit.read_arrangement"
    UNIT_ARRANGE = "unit.arrange"
    CHECKPOINT_DEFINE = "checkpoint.define"
    VIEW_KEEP = "view.keep"
    EMAIL_GROUP_KEEP = "email_group.keep"
    SENDING_GROUP_LIST = "sending_group.list"
    SENDING_GROUP_KEEP = "sending_group.keep"
    SENDING_GROUP_DEFINE = "sending_group.define"
    NUMBERING_ADJUST = "numbering.adjust"
    INBOX_EXPORT = "inbox.export"
    PANEL_READ = "panel.read"
    FOLLOW_UP_LIST = "follow_up.list"

    STANDARD_TEXT_LIST = "standard_text.list"
    STANDARD_TEXT_CREATE = "standard_text.create"
    STANDARD_TEXT_CHANGE = "standard_text.change"
    FAVOURITE_LIST = "favourite.list"
    FAVOURITE_KEEP = "favourite.keep"

    PROCESS_START = "process.start"
    PROCESS_LIST = "process.list"
    PROCESS_SEE = "process.see"
    PROCESS_EXPORT = "process.export"
    PROCESS_COPY = "process.copy"
    PROCESS_DUPLICATE = "process.duplicate"
    PROCESS_EDIT = "process.edit"
    PROCESS_ORDER = "process.order"
    PROCESS_DELETE = "process.delete"
    PROCESS_REMARK = "process.remark"
    PROCESS_RECORD_PROGRESS = "process.record_progress"
    PROCESS_RECEIVE = "process.receive"
    PROCESS_SEND = "process.send"
    PROCESS_MAIL = "process.mail"
    PROCESS_CONCLUDE = "process.conclude"
    PROCESS_REOPEN = "process.reopen"
    PROCESS_ASSIGN = "process.assign"
    PROCESS_NOTE = "process.note"
    PROCESS_LABEL = "process.label"
    PROCESS_DEADLINE = "process.deadline"
    PROCESS_CHECKPOINT = "process.checkpoint"
    PROCESS_CHECKLIST = "process.checklist"
    PROCESS_SUSPEND = "process.suspend"
    PROCESS_RESUME = "process.resume"
    PROCESS_RELATE = "process.relate"
    PROCESS_UNRELATE = "process.unrelate"
    PROCESS_ANNEX = "process.annex"
    PROCESS_UNANNEX = "process.unannex"
    PROCESS_LOCK = "process.lock"
    PROCESS_UNLOCK = "process.unlock"
    PROCESS_ACKNOWLEDGE = "process.acknowledge"
    PROCESS_MARK_UNREAD = "process.mark_unread"
    PROCESS_UNDO_CONCLUSION = "process.undo_conclusion"
    PROCESS_UNDO_SENDING = "process.undo_sending"
    PROCESS_PLAN = "process.plan"
    PROCESS_FOLLOW = "process.follow"
    FLOW_LIST = "flow.list"
    FLOW_PUBLISH = "flow.publish"
    FLOW_START = "flow.start"
    FLOW_ADVANCE = "flow.advance"
    FLOW_SKIP = "flow.skip"
    FLOW_HOLD = "flow.hold"
    FLOW_CANCEL = "flow.cancel"
    ROUTING_EXTEND = "routing.extend"
    ROUTING_WITHDRAW_RETURN = "routing.withdraw_return"

    DOCUMENT_CREATE = "document.create"
    DOCUMENT_UPLOAD = "document.upload"
    DOCUMENT_SEE_NODE = "document.see_node"
    DOCUMENT_READ = "document.read"
    DOCUMENT_EXTRACT_TEXT = "document.extract_text"
    DOCUMENT_READ_VERSIONS = "document.read_versions"
    DOCUMENT_EDIT = "document.edit"
    DOCUMENT_RESTORE_VERSION = "document.restore_version"
    DOCUMENT_EDIT_METADATA = "document.edit_metadata"
    DOCUMENT_SIGN = "document.sign"
    DOCUMENT_SIGN_MANY = "document.batch_sign"
    DOCUMENT_AUTHENTICATE = "document.authenticate"
    DOCUMENT_DELETE = "document.delete"
    DOCUMENT_CANCEL = "document.cancel"
    DOCUMENT_MOVE = "document.move"
    DOCUMENT_ACKNOWLEDGE = "document.acknowledge"
    DOCUMENT_LOCK = "document.lock"
    DOCUMENT_UNLOCK = "document.unlock"
    DOCUMENT_REDACT = "document.redact"
    TRASH_LIST = "trash.list"
    TRASH_READ = "trash.read"
    TRASH_RESTORE = "trash.restore"
    COMMENT_LIST = "comment.list"
    COMMENT_WRITE = "comment.write"

    BULK_ORDER = "bulk.order"
    JOB_LIST = "job.list"
    JOB_SEE = "job.see"
    JOB_CANCEL = "job.cancel"

    BLOCK_LIST = "block.list"
    BLOCK_CREATE = "block.create"
    BLOCK_GROUP_KEEP = "block_group.keep"
    BLOCK_READ_SIGNING_QUEUE = "block.read_signing_queue"
    BLOCK_SEE = "block.see"
    BLOCK_CHANGE = "block.change"
    BLOCK_FILL = "block.fill"
    BLOCK_INCLUDE_PROCESS = "block.include_process"
    BLOCK_INCLUDE_DOCUMENT = "block.include_document"
    BLOCK_ANNOTATE = "block.annotate"
    BLOCK_FLAG = "block.flag"
    BLOCK_ASSIGN = "block.assign"
    BLOCK_SHARE = "block.share"
    BLOCK_UNSHARE = "block.unshare"
    BLOCK_RETURN = "block.return"
    BLOCK_CONCLUDE = "block.conclude"
    BLOCK_REOPEN = "block.reopen"
    BLOCK_DELETE = "block.delete"


TITLES: dict[Action, str] = {
    Action.SESSION_START: "Entrar no sistema",
    Action.SESSION_READ: "Ver os próprios dados da sessão",
    Action.SESSION_END: "Sair do sistema",
    Action.SESSION_CHANGE_UNIT: "Trocar de unidade",
    Action.SESSION_LIST_ACCESSES: "Ver os próprios últimos acessos",
    Action.TENANT_READ: "Ver a identificação do município",
    Action.SYSTEM_READ: "Ver o estado e a documentação da interface do sistema",
    Action.AUTHENTICITY_CHECK: "Conferir a autenticidade de um documento",
    Action.AUTHENTICITY_READ_CONTENT: "Ler o documento na conferência de autenticidade",
    Action.CATALOGUE_READ: "Consultar tabelas (tipos, assuntos, hipóteses legais…)",
    Action.UNIT_LIST: "Consultar unidades",
    Action.UNIT_LIST_USERS: "Consultar os usuários de uma unidade",
    Action.CONTACT_LIST: "Consultar contatos",
    Action.CONTACT_CREATE: "Cadastrar contato",
    Action.INBOX_READ: "Controle de Processos",
    Action.FIND_BY_NUMBER: "Pesquisa rápida pelo número",
    Action.STANDARD_TEXT_LIST: "Ver os textos padrão da unidade",
    Action.STANDARD_TEXT_CREATE: "Criar texto padrão",
    Action.STANDARD_TEXT_CHANGE: "Alterar ou desativar texto padrão",
    Action.FAVOURITE_LIST: "Ver os favoritos da unidade",
    Action.FAVOURITE_KEEP: "Incluir e retirar favoritos",
    Action.UNIT_READ_ARRANGEMENT: "Consultar marcadores, pontos de controle e quadro da unidade",
    Action.UNIT_ARRANGE: "Manter os marcadores e o quadro da unidade",
    Action.CHECKPOINT_DEFINE: "Definir os pontos de controle das unidades",
    Action.VIEW_KEEP: "Salvar e excluir visões da caixa",
    Action.EMAIL_GROUP_KEEP: "Guardar e usar grupos de e-mail da unidade",
    Action.SENDING_GROUP_LIST: "Ver os grupos de envio",
    Action.SENDING_GROUP_KEEP: "Manter os grupos de envio da unidade",
    Action.SENDING_GROUP_DEFINE: "Manter os grupos de envio da instituição",
    Action.NUMBERING_ADJUST: "Ajustar a numeração dos tipos de documento",
    Action.INBOX_EXPORT: "Baixar a caixa em planilha",
    Action.PANEL_READ: "Painel de controle da unidade",
    Action.FOLLOW_UP_LIST: "Ver e excluir acompanhamentos especiais da unidade",
    Action.PROCESS_START: "Iniciar processo",
    Action.PROCESS_LIST: "Encontrar o processo em listas",
    Action.PROCESS_SEE: "Ver a árvore e o histórico do processo",
    Action.PROCESS_EXPORT: "Exportar o processo para conferência",
    Action.PROCESS_COPY: "Gerar o PDF ou o ZIP do processo",
    Action.PROCESS_DUPLICATE: "Duplicar o processo",
    Action.PROCESS_EDIT: "Alterar o processo",
    Action.PROCESS_ORDER: "Ordenar os documentos da árvore",
    Action.PROCESS_DELETE: "Excluir o processo",
    Action.PROCESS_REMARK: "Registrar observação da unidade",
    Action.PROCESS_RECORD_PROGRESS: "Atualizar andamento",
    Action.PROCESS_RECEIVE: "Receber o processo",
    Action.PROCESS_SEND: "Enviar o processo",
    Action.PROCESS_MAIL: "Enviar correspondência eletrônica",
    Action.PROCESS_CONCLUDE: "Concluir o processo na unidade",
    Action.PROCESS_REOPEN: "Reabrir o processo na unidade",
    Action.PROCESS_ASSIGN: "Atribuir o processo",
    Action.PROCESS_NOTE: "Anotar sobre o processo na unidade",
    Action.PROCESS_LABEL: "Incluir e retirar marcadores do processo",
    Action.PROCESS_DEADLINE: "Controlar o prazo da unidade",
    Action.PROCESS_CHECKPOINT: "Definir o ponto de controle do processo",
    Action.PROCESS_CHECKLIST: "Manter a lista de verificação da unidade no processo",
    Action.PROCESS_SUSPEND: "Sobrestar o processo",
    Action.PROCESS_RESUME: "Remover o sobrestamento do processo",
    Action.PROCESS_RELATE: "Relacionar processos",
    Action.PROCESS_UNRELATE: "Desfazer relacionamento de processos",
    Action.PROCESS_ANNEX: "Anexar processo",
    Action.PROCESS_UNANNEX: "Desanexar processo",
    Action.PROCESS_LOCK: "Bloquear o processo",
    Action.PROCESS_UNLOCK: "Desbloquear o processo",
    Action.PROCESS_ACKNOWLEDGE: "Dar ciência no processo",
    Action.PROCESS_MARK_UNREAD: "Marcar o processo como não visualizado",
    Action.PROCESS_UNDO_CONCLUSION: "Desfazer a conclusão do processo",
    Action.PROCESS_UNDO_SENDING: "Desfazer o envio do processo",
    Action.PROCESS_PLAN: "Cuidar do plano de trabalho do processo",
    Action.PROCESS_FOLLOW: "Acompanhar o processo",
    Action.ROUTING_EXTEND: "Prorrogar retorno programado",
    Action.ROUTING_WITHDRAW_RETURN: "Excluir retorno programado",
    Action.DOCUMENT_CREATE: "Incluir documento interno",
    Action.DOCUMENT_UPLOAD: "Incluir documento externo",
    Action.DOCUMENT_SEE_NODE: "Ver o documento na árvore",
    Action.DOCUMENT_READ: "Ler o documento",
    Action.DOCUMENT_EXTRACT_TEXT: "Pedir o texto do arquivo",
    Action.DOCUMENT_READ_VERSIONS: "Consultar versões do documento",
    Action.DOCUMENT_EDIT: "Editar o conteúdo do documento",
    Action.DOCUMENT_RESTORE_VERSION: "Recuperar versão do documento",
    Action.DOCUMENT_EDIT_METADATA: "Alterar os dados do documento",
    Action.DOCUMENT_SIGN: "Assinar o documento",
    Action.DOCUMENT_SIGN_MANY: "Assinar vários documentos de uma vez",
    Action.DOCUMENT_AUTHENTICATE: "Autenticar o documento digitalizado",
    Action.DOCUMENT_DELETE: "Excluir o documento",
    Action.DOCUMENT_CANCEL: "Cancelar o documento",
    Action.FLOW_LIST: "Ver os fluxos publicados",
    Action.FLOW_PUBLISH: "Publicar fluxo",
    Action.FLOW_START: "Iniciar o fluxo do processo",
    Action.FLOW_ADVANCE: "Concluir etapa do fluxo",
    Action.FLOW_SKIP: "Dispensar etapa do fluxo",
    Action.FLOW_HOLD: "Pausar e retomar o fluxo",
    Action.FLOW_CANCEL: "Cancelar o fluxo",
    Action.BULK_ORDER: "Fazer um ato em muitos processos de uma vez",
    Action.JOB_LIST: "Ver os próprios trabalhos",
    Action.JOB_SEE: "Acompanhar um trabalho próprio e buscar o que ele fez",
    Action.JOB_CANCEL: "Cancelar um trabalho próprio",
    Action.DOCUMENT_MOVE: "Mover o documento para outro processo",
    Action.DOCUMENT_ACKNOWLEDGE: "Dar ciência do documento",
    Action.DOCUMENT_LOCK: "Bloquear o documento",
    Action.DOCUMENT_UNLOCK: "Desbloquear o documento",
    Action.DOCUMENT_REDACT: "Gerar cópia com trechos ocultados",
    Action.TRASH_LIST: "Ver a própria lixeira",
    Action.TRASH_READ: "Abrir documento da própria lixeira",
    Action.TRASH_RESTORE: "Recuperar documento da própria lixeira",
    Action.COMMENT_LIST: "Ler comentários do processo",
    Action.COMMENT_WRITE: "Comentar o processo",
    Action.BLOCK_LIST: "Ver os blocos da unidade",
    Action.BLOCK_CREATE: "Criar bloco",
    Action.BLOCK_GROUP_KEEP: "Manter os grupos de blocos da unidade",
    Action.BLOCK_READ_SIGNING_QUEUE: "Ver o que há para assinar",
    Action.BLOCK_SEE: "Ver o bloco",
    Action.BLOCK_CHANGE: "Alterar o bloco",
    Action.BLOCK_FILL: "Incluir e retirar itens do bloco",
    Action.BLOCK_INCLUDE_PROCESS: "Incluir o processo em bloco",
    Action.BLOCK_INCLUDE_DOCUMENT: "Incluir o documento em bloco de assinatura",
    Action.BLOCK_ANNOTATE: "Anotar item do bloco",
    Action.BLOCK_FLAG: "Sinalizar o bloco",
    Action.BLOCK_ASSIGN: "Atribuir o bloco",
    Action.BLOCK_SHARE: "Disponibilizar o bloco",
    Action.BLOCK_UNSHARE: "Cancelar a disponibilização do bloco",
    Action.BLOCK_RETURN: "Devolver o bloco",
    Action.BLOCK_CONCLUDE: "Concluir o bloco",
    Action.BLOCK_REOPEN: "Reabrir o bloco",
    Action.BLOCK_DELETE: "Excluir o bloco",
}

#: Acts of whoever comes from the street, without a session.
ANONYMOUS = frozenset(
    {
        Action.SESSION_START,
        Action.TENANT_READ,
        Action.SYSTEM_READ,
        Action.AUTHENTICITY_CHECK,
        Action.AUTHENTICITY_READ_CONTENT,
    }
)

#: Acts on one's own session and on what one asked for: any person who has logged in.
OWN_SESSION = frozenset(
    {
        Action.SESSION_READ,
        Action.SESSION_END,
        Action.SESSION_CHANGE_UNIT,
        Action.SESSION_LIST_ACCESSES,
        Action.JOB_LIST,
        Action.JOB_SEE,
        Action.JOB_CANCEL,
    }
)

_REFERENCE = frozenset({Action.CATALOGUE_READ, Action.UNIT_LIST, Action.UNIT_LIST_USERS, Action.FLOW_LIST})

_CONSULTATION = _REFERENCE | {
    Action.CONTACT_LIST,
    Action.INBOX_READ,
    Action.FIND_BY_NUMBER,
    Action.STANDARD_TEXT_LIST,
    Action.FAVOURITE_LIST,
    Action.UNIT_READ_ARRANGEMENT,
    Action.SENDING_GROUP_LIST,
    Action.INBOX_EXPORT,
    Action.PANEL_READ,
    Action.PROCESS_LIST,
    Action.PROCESS_SEE,
    Action.PROCESS_EXPORT,
    Action.PROCESS_COPY,
    Action.DOCUMENT_SEE_NODE,
    Action.DOCUMENT_READ,
    Action.DOCUMENT_EXTRACT_TEXT,
    Action.COMMENT_LIST,
    Action.BLOCK_LIST,
    Action.BLOCK_READ_SIGNING_QUEUE,
    Action.BLOCK_SEE,
}

_ROUTING = frozenset(
    {
        Action.FAVOURITE_KEEP,
        Action.PROCESS_REMARK,
        Action.DOCUMENT_ACKNOWLEDGE,
        Action.COMMENT_WRITE,
        Action.PROCESS_RECORD_PROGRESS,
        Action.PROCESS_RECEIVE,
        Action.PROCESS_SEND,
        Action.PROCESS_CONCLUDE,
        Action.PROCESS_REOPEN,
        Action.PROCESS_ASSIGN,
        Action.PROCESS_NOTE,
        Action.PROCESS_LABEL,
        Action.PROCESS_DEADLINE,
        Action.PROCESS_CHECKPOINT,
        Action.PROCESS_PLAN,
        Action.PROCESS_CHECKLIST,
        Action.PROCESS_FOLLOW,
        Action.FOLLOW_UP_LIST,
        Action.UNIT_ARRANGE,
        Action.VIEW_KEEP,
        Action.SENDING_GROUP_KEEP,
        Action.PROCESS_SUSPEND,
        Action.PROCESS_RESUME,
        Action.PROCESS_RELATE,
        Action.PROCESS_UNRELATE,
        Action.PROCESS_ANNEX,
        Action.PROCESS_ACKNOWLEDGE,
        Action.PROCESS_MARK_UNREAD,
        Action.PROCESS_UNDO_CONCLUSION,
        Action.PROCESS_UNDO_SENDING,
        Action.FLOW_START,
        Action.FLOW_ADVANCE,
        Action.FLOW_SKIP,
        Action.FLOW_HOLD,
        Action.FLOW_CANCEL,
        Action.ROUTING_EXTEND,
        Action.ROUTING_WITHDRAW_RETURN,
        Action.BULK_ORDER,
        Action.BLOCK_CREATE,
        Action.BLOCK_GROUP_KEEP,
        Action.BLOCK_CHANGE,
        Action.BLOCK_FILL,
        Action.BLOCK_INCLUDE_PROCESS,
        Action.BLOCK_ANNOTATE,
        Action.BLOCK_FLAG,
        Action.BLOCK_ASSIGN,
        Action.BLOCK_SHARE,
        Action.BLOCK_UNSHARE,
        Action.BLOCK_RETURN,
        Action.BLOCK_CONCLUDE,
        Action.BLOCK_REOPEN,
        Action.BLOCK_DELETE,
    }
)

_WRITING = frozenset(
    {
        Action.CONTACT_CREATE,
        Action.STANDARD_TEXT_CREATE,
        Action.STANDARD_TEXT_CHANGE,
        Action.PROCESS_START,
        Action.PROCESS_DUPLICATE,
        Action.PROCESS_MAIL,
        Action.EMAIL_GROUP_KEEP,
        Action.PROCESS_EDIT,
        Action.PROCESS_ORDER,
        Action.PROCESS_DELETE,
        Action.DOCUMENT_CREATE,
        Action.DOCUMENT_UPLOAD,
        Action.DOCUMENT_READ_VERSIONS,
        Action.DOCUMENT_EDIT,
        Action.DOCUMENT_RESTORE_VERSION,
        Action.DOCUMENT_EDIT_METADATA,
        Action.DOCUMENT_SIGN,
        Action.DOCUMENT_SIGN_MANY,
        Action.DOCUMENT_AUTHENTICATE,
        Action.DOCUMENT_DELETE,
        Action.DOCUMENT_CANCEL,
        Action.DOCUMENT_MOVE,
        Action.DOCUMENT_LOCK,
        Action.DOCUMENT_UNLOCK,
        Action.DOCUMENT_REDACT,
        Action.TRASH_LIST,
        Action.TRASH_READ,
        Action.TRASH_RESTORE,
        Action.BLOCK_INCLUDE_DOCUMENT,
    }
)

#: Profile → acts. Profiles add up: a user holds the union of the acts of the profiles of the current unit.
ACTIONS_OF: dict[Profile, frozenset[Action]] = {
    Profile.BASIC: _CONSULTATION | _ROUTING | _WRITING,
    Profile.PROTOCOL: _CONSULTATION | _ROUTING | _WRITING,
    Profile.ARCHIVE: _CONSULTATION | _ROUTING,
    Profile.OMBUDSMAN: _CONSULTATION | _ROUTING,
    Profile.AUDITOR: _REFERENCE,
    Profile.ADMINISTRATOR: _REFERENCE
    | {
        Action.FLOW_PUBLISH,
        Action.CHECKPOINT_DEFINE,
        Action.SENDING_GROUP_LIST,
        Action.SENDING_GROUP_DEFINE,
        Action.NUMBERING_ADJUST,
        Action.PROCESS_UNANNEX,
        Action.PROCESS_LOCK,
        Action.PROCESS_UNLOCK,
    },
    Profile.TECHNOLOGY: _REFERENCE,
}


def profiles_holding(action: Action) -> frozenset[Profile]:
    """The profiles whose acts include ``action``."""
    return frozenset(profile for profile, actions in ACTIONS_OF.items() if action in actions)
