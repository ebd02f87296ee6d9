"""What is held about one person and who saw it, as the person may ask to know (LGPD, art. 18; issue 5 §5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from .account import AccountEvent
from .audit import Access, PersonKind
from .change_record import ChangeKind, ChangeRecord, FieldChange
from .contact import Contact
from .identity import Grant, Session, User
from .organisation import EVERY_UNIT, Unit
from .policy_actions import Action
from .policy_titles import TITLES
from .process import Process
from .taxpayer import punctuated

Moment = Callable[[datetime], str]
Row = tuple[str, ...]

_CHANGES = {
    ChangeKind.CREATED: "Cadastro",
    ChangeKind.CHANGED: "Alteração",
    ChangeKind.DEACTIVATED: "Desativação",
    ChangeKind.REACTIVATED: "Reativação",
    ChangeKind.BLOCKED: "Bloqueio",
    ChangeKind.UNBLOCKED: "Desbloqueio",
    ChangeKind.ERASED: "Eliminação de dados",
}
_DATA = ("Dado", "Valor")
ERASED = "Os dados desta pessoa foram eliminados nos termos da LGPD."
_NOTHING = FieldChange("", "", "")
_CONTACT_KINDS = {"person": "Pessoa física", "organisation": "Pessoa jurídica"}


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of data, row by row; ``complete`` is false when there is more than was asked for, and of what is read
    page by page ``next`` says after what it goes on.
    """

    title: str
    headings: Row
    rows: tuple[Row, ...]
    complete: bool = True
    note: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class PersonReport:
    """Everything about ``name``, section by section."""

    kind: PersonKind
    id: str
    name: str
    made_at: datetime
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Someone:
    """Who answers to the words looked for; ``note`` tells two of the same name apart."""

    kind: PersonKind
    id: str
    name: str
    note: str


def of_user(user: User) -> Section:
    """The register. The password is not in it: nobody can read it."""
    data = {
        "Nome civil": user.name,
        "Nome social": user.social_name,
        "Usuário": user.id,
        "CPF": punctuated(user.taxpayer) if user.taxpayer else "",
        "E-mail": user.email,
        "Órgão": user.agency.upper(),
        "Situação": "Bloqueado" if user.blocked else "Ativo",
    }
    return Section("Cadastro de usuário", _DATA, tuple(data.items()), note=ERASED if user.erased_at else "")


def of_contact(contact: Contact) -> Section:
    """The address book, the number whole: it is the person's own. Of who was erased, that it was."""
    if contact.erased_at:
        return Section("Cadastro de contato", _DATA, (("Nome", contact.name),), note=ERASED)
    data = {
        "Nome": contact.name,
        "Tipo": _CONTACT_KINDS.get(contact.kind, contact.kind),
        "CPF ou CNPJ": punctuated(contact.document) if contact.document else "",
        "E-mail": contact.email or "",
    }
    return Section("Cadastro de contato", _DATA, tuple(data.items()))


def of_grants(
    grants: Sequence[Grant], units: Mapping[str, Unit], names: Mapping[str, str], profiles: Mapping[str, str]
) -> Section:
    """What the person may do, where and when; ``names`` are those of whoever is away, by login (ACC-09)."""

    def unit(grant: Grant) -> str:
        if grant.unit == EVERY_UNIT:
            return "Todas"
        acronym = units[grant.unit].acronym if grant.unit in units else grant.unit
        return f"{acronym} e as subordinadas" if grant.subunits else acronym

    rows = [
        (
            unit(one),
            profiles.get(one.profile, one.profile),
            _day(one.valid_from),
            _day(one.valid_until),
            names.get(one.standing_in_for, one.standing_in_for),
        )
        for one in grants
    ]
    return Section("Permissões", ("Unidade", "Perfil", "Desde", "Até", "Em substituição a"), tuple(rows))


def of_factor(enrolled_at: datetime | None, devices: int, events: Sequence[AccountEvent], at: Moment) -> Section:
    """How the person enters, and what changed about it; never a secret."""
    rows: list[Row] = [("", "Verificação em duas etapas", at(enrolled_at) if enrolled_at else "desligada", "")]
    rows.append(("", "Dispositivos de confiança", str(devices), ""))
    rows += [(at(one.at), one.sentence(), one.by.name, one.address) for one in events]
    return Section("Como entra no sistema", ("Quando", "O quê", "Situação ou autor", "Endereço de rede"), tuple(rows))


def of_sessions(sessions: Sequence[Session], at: Moment) -> Section:
    """Each time the person came in, as kept."""
    rows = tuple((at(one.created_at), one.address, one.agent) for one in sessions)
    return Section("Entradas no sistema", ("Quando", "Endereço de rede", "Navegador"), rows)


def of_changes(changes: Sequence[ChangeRecord], complete: bool, at: Moment) -> Section:
    """What was changed in the register."""
    rows = [
        (at(one.at), one.by.name, _CHANGES[one.kind], change.field, change.before, change.after)
        for one in changes
        for change in (one.changes or (_NOTHING,))
    ]
    headings = ("Quando", "Quem", "O quê", "Campo", "Antes", "Depois")
    return Section("Histórico do cadastro", headings, tuple(rows), complete)


def of_processes(found: Iterable[Process], following: str, at: Moment) -> Section:
    """Processes in which the person is an interested party; of a confidential one not even the number is told."""
    rows = tuple((one.nup, one.registration.type.name, at(one.started_at)) for one in found)
    return Section(
        "Processos em que é interessado",
        ("Número", "Tipo", "Início"),
        rows,
        not following,
        "Processos sigilosos não são listados: quem responde por eles são os detentores de credencial.",
        following,
    )


def of_readers(found: Sequence[Access], complete: bool, at: Moment) -> Section:
    """Who saw the person's data."""
    rows = tuple((at(one.at), one.user.name, one.unit.acronym, _act(one)) for one in found)
    return Section("Quem viu estes dados", ("Quando", "Quem", "Unidade", "Ato"), rows, complete)


def of_readings(found: Sequence[Access], complete: bool, at: Moment) -> Section:
    """What the person saw of others, which is data about the person too."""
    rows = tuple((at(one.at), one.unit.acronym, _act(one), one.nup, one.address) for one in found)
    headings = ("Quando", "Unidade", "Ato", "Processo", "Endereço de rede")
    return Section("O que consultou", headings, rows, complete)


def _act(one: Access) -> str:
    return TITLES[Action(one.action)]


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
