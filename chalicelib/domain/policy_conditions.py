"""The conditions the policy is made of, each with its code, the sentence shown when it fails, and the rule as
a clerk would say it (features.md §1.2 and §1.3).
"""

from dataclasses import replace

from chalicelib.domain import policy_facts as facts
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_decision import Condition
from chalicelib.domain.policy_profiles import carried_by_own, profiles_holding

# --- existence ---------------------------------------------------------------------------------------------

SAME_TENANT = Condition(
    "not_found",
    "O processo é do mesmo município.",
    "Não encontramos o que você procura.",
    lambda s, r, c: bool(s.tenant == r.process.tenant),
    hidden=True,
)
TREE_VISIBLE = Condition(
    "not_found",
    "Público: qualquer usuário interno. Restrito: usuários do órgão, de unidade por onde o processo "
    "passou ou de unidade de controle interno. Sigiloso: só quem tem credencial na unidade atual.",
    "Não encontramos o que você procura.",
    facts.tree_visible,
    hidden=True,
)
LISTED = Condition(
    "not_found",
    "Restrito: só aparece em listas nas unidades por onde passou, nas de protocolo do órgão e nas de controle "
    "interno.",
    "Não encontramos o que você procura.",
    facts.listed,
    hidden=True,
)

OWN_TRASH = Condition(
    "not_found",
    "Quem abre a lixeira é quem excluiu ou cancelou o documento.",
    "Não encontramos o que você procura.",
    lambda s, r, c: bool(s.user == r.owner),
    hidden=True,
)

# --- content -----------------------------------------------------------------------------------------------

CONTENT_OPEN = Condition(
    "restricted_content",
    "Restrito: o conteúdo é lido nas unidades por onde o processo passou, na que incluiu o documento ou "
    "que o recebeu em bloco, e nas de controle interno.",
    "Documento restrito: só as unidades por onde o processo passou podem ler o conteúdo.",
    facts.content_open,
)
FOLLOWABLE = Condition(
    "restricted_not_followed",
    "Restrito: só é acompanhado nas unidades por onde passou e nas de controle interno.",
    "Processo restrito: só as unidades por onde passou podem acompanhá-lo.",
    facts.content_open,
)
DRAFT_OPEN = Condition(
    "draft_of_another_unit",
    "Minuta: só a unidade que a elaborou, ou que a recebeu em bloco, lê o conteúdo.",
    "Minuta: o conteúdo só pode ser lido na unidade que a elaborou, até que seja assinada.",
    facts.draft_open,
)
NOT_CANCELLED = Condition(
    "document_cancelled",
    "O documento não está cancelado.",
    "Documento cancelado: o conteúdo não está mais acessível.",
    lambda s, r, c: bool(r.state != "cancelled"),
)
OWN_VERSIONS = Condition(
    "versions_of_another_unit",
    "As versões são da unidade que elaborou o documento ou que o recebeu em bloco de assinatura.",
    "Somente a unidade que elaborou o documento consulta as versões.",
    facts.own_or_received,
)
PUBLIC_CONTENT = Condition(
    "content_not_public",
    "O conteúdo só é mostrado quando o processo e o documento são públicos e há assinatura.",
    "O conteúdo deste documento não é público. Peça acesso ao órgão responsável.",
    lambda s, r, c: r.secrecy is facts.PUBLIC and r.kind == "authored" and r.state == "signed",
)

# --- where the process is ----------------------------------------------------------------------------------

OPEN_HERE = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual.",
    "O processo não está aberto na sua unidade.",
    facts.open_here,
)
OPEN_HERE_OR_PROTOCOL = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual; ou ela é de protocolo do mesmo órgão e ele não é sigiloso.",
    "O processo não está aberto na sua unidade.",
    lambda s, r, c: facts.open_here(s, r, c) or facts.protocol_reaches(s, r),
)
NOT_OPEN_HERE = Condition(
    "process_already_open_here",
    "O processo está concluído na unidade atual.",
    "O processo já está aberto na sua unidade.",
    lambda s, r, c: not facts.open_here(s, r, c),
)
PASSED_HERE = Condition(
    "process_never_here",
    "O processo já passou pela unidade atual.",
    "O processo nunca passou pela sua unidade.",
    lambda s, r, c: bool(s.unit in r.process.passed_units or s.unit == r.process.generating_unit),
)
EVER_HERE = Condition(
    "process_never_here",
    "O processo está na unidade atual ou já passou por ela.",
    "O processo nunca passou pela sua unidade.",
    lambda s, r, c: s.unit in r.process.open_units | r.process.passed_units | {r.process.generating_unit},
)
ONLY_HERE = Condition(
    "process_not_only_here",
    "O processo foi gerado na unidade atual e só está aberto nela.",
    "Somente a unidade que gerou o processo pode excluí-lo, e só enquanto ele estiver aberto apenas nela.",
    lambda s, r, c: bool(s.unit == r.generating_unit and r.open_units == {s.unit}),
)
ROUTABLE_LEVEL = Condition(
    "confidential_not_routed",
    "O processo não é sigiloso.",
    "Processo sigiloso não é enviado entre unidades: conceda credencial de acesso.",
    lambda s, r, c: r.secrecy is not facts.CONFIDENTIAL,
)
ONLY_CONFIDENTIAL = Condition(
    "not_confidential",
    "O processo é sigiloso.",
    "O processo não é sigiloso: não há credenciais.",
    lambda s, r, c: r.secrecy is facts.CONFIDENTIAL,
)
OF_UNITS = Condition(
    "confidential_is_personal",
    "O processo não é sigiloso.",
    "Processo sigiloso é de quem tem credencial, não da unidade.",
    lambda s, r, c: r.secrecy is not facts.CONFIDENTIAL,
)
DEMANDING_UNIT = Condition(
    "not_demanding_unit",
    "A unidade atual é a que pediu o retorno.",
    "Somente a unidade que pediu o retorno pode alterá-lo ou excluí-lo.",
    lambda s, r, c: bool(s.unit == r.demanding_unit),
)
TREE_WRITABLE = Condition(
    "process_view_only",
    "O processo não está bloqueado nem anexado a outro.",
    "O processo está bloqueado ou anexado a outro: só pode ser consultado.",
    lambda s, r, c: r.process.state not in ("locked", "annexed"),
)

