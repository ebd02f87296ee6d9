"""A version of a flow as it was published: the text somebody wrote, and what it says. Versions are never changed."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Refused
from .flow import Flow
from .identity import Actor
from .organisation import Person


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a flow out of what processes may start, and why."""

    by: Person
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PublishedFlow:
    """``text`` is exactly what was written. A withdrawn one is followed by whoever follows it already, and no other."""

    flow: Flow
    text: str
    by: Person
    at: datetime
    withdrawn: Withdrawal | None = None


def publish(before: PublishedFlow | None, flow: Flow, text: str, actor: Actor, at: datetime) -> PublishedFlow:
    """The next version; a withdrawn flow comes back so, even by the same text.

    Raises Refused ``nothing_changed``, ``flow_of_another_type``.
    """
    if before and before.text == text and not before.withdrawn:
        raise Refused("nothing_changed", f"O texto é o mesmo da versão {before.flow.version}, já publicada.")
    if before and before.flow.process_type != flow.process_type:
        message = "O fluxo já publicado com este código é de outro tipo de processo. Use outro código."
        raise Refused("flow_of_another_type", message)
    version = before.flow.version + 1 if before else 1
    return PublishedFlow(replace(flow, version=version), text, actor.user, at)


def withdraw(published: PublishedFlow, version: int, reason: str, actor: Actor, at: datetime) -> PublishedFlow:
    """No process starts it any more. Raises Refused ``flow_withdrawn``, ``flow_published_again``."""
    check_offered(published)
    if published.flow.version != version:
        newest = published.flow.version
        message = f"O fluxo foi publicado de novo enquanto isso: agora vale a versão {newest}. Veja-a antes."
        raise Refused("flow_published_again", message)
    return replace(published, withdrawn=Withdrawal(actor.user, at, reason))


def check_offered(published: PublishedFlow) -> None:
    """Raises Refused ``flow_withdrawn``."""
    if published.withdrawn:
        message = f"O fluxo {published.flow.name} foi retirado: nenhum processo o inicia mais."
        raise Refused("flow_withdrawn", message)
