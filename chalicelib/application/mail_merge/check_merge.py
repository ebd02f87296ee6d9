"""What a mail merge would do, row by row, without doing it (DOC-09)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .examine import Examination, MergeForm, examined


def check_merge(ports: Ports, actor: Actor, form: MergeForm) -> Examination:
    """Writes nothing. Raises Forbidden and as ``examined``."""
    allow(actor, Action.BULK_ORDER)
    return examined(ports, actor, form)
