"""What a view answers leaves only once it is on record who read what (AUD-01)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.application.audit.notebook import Notebook, opened

if TYPE_CHECKING:
    from .routes import Call, Declared


def recorded(declared: "Declared", call: "Call", parameters: Mapping[str, str]) -> Any:
    """The view's answer. Raises what the view raises, and what keeps a reading from being recorded."""
    caller = call.actor if call.caller else None
    with opened(Notebook(call.ports.trail, call.ports.identifier, call.ports.now, caller)) as notebook:
        try:
            return declared.view(call, **parameters)
        finally:
            notebook.settle()
