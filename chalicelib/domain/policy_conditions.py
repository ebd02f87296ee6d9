"""The conditions the policy is made of, each with its code, the sentence shown when it fails, and the rule as a
clerk would say it (features.md §1.2 and §1.3). A condition is a pure predicate over (subject, resource, context).

``hidden`` conditions guard existence: when one fails, the answer must be the same as for something absent.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chalicelib.domain.access import AccessLevel, Context, DocumentResource, ProcessResource, Subject
from chalicelib.domain.policy_actions import Action, profiles_holding

PUBLIC = AccessLevel.PUBLIC.value
RESTRICTED = AccessLevel.RESTRICTED.value
CONFIDENTIAL = AccessLevel.CONFIDENTIAL.value


@dataclass(frozen=True, slots=True)
class Decision:
    """The policy's answer. ``code`` and ``reason`` (Portuguese) are None when allowed. ``hidden``: the thing must
    look absent to who asks, so the API answers 404 and gives no reason."""

    allowed: bool
    code: str | None = None
    reason: str | None = None
    hidden: bool = False


#: The resource is Any because each condition reads only the facts of the resources whose acts use it.
Predicate = Callable[[Subject, Any, Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """``rule`` states it for the manual; ``sentence`` is what the user reads when it does not hold."""

    code: str
    rule: str
    sentence: str
    holds: Predicate
    hidden: bool = False
    refusal: Decision = field(init=False)

    def __post_init__(self) -> None:
        reason = None if self.hidden else self.sentence
        code = "not_found" if self.hidden else self.code
        object.__setattr__(self, "refusal", Decision(False, code, reason, self.hidden))


# --- facts -------------------------------------------------------------------------------------------------


def _public(resource: Any) -> bool:
    return bool(resource.process.level == PUBLIC and resource.level == PUBLIC)


def _confidential(resource: Any) -> bool:
    return bool(resource.process.level == CONFIDENTIAL or resource.level == CONFIDENTIAL)


def _restricted(resource: Any) -> bool:
    return bool(
        (resource.process.level == RESTRICTED and resource.level != CONFIDENTIAL)
        or (resource.level == RESTRICTED and resource.process.level != CONFIDENTIAL)
    )


def _credentialed(subject: Subject, process: ProcessResource) -> bool:
    return (subject.user, subject.unit) in process.credentials


def _unit_knows(subject: Subject, process: ProcessResource) -> bool:
    """The process passed through the unit, or the unit holds it in a shared block."""
    unit = subject.unit
    return (
        unit in process.open_units
        or unit in process.passed_units
        or unit == process.generating_unit
        or unit in process.shared_units
    )


def _protocol_reaches(subject: Subject, resource: Any) -> bool:
    """A protocol unit serves the whole agency, but never a confidential process."""
    return subject.unit_is_protocol and subject.agency == resource.process.agency and not _confidential(resource)


_CONSULTING = profiles_holding(Action.PROCESS_SEE)


def _tree_visible(subject: Subject, resource: Any, context: Context) -> bool:
    process = resource.process
    if _CONSULTING.isdisjoint(subject.profiles):
        return False
    if _public(resource):
        return True
    if _confidential(resource):
        return _credentialed(subject, process)
    return _restricted(resource) and (subject.agency == process.agency or _unit_knows(subject, process))


def _listed(subject: Subject, resource: Any, context: Context) -> bool:
    if not _restricted(resource):
        return True
    return _unit_knows(subject, resource.process) or _protocol_reaches(subject, resource)


def _content_open(subject: Subject, resource: Any, context: Context) -> bool:
    if not _restricted(resource):
        return True
    return _unit_knows(subject, resource.process) or getattr(resource, "unit", None) == subject.unit


def _open_here(subject: Subject, resource: Any, context: Context) -> bool:
    return subject.unit in resource.process.open_units


def _works_on_document(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """Open in the unit; or a protocol unit's own document inside another unit's process."""
    if subject.unit in document.process.open_units:
        return True
    return subject.unit == document.unit and _protocol_reaches(subject, document)


def _in_signing_block(subject: Subject, document: DocumentResource) -> bool:
    return subject.unit in document.shared_with and subject.unit != document.unit


def _shared_away(document: DocumentResource) -> bool:
    return any(unit != document.unit for unit in document.shared_with)


def _signing_credential(subject: Subject, document: DocumentResource) -> bool:
    return (subject.user, subject.unit) in document.signers


def _signed_by_another_unit(subject: Subject, document: DocumentResource) -> bool:
    return any(unit != subject.unit for unit in document.signer_units)


def _draft_open(subject: Subject, document: DocumentResource, context: Context) -> bool:
    if document.state != "draft" or document.kind != "authored":
        return True
    return (
        subject.unit == document.unit
        or subject.unit in document.shared_with
        or subject.unit in document.shown_to
        or _signing_credential(subject, document)
    )


def _may_touch_text(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """The unit that generated it while working on the process, the unit of the block, the credentialed signer."""
    if _in_signing_block(subject, document) or _signing_credential(subject, document):
        return True
    return subject.unit == document.unit and _works_on_document(subject, document, context)


def _not_shared_away(subject: Subject, document: DocumentResource, context: Context) -> bool:
    if _in_signing_block(subject, document) or _signing_credential(subject, document):
        return True
    return not _shared_away(document)


def _block_text_free(subject: Subject, document: DocumentResource, context: Context) -> bool:
    return not (_in_signing_block(subject, document) and _signed_by_another_unit(subject, document))


def _deletable_state(document: DocumentResource) -> bool:
    if document.published or document.signers:
        return False
    if document.kind == "uploaded":
        return document.state == "filed" and document.pen != "seen" and not document.moved_since
    return document.state == "draft" or (document.state == "signed" and document.pen == "unseen")


def _editable_state(subject: Subject, document: DocumentResource) -> bool:
    return (
        document.kind == "authored"
        and document.state in ("draft", "signed")
        and document.pen != "seen"
        and not document.published
        and not _shared_away(document)
    )


def _cancellable_state(subject: Subject, document: DocumentResource, context: Context) -> bool:
    if document.state not in ("signed", "filed"):
        return False
    return not _deletable_state(document) and not _editable_state(subject, document)


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
    "Público: qualquer usuário interno. Restrito: usuários do órgão, ou de unidade por onde o processo passou. "
    "Sigiloso: só quem tem credencial na unidade atual.",
    "Não encontramos o que você procura.",
    _tree_visible,
    hidden=True,
)
LISTED = Condition(
    "not_found",
    "Restrito: só aparece em listas nas unidades por onde passou e nas unidades de protocolo do órgão.",
    "Não encontramos o que você procura.",
    _listed,
    hidden=True,
)

# --- content -----------------------------------------------------------------------------------------------

CONTENT_OPEN = Condition(
    "restricted_content",
    "Restrito: o conteúdo é lido nas unidades por onde o processo passou, na que incluiu o documento ou que o "
    "recebeu em bloco.",
    "Documento restrito: só as unidades por onde o processo passou podem ler o conteúdo.",
    _content_open,
)
DRAFT_OPEN = Condition(
    "draft_of_another_unit",
    "Minuta: só a unidade que a elaborou, ou que a recebeu em bloco, lê o conteúdo.",
    "Minuta: o conteúdo só pode ser lido na unidade que a elaborou, até que seja assinada.",
    _draft_open,
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
    lambda s, r, c: s.unit == r.unit or s.unit in r.shared_with or _signing_credential(s, r),
)
PUBLIC_CONTENT = Condition(
    "content_not_public",
    "O conteúdo só é mostrado a qualquer pessoa quando o processo e o documento são públicos e há assinatura.",
    "O conteúdo deste documento não é público. Peça acesso ao órgão responsável.",
    lambda s, r, c: _public(r) and r.kind == "authored" and r.state == "signed",
)

# --- where the process is ----------------------------------------------------------------------------------

OPEN_HERE = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual.",
    "O processo não está aberto na sua unidade.",
    _open_here,
)
OPEN_HERE_OR_PROTOCOL = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual; ou a unidade é de protocolo do mesmo órgão e ele não é sigiloso.",
    "O processo não está aberto na sua unidade.",
    lambda s, r, c: _open_here(s, r, c) or _protocol_reaches(s, r),
)
NOT_OPEN_HERE = Condition(
    "process_already_open_here",
    "O processo está concluído na unidade atual.",
    "O processo já está aberto na sua unidade.",
    lambda s, r, c: not _open_here(s, r, c),
)
PASSED_HERE = Condition(
    "process_never_here",
    "O processo já passou pela unidade atual.",
    "O processo nunca passou pela sua unidade.",
    lambda s, r, c: bool(s.unit in r.process.passed_units or s.unit == r.process.generating_unit),
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
    lambda s, r, c: not _confidential(r),
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
    "Documento externo não é editado nem assinado: ele é um arquivo recebido.",
    lambda s, r, c: bool(r.kind == "authored"),
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
MAY_TOUCH_TEXT = Condition(
    "document_of_another_unit",
    "A unidade atual elaborou o documento e tem o processo aberto, ou recebeu o documento em bloco de assinatura.",
    "Somente a unidade que elaborou o documento, com o processo aberto, ou que o recebeu em bloco de assinatura "
    "pode fazer isso.",
    _may_touch_text,
)
NOT_SHARED_AWAY = Condition(
    "document_in_block",
    "O documento não está disponibilizado para outra unidade em bloco de assinatura.",
    "O documento está disponibilizado para outra unidade em bloco de assinatura.",
    _not_shared_away,
)
BLOCK_TEXT_FREE = Condition(
    "signed_by_another_unit",
    "Recebido em bloco: nenhuma outra unidade assinou.",
    "O documento já foi assinado por outra unidade.",
    _block_text_free,
)
NOT_SIGNED_ELSEWHERE = Condition(
    "signed_by_another_unit",
    "Nenhuma outra unidade assinou o documento.",
    "O documento já foi assinado por outra unidade.",
    lambda s, r, c: not _signed_by_another_unit(s, r),
)
WORKS_ON_DOCUMENT = Condition(
    "process_not_open_here",
    "O processo está aberto na unidade atual; ou a unidade é de protocolo e incluiu o documento.",
    "O processo não está aberto na sua unidade.",
    _works_on_document,
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
    "É minuta; ou está assinado com caneta amarela; ou é externo, não visto por outra unidade, de processo que não "
    "foi enviado nem concluído depois da inclusão.",
    "O documento não pode mais ser excluído. Se necessário, cancele-o informando o motivo.",
    lambda s, r, c: _deletable_state(r),
)
CANCELLABLE = Condition(
    "document_not_cancellable",
    "O documento não pode mais ser editado nem excluído.",
    "O cancelamento só é possível quando o documento não pode mais ser editado nem excluído.",
    _cancellable_state,
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
    "reauthentication_required",
    "Sigiloso: a senha é pedida a cada abertura.",
    "Processo sigiloso: confirme sua senha para continuar.",
    lambda s, r, c: c.reauthenticated or not _confidential(r),
)


def profile_grants(action: Action) -> Condition:
    """The condition that one of the subject's profiles in the current unit includes the act (ACC-10)."""
    profiles = profiles_holding(action)
    return Condition(
        "profile_required",
        "O perfil do usuário na unidade atual inclui o ato.",
        "Seu perfil nesta unidade não permite fazer isso.",
        lambda s, r, c: not profiles.isdisjoint(s.profiles),
    )