# --- the document ------------------------------------------------------------------------------------------

AUTHORED = Condition(
    "not_authored",
    "O documento foi escrito no sistema (não é um arquivo recebido).",
    "Documento externo é um arquivo recebido: não tem versões, não é editado nem assinado.",
    lambda s, r, c: bool(r.kind == "authored"),
)
UPLOADED = Condition(
    "not_uploaded",
    "O documento é um arquivo recebido (externo).",
    "Este ato é só para documento externo, que é um arquivo recebido.",
    lambda s, r, c: bool(r.kind == "uploaded"),
)
PROTOCOL_UNIT = Condition(
    "not_protocol_unit",
    "A unidade atual é de protocolo.",
    "Somente unidade de protocolo autentica documentos.",
    lambda s, r, c: bool(s.unit_is_protocol),
)
NOT_PUBLISHED = Condition(
    "document_published",
    "O documento não foi publicado.",
    "Documento publicado não pode mais ser alterado.",
    lambda s, r, c: not r.published,
)
AUTHORED_NOT_PUBLISHED = Condition(
    "document_published",
    "Se escrito no sistema, o documento não foi publicado.",
    "Documento publicado não pode mais ser alterado.",
    lambda s, r, c: not (r.published and r.kind == "authored"),
)
PEN_UNSEEN = Condition(
    "document_frozen",
    "A caneta não está preta: nenhuma outra unidade viu o documento assinado.",
    "O documento assinado já foi visto por outra unidade (caneta preta) e não pode mais ser alterado.",
    lambda s, r, c: bool(r.pen != "seen"),
)
OWN_OR_RECEIVED = Condition(
    "document_of_another_unit",
    "A unidade atual elaborou o documento, ou recebeu-o para assinar, em bloco ou por credencial de assinatura.",
    "Somente a unidade que elaborou o documento, ou que o recebeu em bloco de assinatura, pode fazer isso.",
    facts.own_or_received,
)
WRITABLE_HERE = Condition(
    "process_not_open_here",
    "Quem elaborou o documento está com o processo aberto na unidade atual, ou é unidade de protocolo que o "
    "incluiu; quem o recebeu para assinar não precisa do processo.",
    "O processo não está aberto na sua unidade.",
    facts.writable_here,
)
NOT_SHARED_AWAY = Condition(
    "document_in_block",
    "O documento não está disponibilizado para outra unidade em bloco de assinatura.",
    "O documento está disponibilizado para outra unidade em bloco de assinatura.",
    facts.not_shared_away,
)
BLOCK_TEXT_FREE = Condition(
    "signed_by_another_unit",
    "Recebido em bloco: nenhuma outra unidade assinou.",
    "O documento já foi assinado por outra unidade.",
    facts.free_of_other_signatures,
)
NOT_SIGNED_ELSEWHERE = Condition(
    "signed_by_another_unit",
    "Nenhuma outra unidade assinou o documento.",
    "O documento já foi assinado por outra unidade.",
    lambda s, r, c: not facts.signed_elsewhere(s, r),
)
WORKS_ON_DOCUMENT = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual; ou a unidade é de protocolo e incluiu o documento.",
    "O processo não está aberto na sua unidade.",
    facts.works_on_document,
)
OWN_DOCUMENT = Condition(
    "document_of_another_unit",
    "A unidade atual elaborou ou incluiu o documento.",
    "Somente a unidade que elaborou ou incluiu o documento pode fazer isso.",
    lambda s, r, c: bool(s.unit == r.unit),
)
NO_SIGNING_CREDENTIAL = Condition(
    "signing_credential_pending",
    "Não há credencial de assinatura em vigor para o documento.",
    "Há credencial de assinatura em vigor para este documento: casse-a antes.",
    lambda s, r, c: not r.signers,
)
DELETABLE = Condition(
    "document_not_deletable",
    "É minuta; ou está assinado com caneta amarela; ou é externo, não visto por outra unidade, de processo "
    "que não foi enviado nem concluído depois da inclusão.",
    "O documento não pode mais ser excluído. Se necessário, cancele-o informando o motivo.",
    facts.deletable,
)
CANCELLABLE = Condition(
    "document_not_cancellable",
    "O documento não pode mais ser editado nem excluído.",
    "O cancelamento só é possível quando o documento não pode mais ser editado nem excluído.",
    facts.cancellable,
)

