"""Who is told by e-mail of a sending (TRA-01), or of what time brought to a unit (TRA-03, issue 4 §8)."""

from collections.abc import Sequence

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .identity import User
from .organisation import Person, Unit
from .process import Process

#: The city's own texts (``mail_templates.yaml``).
SENDING_TEXT = "aviso-de-remessa"
STEP_DUE_TEXT = "aviso-de-etapa-a-vencer"
STEP_OVERDUE_TEXT = "aviso-de-etapa-vencida"
UNRECEIVED_TEXT = "aviso-de-recebimento-pendente"
RETURN_DUE_TEXT = "aviso-de-retorno-a-vencer"
RETURN_OVERDUE_TEXT = "aviso-de-retorno-vencido"


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


def in_charge(process: Process, units: Sequence[str]) -> tuple[Person, ...]:
    """Whom these units gave the process to: told in person of what becomes due (TRA-07)."""
    sides = (process.presences.get(unit) for unit in units)
    return tuple(side.assignee for side in sides if side and side.open and side.assignee)


def addresses(units: Sequence[Unit], people: Sequence[User]) -> tuple[str, ...]:
    """The first address of each active unit that has one, and of those who may still enter; each once."""
    boxes = [unit.mailboxes[0] for unit in units if unit.active and unit.mailboxes]
    own = [user.email for user in people if user.email and not user.blocked]
    return tuple(dict.fromkeys([*boxes, *own]))
