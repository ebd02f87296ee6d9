"""The act by which a person's data are erased: one asks, another confirms (LGPD, arts. 16 and 18; issue 5 §5)."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .contact import Contact
from .errors import FieldError, InvalidRequest, Refused
from .identity import User
from .mention import names
from .organisation import Person

LONGEST_REASON = 1_000


class ErasureGround(StrEnum):
    """Why the law lets it be done."""

    CONSENT = "consent"
    EXCESSIVE = "excessive"
    ENDED = "ended"


GROUND_NAMES = {
    ErasureGround.CONSENT: "Dados tratados com o consentimento da pessoa, que pede a eliminação (LGPD, art. 18, VI)",
    ErasureGround.EXCESSIVE: "Dados desnecessários, excessivos ou tratados em desconformidade (LGPD, art. 18, IV)",
    ErasureGround.ENDED: "Fim do tratamento: a finalidade foi alcançada (LGPD, arts. 15 e 16)",
}
#: As a sentence of the history quotes the law.
GROUND_ARTICLES = {
    ErasureGround.CONSENT: "art. 18, VI",
    ErasureGround.EXCESSIVE: "art. 18, IV",
    ErasureGround.ENDED: "arts. 15 e 16",
}


class ErasureState(StrEnum):
    """``confirmed``: at work, or some of it waits; ``done``: nothing erasable is left."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Erasure:
    """A request to erase. It names nobody: ``contact`` is an id, and the reason may not say who it is.

    ``settled_by``: who confirmed or refused. ``job``: the work that does it, the last one. It is about a contact or,
    when ``user`` is told, about who left; then ``erased`` counts what went, by what it was.
    """

    id: str
    contact: str
    ground: ErasureGround
    reason: str
    by: Person
    at: datetime
    state: ErasureState = ErasureState.ASKED
    settled_by: Person | None = None
    settled_at: datetime | None = None
    refusal: str = ""
    job: str = ""
    done_at: datetime | None = None
    revision: int = 1
    user: str = ""
    erased: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerEnd:
    """How long the public ledger of an agency is, how much of it the last head signs, and when that was signed."""

    size: int
    signed: int = 0
    at: datetime | None = None


def asked(
    identifier: str, contact: Contact, ground: ErasureGround, reason: str, by: Person, at: datetime
) -> Erasure:
    """Raises InvalidRequest ``reason`` ``required``, ``too_long`` or ``names_person``; Refused ``already_erased``."""
    check_not_erased(contact)
    return Erasure(identifier, contact.id, ground, plain_reason(reason, contact), by, at)


def confirmed(erasure: Erasure, by: Person, at: datetime, job: str, stopped: bool = False) -> Erasure:
    """Two people: whoever asked does not confirm. What was confirmed and could not be ended may be confirmed again,
    once its work has ``stopped``.

    Raises Refused ``erasure_settled``, ``same_person``.
    """
    _check_open(erasure, ErasureState.ASKED, *([ErasureState.CONFIRMED] if stopped else []))
    if by.id == erasure.by.id:
        raise Refused("same_person", "Quem pediu a eliminação não a confirma: outra pessoa precisa conferir.")
    return replace(
        erasure,
        state=ErasureState.CONFIRMED,
        settled_by=by,
        settled_at=at,
        job=job,
        revision=erasure.revision + 1,
    )


def refused(erasure: Erasure, subject: Contact | User, by: Person, at: datetime, why: str) -> Erasure:
    """By another person, or withdrawn by who asked. Raises Refused ``erasure_settled``, InvalidRequest as ``asked``."""
    _check_open(erasure, ErasureState.ASKED)
    return replace(
        erasure,
        state=ErasureState.REFUSED,
        settled_by=by,
        settled_at=at,
        refusal=plain_reason(why, subject),
        revision=erasure.revision + 1,
    )


def check_heads(erasure: Erasure, heads: Iterable[LedgerEnd]) -> None:
    """That all that was written before the request is under a signed head: what is erased is proven to have existed,
    and a process of which nobody may know never makes its erasure wait. Raises Refused ``head_awaited``.
    """
    for one in heads:
        if one.signed < one.size and (one.at is None or one.at <= erasure.at):
            message = "Espera o próximo marco do registro público, que sai de hora em hora."
            raise Refused("head_awaited", f"{message} Confirme o pedido de novo depois dele.")


def done(erasure: Erasure, at: datetime) -> Erasure:
    """Nothing erasable is left. Raises Refused ``erasure_settled``."""
    _check_open(erasure, ErasureState.CONFIRMED)
    return replace(erasure, state=ErasureState.DONE, done_at=at, revision=erasure.revision + 1)


def counted(erasure: Erasure, gone: Mapping[str, int]) -> Erasure:
    """One step further: so much more of these went."""
    known = (*erasure.erased, *(one for one in gone if one not in erasure.erased))
    total = {one: erasure.erased.get(one, 0) + gone.get(one, 0) for one in known}
    return replace(erasure, erased={one: n for one, n in total.items() if n}, revision=erasure.revision + 1)


def check_at_work(erasure: Erasure) -> None:
    """Refuse to erase what nobody confirmed. Raises Refused ``erasure_settled``."""
    _check_open(erasure, ErasureState.CONFIRMED)


def check_not_erased(contact: Contact) -> None:
    """Raises Refused ``already_erased``."""
    if contact.erased_at is not None:
        raise Refused("already_erased", "Os dados desta pessoa já foram eliminados.")


def _check_open(erasure: Erasure, *states: ErasureState) -> None:
    if erasure.state not in states:
        said = {
            ErasureState.ASKED: "Este pedido ainda não foi confirmado.",
            ErasureState.CONFIRMED: "Este pedido já foi confirmado.",
            ErasureState.DONE: "Este pedido já foi cumprido.",
            ErasureState.REFUSED: "Este pedido já foi recusado.",
        }
        raise Refused("erasure_settled", said[erasure.state])


def plain_reason(text: str, subject: Contact | User) -> str:
    """Raises InvalidRequest ``reason`` ``required``, ``too_long`` or ``names_person``."""
    plain = " ".join(text.split())
    if not plain:
        raise InvalidRequest(FieldError("reason", "required", "Escreva o motivo."))
    if len(plain) > LONGEST_REASON:
        raise InvalidRequest(FieldError("reason", "too_long", f"O motivo tem no máximo {LONGEST_REASON} caracteres."))
    if names(plain, subject):
        message = "O motivo fica guardado: escreva-o sem o nome, o número nem o e-mail da pessoa."
        raise InvalidRequest(FieldError("reason", "names_person", message))
    return plain