WRITES_BESIDE = Condition(
    "text_of_another_unit",
    "A unidade elaborou o texto e está com o processo aberto; ou o recebeu em bloco, ou a pessoa tem credencial "
    "de assinatura.",
    "Comentam o texto a unidade que o elaborou, com o processo aberto, e quem o recebeu em bloco ou para assinar.",
    facts.writes_beside,
)
PASSAGE_SEEN = Condition(
    "not_found",
    "O comentário é próprio; ou é da unidade atual; ou é da tramitação e o processo passou pela unidade, ou o texto "
    "está em bloco dela; ou é de quem pode ver a minuta.",
    "Não encontramos o que você procura.",
    facts.passage_seen,
    hidden=True,
)


def of_its_text(condition: Condition) -> Condition:
    """The same condition, asked of the text that a comment is about."""
    return replace(condition, holds=lambda s, r, c: condition.holds(s, r.document, c))


# --- the block ---------------------------------------------------------------------------------------------

BLOCK_SEEN = Condition(
    "not_found",
    "O bloco é da unidade atual, ou está disponibilizado para ela.",
    "Não encontramos o que você procura.",
    lambda s, r, c: bool(s.tenant == r.tenant and (s.unit == r.unit or s.unit in r.receivers)),
    hidden=True,
)
BLOCK_OWN = Condition(
    "block_of_another_unit",
    "O bloco é da unidade atual.",
    "Somente a unidade que criou o bloco pode fazer isso.",
    lambda s, r, c: bool(s.unit == r.unit),
)
BLOCK_RECEIVED = Condition(
    "block_not_received",
    "O bloco está disponibilizado para a unidade atual.",
    "O bloco não está disponibilizado para a sua unidade.",
    lambda s, r, c: bool(s.unit in r.receivers),
)

NOT_LOCKED = Condition(
    "document_locked",
    "O documento não está bloqueado.",
    "O documento está bloqueado: desbloqueie-o antes.",
    lambda s, r, c: not r.locked,
)
LOCKED = Condition(
    "document_not_locked",
    "O documento está bloqueado.",
    "O documento não está bloqueado.",
    lambda s, r, c: bool(r.locked),
)
FINAL = Condition(
    "document_not_signed",
    "O documento está assinado, ou é um arquivo recebido.",
    "Só se dá ciência de documento assinado.",
    lambda s, r, c: bool(r.state != "draft"),
)

REDACTABLE = Condition(
    "document_not_signed",
    "O documento está assinado, ou é um arquivo recebido.",
    "Só se ocultam trechos de documento assinado ou de arquivo recebido.",
    lambda s, r, c: bool(r.state != "draft"),
)
NOT_CONFIDENTIAL = Condition(
    "confidential_not_redacted",
    "O documento não é sigiloso.",
    "De documento sigiloso não se gera cópia com trechos ocultados no mesmo processo.",
    lambda s, r, c: r.secrecy is not facts.CONFIDENTIAL,
)

# --- who is at the keyboard --------------------------------------------------------------------------------

PERSON = Condition(
    "person_required",
    "Quem assina é uma pessoa, não um sistema.",
    "Somente pessoas podem fazer isso.",
    lambda s, r, c: not s.service,
)
REAUTHENTICATED = Condition(
    "reauthentication_required",
    "A senha é conferida no próprio ato.",
    "Confirme sua senha para continuar.",
    lambda s, r, c: c.reauthenticated,
)
CONFIDENTIAL_OPENED = Condition(
    "confidential_password_required",
    "Sigiloso: a senha é pedida a cada abertura.",
    "Processo sigiloso: confirme sua senha para abri-lo.",
    lambda s, r, c: c.reauthenticated or r.process.id in s.opened or r.secrecy is not facts.CONFIDENTIAL,
)


def profile_grants(action: Action) -> Condition:
    """The condition that one of the subject's profiles in the current unit, stock or own, includes the act (ACC-10)."""
    profiles, carried = profiles_holding(action), carried_by_own(action)
    return Condition(
        "profile_required",
        "O perfil do usuário na unidade atual inclui o ato.",
        "Seu perfil nesta unidade não permite fazer isso.",
        lambda s, r, c: not profiles.isdisjoint(s.profiles) or (carried and action in s.acts),
    )
