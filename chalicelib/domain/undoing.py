"""Take back what was just done: a conclusion, a sending not received yet; mark as unread (TRA-01, 04, 16)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .desk import EMPTY
from .errors import NotFound, Refused
from .identity import Actor
from .presence import Presence, Signal
from .process import (
    Act,
    Change,
    Process,
    check_active,
    check_free,
    then,
    touch,
    with_presence,
    with_routings,
)
from .routing import Routing


def mark_unread(process: Process, actor: Actor, at: datetime) -> Change:
    """Show it in bold again until somebody opens it (TRA-16): a mark of the unit, which leaves no entry.

    Raises Refused: as ``touch``, ``already_unread``.
    """
    before = process.presence(actor.unit.id)
    if before and (before.unread or Signal.MARKED_UNREAD in before.signals):
        raise Refused("already_unread", "O processo já está como não visualizado.")
    change = touch(process, actor, at)
    presence = change.process.presences[actor.unit.id]
    marked = replace(presence, signals=presence.signals | {Signal.MARKED_UNREAD})
    return then(change, with_presence(change.process, marked))


def undo_conclusion(process: Process, actor: Actor, at: datetime) -> Change:
    """Reopen as it was, in the same hands; only whoever concluded it, by hand (TRA-04).

    Raises Refused: as ``check_active``, ``process_already_open``, ``conclusion_of_another``.
    """
    check_active(process)
    presence = process.presence(actor.unit.id)
    if presence is None or presence.open:
        raise Refused("process_already_open", "O processo já está aberto nesta unidade.")
    done = presence.conclusion
    if done is None or done.by_sending or done.by.id != actor.user.id:
        message = "Só quem concluiu o processo desfaz a conclusão. Qualquer pessoa da unidade pode reabri-lo."
        raise Refused("conclusion_of_another", message)
    reopened = with_presence(process, presence.reopened(at, done.assignee))
    return Change(reopened, (Act(actor.user, actor.unit, history.ConclusionUndone()),))


def undo_sending(process: Process, actor: Actor, routing_id: str, at: datetime) -> Change:
    """Take the whole sending back, while no destination received it: all is as before, and the history says so.

    Raises NotFound ``sending_not_found``; Refused: as ``check_active``, ``sending_of_another_unit``,
    ``sending_received`` once any destination opened it or worked with it, ``sending_superseded`` when another
    unit sent it there since, ``sending_gave_back`` when it gave back a return: that count has stopped,
    ``flow_conducts``.
    """
    check_active(process)
    check_free(process)
    sent = next((each for each in process.routings if each.id == routing_id), None)
    if sent is None:
        raise NotFound("sending_not_found", "Este envio já foi recebido ou desfeito.")
    if sent.origin.id != actor.unit.id:
        raise Refused("sending_of_another_unit", f"Só a unidade {sent.origin.acronym} desfaz este envio.")
    together = tuple(each for each in process.routings if each.sending == sent.sending)
    _check_untouched(sent, together)
    for each in together:
        process = _arrival_undone(process, each)
    process, acts = _origin_reopened(process, actor, sent, at)
    undone = tuple(replace(each, undone_at=at, displaced=None) for each in together)
    facts = [(each.destination, history.SendingUndone(sent.origin.acronym, each.id)) for each in undone]
    told = tuple(Act(actor.user, unit, fact) for unit, fact in facts)
    return Change(with_routings(process, undone), (*told, *acts), undone)


def undo_last_sending(process: Process, actor: Actor, at: datetime) -> Change:
    """Take back the unit's last sending that a destination has not received.

    Raises Refused: as ``undo_sending``, ``no_sending_to_undo`` when all of them were.
    """
    check_active(process)
    sent = [each for each in process.routings if each.origin.id == actor.unit.id and each.waits_receipt]
    if not sent:
        acronym = actor.unit.acronym
        raise Refused("no_sending_to_undo", f"A unidade {acronym} não tem envio deste processo por receber.")
    return undo_sending(process, actor, max(sent, key=lambda each: each.sent_at).id, at)


def _check_untouched(sent: Routing, together: tuple[Routing, ...]) -> None:
    if len(together) != sent.together or not all(each.waits_receipt for each in together):
        raise Refused("sending_received", "Uma unidade de destino já recebeu: o envio não pode ser desfeito.")
    if sent.gave_back:
        message = (
            "Este envio devolveu o processo a quem o aguardava: a contagem parou e não pode ser retomada."
        )
        raise Refused("sending_gave_back", message)


def _arrival_undone(process: Process, routing: Routing) -> Process:
    """The destination as it was before; what came in meanwhile stays news."""
    unit = routing.destination
    now, before = process.presences[unit.id], routing.displaced
    if (now.arrived_at, now.sender) != (routing.sent_at, routing.origin):
        raise Refused("sending_superseded", f"Outra unidade também enviou o processo para {unit.acronym}.")
    if not now.unread or now.desk != (before.desk if before else EMPTY):
        raise Refused("sending_received", f"A unidade {unit.acronym} já trabalhou no processo.")
    if before is None:
        left = {name: presence for name, presence in process.presences.items() if name != unit.id}
        return replace(process, presences=left)
    signals = before.signals | now.signals if before.open else before.signals
    return with_presence(process, replace(before, signals=signals))


def _origin_reopened(
    process: Process, actor: Actor, sent: Routing, at: datetime
) -> tuple[Process, tuple[Act, ...]]:
    """Open here again if the sending itself closed it."""
    presence: Presence = process.presences[actor.unit.id]
    done = presence.conclusion
    if presence.open or done is None or not done.by_sending or done.at != sent.sent_at:
        return process, ()
    act = Act(actor.user, actor.unit, history.ConclusionUndone(sending=True))
    return with_presence(process, presence.reopened(at, done.assignee)), (act,)
