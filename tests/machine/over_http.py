"""What units do beside routing, over HTTP: documents, deadlines, labels and acknowledgements (DOC-01, DOC-17, DOC-21,
TRA-09, TRA-11, PRO-24). The same models as over memory say what must come of it."""

from typing import Any

from tests.world.builders import drafting
from tests.world.world import Ask

from .at_work import DUE
from .systems import Whole
from .work_model import LABELS

#: Of ``work_model``, those that this does.
WORKS = ("label", "unlabel", "deadline", "conclude_deadline", "remove_deadline", "acknowledge")


class OverHttp:
    """The two processes of a ``Whole``, and what lies beside them."""

    def __init__(self, system: Whole) -> None:
        self.system = system
        self.written: dict[int, list[str]] = {0: [], 1: []}
        self._labels: dict[tuple[str, str], str] = {}

    def work(self, act: str, which: int, unit: str, value: int) -> bool:
        """One of ``WORKS``."""
        asked: dict[str, tuple[str, str, Any]] = {
            "deadline": ("PUT", "deadline", {"date": DUE[value % 3].isoformat()}),
            "conclude_deadline": ("POST", "deadline/conclusion", {}),
            "remove_deadline": ("DELETE", "deadline", None),
            "acknowledge": ("POST", "acknowledgements", {}),
        }
        if act in asked:
            return self._done(which, unit, *asked[act]) is not None
        path = f"labels/{self._label(unit, LABELS[value % 2])}"
        if act == "unlabel":
            return self._done(which, unit, "DELETE", path, None) is not None
        return self._done(which, unit, "PUT", path, {"text": ("", "Lote 7")[value // 2 % 2]}) is not None

    def paper(self, act: str, which: int, unit: str, value: int) -> bool:
        """One of ``papers.PAPERS``."""
        if act == "write":
            made = self._sent(drafting(self.system._worker(unit), self.system.processes[which], type="despacho"))
            if made is not None:
                self.written[which].append(str(made["id"]))
            return made is not None
        drafts = self.written[which]
        document = drafts[value % len(drafts)] if drafts else "nenhum"
        asked = {
            "lock_paper": ("PUT", f"documents/{document}/lock", {}),
            "unlock_paper": ("DELETE", f"documents/{document}/lock", None),
            "delete_paper": ("DELETE", f"documents/{document}", None),
            "restore_paper": ("POST", f"trash/{document}/restoration", {}),
        }
        return self._done(which, unit, *asked[act]) is not None

    def _done(self, which: int, unit: str, method: str, what: str, body: Any) -> Any:
        path = f"/processes/{self.system.processes[which]}/{what}"
        return self._sent(Ask(self.system._worker(unit), method, path, body))

    def _sent(self, ask: Ask) -> Any:
        """The reply's body, something when it has none; None when it was refused."""
        reply = self.system.world.send(ask)
        assert reply.status < 300 or reply.status in (403, 404, 409), reply.text
        return (reply.json or {}) if reply.status < 300 else None

    def _label(self, unit: str, name: str) -> str:
        """A label of the unit, made when it is first asked for."""
        if (unit, name) not in self._labels:
            world, who = self.system.world, self.system._worker(unit)
            kept = {one["name"]: one["id"] for one in world.done(Ask(who, "GET", "/arrangement"))["labels"]}
            fresh = {"name": name, "colour": "red"}
            self._labels[unit, name] = str(kept.get(name) or world.done(Ask(who, "POST", "/labels", fresh))["id"])
        return self._labels[unit, name]
