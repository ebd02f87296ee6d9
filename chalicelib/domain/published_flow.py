"""A version of a flow as it was published: the text somebody wrote, and what it says. Versions are never changed."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Refused
from .flow import Flow
from .identity import Actor
from .organisation import Person


@dataclass(frozen=True, slots=True)
class PublishedFlow:
    """``text`` is exactly what was written."""

    flow: Flow
    text: str
    by: Person
    at: datetime


def publish(before: PublishedFlow | None, flow: Flow, text: str, actor: Actor, at: datetime) -> PublishedFlow:
    """The next version. Raises Refused ``nothing_changed``, ``flow_of_another_type``."""
    if before and before.text == text:
        raise Refused("nothing_changed", f"O texto é o mesmo da versão {before.flow.version}, já publicada.")
    if before and before.flow.process_type != flow.process_type:
        message = "O fluxo já publicado com este código é de outro tipo de processo. Use outro código."
        raise Refused("flow_of_another_type", message)
    version = before.flow.version + 1 if before else 1
    return PublishedFlow(replace(flow, version=version), text, actor.user, at)
