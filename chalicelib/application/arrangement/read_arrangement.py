"""The labels, checkpoints and board of a unit (TRA-09, TRA-12)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ArrangementKey
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def read_arrangement(ports: Ports, actor: Actor, unit: str | None = None) -> Arrangement:
    """Of the actor's unit; of any, for who defines checkpoints. Raises Forbidden, NotFound."""
    allow(actor, Action.UNIT_READ_ARRANGEMENT if unit is None else Action.CHECKPOINT_DEFINE)
    if unit is not None and unit not in ports.catalogues.units():
        raise NotFound()
    place = unit or actor.unit.id
    (kept,) = ports.reader.get(ArrangementKey(place))
    return kept or Arrangement(place)
