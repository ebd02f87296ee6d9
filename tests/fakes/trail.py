"""The record of readings in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chalicelib.application.audit.ports import AccessPage
from chalicelib.domain.audit import Access, AccessFilter


@dataclass
class MemoryTrail:
    """Implements ``audit.ports.Trail``; cursors are places."""

    kept: list[Access] = field(default_factory=list)

    def begin(self, access: Access) -> Callable[[], None]:
        return lambda: self.kept.append(access)

    def page(self, wanted: AccessFilter, cursor: str | None, size: int) -> AccessPage:
        asked = {"user": wanted.user, "unit": wanted.unit}
        found = [
            one
            for one in reversed(self.kept)
            if wanted.since <= one.at <= wanted.until
            and all(not value or getattr(one, name).id == value for name, value in asked.items())
            and wanted.action in ("", one.action)
            and wanted.process in ("", one.process)
            and wanted.address in ("", one.address)
            and (not wanted.person or wanted.person in one.people)
        ]
        start = int(cursor or 0)
        end = start + size
        return AccessPage(found[start:end], str(end) if end < len(found) else None)
