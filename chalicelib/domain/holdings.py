"""Acervo de sigilosos: giving access back to confidential processes that nobody in a unit can open any more (SIG-08).

Who acts here need not hold a credential and sees no content: only which processes there are, and whose credentials.
"""

from dataclasses import replace
from datetime import datetime

from . import history
from .credential import AccessCredential, Ended
from .credentialing import let_in, settled
from .errors import Forbidden, NotFound, Refused
from .identity import Actor
from .organisation import Person, Unit
from .process import Act, Change, Process, with_credential
from .value import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody's care of the holdings goes: their unit or, with ``everywhere``, their agency."""

    unit: str
    agency: str
    everywhere: bool = False

    def has(self, unit: str, agency: str) -> bool:
        """Whether a unit is within it."""
        return unit == self.unit or (self.everywhere and agency == self.agency)


def check_in_reach(process: Process | None, reach: Reach) -> Process:
    """Somebody within reach holds a credential. Raises NotFound, as for a process that does not exist."""
    held = process.credentials if process and process.confidential else ()
    if process is None or not any(each.live and reach.has(each.unit.id, each.agency) for each in held):
        raise NotFound()
    return process


def check_place(unit: Unit, reach: Reach) -> None:
    """Where a credential may be activated. Raises Forbidden ``holdings_of_another_unit``."""
    if not reach.has(unit.id, unit.agency):
        message = (
            "O acervo global só ativa credenciais em unidades do seu órgão."
            if reach.everywhere
            else "O acervo da unidade só ativa credenciais na própria unidade."
        )
        raise Forbidden("holdings_of_another_unit", message)


def activate(process: Process, actor: Actor, user: Person, unit: Unit, at: datetime) -> Change:
    """Let somebody in who may give access on. Raises Refused as ``credentialing.let_in``."""
    return let_in(Change(process), actor, user, unit, at, history.CredentialActivated)


def inactive_credential(process: Process, user: str, unit: str, reach: Reach, works: bool) -> AccessCredential:
    """A live one within reach whose holder no longer works in its unit; ``works`` says whether they do.

    Raises NotFound ``credential_not_found``, Refused ``credential_active``.
    """
    held = process.credential(user, unit)
    if held is None or not held.live or not reach.has(held.unit.id, held.agency):
        raise NotFound("credential_not_found", "Esta credencial não existe mais.")
    if works:
        message = f"{held.user.name} trabalha na unidade {held.unit.acronym}: a credencial está ativa."
        raise Refused("credential_active", message)
    return held


def cancel(process: Process, actor: Actor, held: AccessCredential, at: datetime) -> Change:
    """End an inactive credential, and what its holder was asked to sign. Raises Refused ``last_credential``."""
    if not any(each.live for each in process.credentials if each.seat != held.seat):
        message = f"É a última credencial do processo {process.nup}. Ative antes a de outra pessoa."
        raise Refused("last_credential", message)
    signing = tuple(each for each in process.signing if each.seat != held.seat)
    ended = replace(with_credential(process, held.over(Ended.CANCELLED, at)), signing=signing)
    fact = history.CredentialCancelled(held.user.id, held.user.name, held.unit.id, held.unit.acronym)
    return Change(settled(ended, actor.user, at), (Act(actor.user, actor.unit, fact),))
