"""The control panel of the unit (TRA-13)."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from chalicelib.application.panel.read_panel import Tally, read_panel
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes

routes = Routes("panel")


@routes.route("GET", "/panel", Action.PANEL_READ, reply=replies.Panel)
def read(call: Call) -> dict[str, Any]:
    """Painel de controle da unidade"""
    panel = read_panel(call.ports, call.actor)
    colours = {label.id: label.colour.value for label in panel.arrangement.labels}
    return {
        "counters": dict(panel.counters),
        "deadlines": {**asdict(panel.deadlines), "concluded": panel.concluded_deadlines},
        "returns_to_give": asdict(panel.returns_to_give),
        "returns_awaited": asdict(panel.returns_awaited),
        "labels": [{**asdict(each), "colour": colours.get(each.id)} for each in panel.labels],
        "checkpoints": _tallies(panel.checkpoints),
        "checkpoints_left": _tallies(panel.checkpoints_left),
        "assignees": _tallies(panel.assignees),
        "types": _tallies(panel.types),
    }


def _tallies(tallies: Sequence[Tally]) -> list[dict[str, Any]]:
    return [asdict(each) for each in tallies]
