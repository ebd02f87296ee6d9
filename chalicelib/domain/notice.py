"""Who is told by e-mail of a sending (TRA-01): the first address of each unit that has one."""

from collections.abc import Sequence

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .organisation import Unit

#: The city's own text for it (``mail_templates.yaml``).
SENDING_TEXT = "aviso-de-remessa"


@dataclass(frozen=True, slots=True)
class Audience:
    """``told`` hear of it at ``addresses``, each once; ``silent`` have no address and will see it in their inbox."""

    told: tuple[Unit, ...]
    addresses: tuple[str, ...]
    silent: tuple[Unit, ...]


def audience(destinations: Sequence[Unit]) -> Audience:
    """Raises InvalidRequest on ``notify_by_email``: ``nobody_to_notify`` when no unit has an address."""
    told = tuple(unit for unit in destinations if unit.mailboxes)
    silent = tuple(unit for unit in destinations if not unit.mailboxes)
    if not told:
        message = "Nenhuma das unidades de destino tem e-mail cadastrado. Desmarque o aviso e envie de novo."
        raise InvalidRequest(FieldError("notify_by_email", "nobody_to_notify", message))
    return Audience(told, tuple(dict.fromkeys(unit.mailboxes[0] for unit in told)), silent)
