"""The unit's control panel (TRA-13): how many of each, from counters kept as things happen."""

from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.figures import NONE, Due, due_by_status, of_kind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.spelling import plain
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one thing; ``id`` is what the inbox is filtered by, ``none`` for those without."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the panel shows. Names are as they are now; what has none any more is left out.

    ``checkpoints_left``: phases of processes that are no longer in the unit's inbox (TRA-12).
    """

    counters: Mapping[str, int]
    deadlines: Due
    concluded_deadlines: int
    returns_to_give: Due
    returns_awaited: Due
    labels: Sequence[Tally]
    checkpoints: Sequence[Tally]
    checkpoints_left: Sequence[Tally]
    assignees: Sequence[Tally]
    types: Sequence[Tally]
    arrangement: Arrangement


def read_panel(ports: Ports, actor: Actor) -> Panel:
    """Three reads, whatever the number of processes. Raises Forbidden."""
    allow(actor, Action.PANEL_READ)
    unit = actor.unit.id
    counters, arranged = ports.reader.counters(unit, actor.user.id)
    counts = ports.reader.figures(unit)
    people = {person.id: person.name for person in ports.reader.users_of_unit(unit)}
    types = {code: kind.name for code, kind in ports.catalogues.process_types().items()}
    phases = {each.id: each.name for each in arranged.checkpoints}
    today = ports.now().astimezone(ports.zone).date()
    return Panel(
        counters=counters,
        deadlines=due_by_status(counts, "due", today),
        concluded_deadlines=dict(of_kind(counts, "due")).get("concluded", 0),
        returns_to_give=due_by_status(counts, "give", today),
        returns_awaited=due_by_status(counts, "await", today),
        labels=_tallies(counts, "label", {each.id: each.name for each in arranged.labels}),
        checkpoints=_tallies(counts, "checkpoint", phases),
        checkpoints_left=_tallies(counts, "left", phases),
        assignees=_tallies(counts, "assignee", people),
        types=_tallies(counts, "type", types),
        arrangement=arranged,
    )


def _tallies(counts: Mapping[str, int], what: str, names: Mapping[str, str]) -> Sequence[Tally]:
    """Most first, and those without any at the end."""
    known = {**names, NONE: ""}
    found = [Tally(which, known[which], count) for which, count in of_kind(counts, what) if which in known]
    return sorted(found, key=lambda each: (each.id == NONE, -each.count, plain(each.name)))
