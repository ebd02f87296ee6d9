"""Letting people into a confidential process and out of it (SIG-02 to SIG-06), and putting it away (SIG-09).

Who may act is for the policy: whoever acts here holds a credential.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from . import history
from .credential import MAXIMUM_CREDENTIALS, AccessCredential, Ended
from .errors import NotFound, Refused
from .history import Fact
from .identity import Actor
from .organisation import Person, Unit
from .presence import Presence, Tab
from .process import Act, Change, Process, then, touch, with_credential


def grant(process: Process, actor: Actor, user: Person, unit: Unit, at: datetime) -> Change:
    """Let ``user`` open the process from ``unit`` (SIG-02).

    Raises Refused: as ``touch``, ``credential_held``, ``too_many_credentials``, ``unit_receives_no_processes``.
    """
    change = touch(process, actor, at)
    return let_in(change, actor, user, unit, at, history.CredentialGranted)


def transfer(process: Process, actor: Actor, user: Person, unit: Unit, at: datetime) -> Change:
    """As ``grant``, from the list of what one holds, also of what one concluded; one's own stays (SIG-06).

    Raises Refused: as ``grant`` but for where it is open.
    """
    return let_in(Change(process), actor, user, unit, at, history.CredentialTransferred)


def let_in(
    change: Change,
    actor: Actor,
    user: Person,
    unit: Unit,
    at: datetime,
    told: type[history.OfCredential],
) -> Change:
    """What every way of letting somebody in does; ``told`` is the fact that says which it was.

    Raises Refused ``credential_held``, ``too_many_credentials``, ``unit_receives_no_processes``.
    """
    process = change.process
    if not (unit.active and unit.can_receive):
        raise Refused("unit_receives_no_processes", f"A unidade {unit.acronym} não recebe processos.")
    held = process.credential(user.id, unit.id)
    if held and held.live:
        raise Refused("credential_held", f"{user.name} já tem credencial na unidade {unit.acronym}.")
    if sum(each.live for each in process.credentials) >= MAXIMUM_CREDENTIALS:
        raise Refused("too_many_credentials", f"O processo já tem {MAXIMUM_CREDENTIALS} credenciais.")
    given = AccessCredential(user, unit.short, unit.agency, actor.user, actor.unit, at, unread=True)
    after = with_credential(_at_hand_in(process, unit, at), given)
    return then(change, after, Act(actor.user, actor.unit, _of(told, given)))


def _at_hand_in(process: Process, unit: Unit, at: datetime) -> Process:
    presence = process.presence(unit.id)
    if presence is None:
        presence = Presence(unit.short, True, Tab.RECEIVED, False, at, at)
    elif not presence.open:
        presence = presence.reopened(at, None)
    return replace(process, presences={**process.presences, unit.id: presence})


def revoke(process: Process, actor: Actor, user: str, unit: str, at: datetime) -> Change:
    """Take a credential back (SIG-03).

    Raises NotFound ``credential_not_found``; Refused: as ``touch``, ``own_credential``, ``credential_of_another_unit``.
    """
    change = touch(process, actor, at)
    held = _live(process, user, unit)
    if held.seat == (actor.user.id, actor.unit.id):
        raise Refused("own_credential", "Para deixar o processo, renuncie à sua credencial.")
    _check_own_unit(held, actor, "cassa")
    return then(
        change,
        settled(with_credential(change.process, held.over(Ended.REVOKED, at)), actor.user, at),
        Act(actor.user, actor.unit, _of(history.CredentialRevoked, held)),
    )


def renew(process: Process, actor: Actor, user: str, unit: str, at: datetime) -> Change:
    """Put the process in front of a holder again: open, on top and unread (SIG-04).

    Raises NotFound ``credential_not_found``; Refused: as ``touch``, ``own_credential``, ``credential_of_another_unit``.
    """
    change = touch(process, actor, at)
    held = _live(process, user, unit)
    if held.seat == (actor.user.id, actor.unit.id):
        raise Refused("own_credential", "A sua credencial já está em vigor.")
    _check_own_unit(held, actor, "renova")
    process = with_credential(change.process, replace(held, open=True, unread=True))
    presence = process.presences[unit]
    presence = presence if presence.open else presence.reopened(at, None)
    raised = replace(presence, last_activity_at=at)
    return then(
        change,
        replace(process, presences={**process.presences, unit: raised}),
        Act(actor.user, actor.unit, _of(history.CredentialRenewed, held)),
    )


def renounce(
    process: Process, actor: Actor, at: datetime, others: Iterable[tuple[str, str]], drafts: int = 0
) -> Change:
    """Give one's own credential up (SIG-05). ``others``: who else may still open it today; ``drafts``: unsigned
    documents of one's own. The signing credentials that one gave and nobody used go with it.

    Raises NotFound ``credential_not_found``; Refused ``last_credential``, ``own_drafts``.
    """
    held = _live(process, actor.user.id, actor.unit.id)
    if not set(others) - {held.seat}:
        message = (
            "Você é a única pessoa que pode abrir o processo. Conceda credencial a alguém antes de renunciar."
        )
        raise Refused("last_credential", message)
    if drafts:
        raise Refused("own_drafts", "Há minutas suas no processo. Assine-as ou exclua-as antes de renunciar.")
    kept = tuple(
        each
        for each in process.signing
        if (each.by.id, each.by_unit.id) != held.seat and each.seat != held.seat
    )
    left = settled(
        replace(with_credential(process, held.over(Ended.RENOUNCED, at)), signing=kept), actor.user, at
    )
    return Change(left, (Act(actor.user, actor.unit, history.CredentialRenounced()),))


def conclude(process: Process, actor: Actor, at: datetime) -> Change:
    """Put it away, for oneself only, and keep the credential (SIG-09). Raises Refused as ``touch``."""
    change = touch(process, actor, at)
    held = _live(change.process, actor.user.id, actor.unit.id)
    away = settled(with_credential(change.process, replace(held, open=False)), actor.user, at)
    return then(change, away, Act(actor.user, actor.unit, history.ConcludedByHolder()))


def reopen(process: Process, actor: Actor, at: datetime) -> Change:
    """Take it up again, for oneself (SIG-09). Raises Refused ``process_already_open``."""
    held = _live(process, actor.user.id, actor.unit.id)
    if held.open:
        raise Refused("process_already_open", "O processo já está aberto para você nesta unidade.")
    presence = process.presences[actor.unit.id]
    presence = presence if presence.open else presence.reopened(at, None)
    after = with_credential(process, replace(held, open=True))
    presences = {**after.presences, actor.unit.id: replace(presence, last_activity_at=at)}
    told = Act(actor.user, actor.unit, history.ReopenedByHolder())
    return Change(replace(after, presences=presences, moved_at=at), (told,))


def settled(process: Process, by: Person, at: datetime) -> Process:
    """Open in the units where somebody has it at hand, and in no other; ``by`` put it away where it was the last."""
    at_hand = {each.unit.id for each in process.credentials if each.live and each.open}
    presences = {
        unit: presence.concluded(at, by) if presence.open and unit not in at_hand else presence
        for unit, presence in process.presences.items()
    }
    return replace(process, presences=presences)


def _live(process: Process, user: str, unit: str) -> AccessCredential:
    held = process.credential(user, unit)
    if held is None or not held.live:
        raise NotFound("credential_not_found", "Esta credencial não existe mais.")
    return held


def _check_own_unit(held: AccessCredential, actor: Actor, does: str) -> None:
    if held.by_unit.id != actor.unit.id:
        raise Refused(
            "credential_of_another_unit",
            f"Só a unidade {held.by_unit.acronym}, que concedeu esta credencial, a {does}.",
        )


def _of(fact: type[history.OfCredential], held: AccessCredential) -> Fact:
    return fact(held.user.id, held.user.name, held.unit.id, held.unit.acronym)
