"""How far a city has come is written beside its catalogues, and read with them."""

from typing import Any

from chalicelib.domain.rollout import Rollout

from . import catalogues, keys
from .codec import encode
from .items import MainItem, SessionItem


class RolloutWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _bodies: dict[tuple[str, str], str | None]
    _puts: list[tuple[Any, Any]]
    _updates: list[tuple[MainItem | SessionItem, list[Any], Any]]
    _checks: list[tuple[tuple[str, str], Any]]

    def put_rollout(self, before: Rollout | None, after: Rollout) -> None:
        pair = keys.rollout(self._tenant)
        self._puts.append((MainItem(*pair, n=after.revision, body=encode(after)), self._still_rollout(before)))
        self._updates.append((MainItem(*keys.catalogues_revision(self._tenant)), [MainItem.n.add(1)], None))

    def require_rollout(self, seen: Rollout | None) -> None:
        self._checks.append((keys.rollout(self._tenant), self._still_rollout(seen)))

    def _still_rollout(self, seen: Rollout | None) -> Any:
        if seen is None:
            return MainItem.pk.does_not_exist()
        # What was stored, not what is made of it, which may have gained fields since.
        return MainItem.body == self._bodies[keys.rollout(self._tenant)]


def load_rollout(tenant: str, rollout: Rollout) -> None:
    """Of a city that worked before: written once; what its administration decided stays as it is."""
    pair = keys.rollout(tenant)
    if not list(MainItem.query(pair[0], consistent_read=True, limit=1)):
        MainItem(*pair, n=rollout.revision, body=encode(rollout)).save()
        catalogues.forget()
