"""Who read what (AUD-01, AUD-02): which acts leave a record, and what the record says.

The rules are data: a category of AUD-01, the acts in it, and the level from which reading is recorded. What changes a
process is in its history already; here are the acts that only show.
"""

from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .access import AccessLevel
from .organisation import Person, UnitName
from .policy_actions import Action

#: Stands for each of them, where a table is taken out whole.
EVERYBODY = "*"


class PersonKind(StrEnum):
    """Whom there is data about: who works here, and whoever is in the address book."""

    USER = "user"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class AuditRule:
    """``since`` None: whatever the level, because what is shown is about people."""

    category: str
    title: str
    acts: frozenset[Action]
    since: AccessLevel | None


AUDIT_RULES: tuple[AuditRule, ...] = (
    AuditRule(
        "process_view",
        "Visualização de processos",
        frozenset(
            {
                Action.PROCESS_SEE,
                Action.PROCESS_EXPORT,
                Action.PROCESS_COPY,
                Action.COMMENT_LIST,
                Action.CREDENTIAL_LIST,
            }
        ),
        AccessLevel.RESTRICTED,
    ),
    AuditRule(
        "document_view",
        "Visualização de documentos",
        frozenset(
            {
                Action.DOCUMENT_READ,
                Action.DOCUMENT_READ_VERSIONS,
                Action.DOCUMENT_LIST_PASSAGES,
                Action.DOCUMENT_EXTRACT_TEXT,
                Action.TRASH_READ,
            }
        ),
        AccessLevel.RESTRICTED,
    ),
    AuditRule(
        "holdings",
        "Acervo de processos sigilosos",
        frozenset({Action.HOLDINGS_READ_UNIT, Action.HOLDINGS_READ_ALL}),
        None,
    ),
    AuditRule(
        "people",
        "Dados de contatos e de usuários",
        frozenset(
            {
                Action.CONTACT_LIST,
                Action.ADMINISTRATION_READ,
                Action.SECOND_FACTOR_PAUSE,
                Action.PERSON_REPORT,
                Action.PERSON_ERASE,
                Action.LEARNING_FOLLOW,
            }
        ),
        None,
    ),
    AuditRule("audit", "Auditoria", frozenset({Action.AUDIT_READ, Action.AUDIT_EXPORT}), None),
)


def rule_of(action: Action) -> AuditRule | None:
    """The rule that lists the act, if any does."""
    return next((rule for rule in AUDIT_RULES if action in rule.acts), None)


def leaves_record(action: Action, level: AccessLevel | None) -> bool:
    """Whether an act on something of this level is recorded; ``level`` None where the act is on no process."""
    rule = rule_of(action)
    if rule is None:
        return False
    return rule.since is None or (level is not None and level >= rule.since)


@dataclass(frozen=True, slots=True)
class Access:
    """One reading: who, in which unit, by which act, of what, when, from where, in which session.

    ``process`` and ``document`` are ids, empty where the act is on none; ``nup`` and ``number`` what people call them.
    ``people`` are those whose data was shown, where it was about people: ids as ``person_id`` makes them, no names.
    """

    id: str
    at: datetime
    user: Person
    unit: UnitName
    action: str
    process: str = ""
    nup: str = ""
    document: str = ""
    number: str = ""
    address: str = ""
    session: str = ""
    people: tuple[str, ...] = ()


def person_id(kind: PersonKind, identifier: str) -> str:
    """How the record names somebody whose data was shown; it stays when the name is erased."""
    return f"{kind.value}:{identifier}"


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """What is looked for; empty fields do not narrow. Both instants are included.

    ``person`` is somebody whose data was shown, and comes with a period and an act at most.
    """

    since: datetime
    until: datetime
    user: str = ""
    unit: str = ""
    action: str = ""
    process: str = ""
    address: str = ""
    person: str = ""
