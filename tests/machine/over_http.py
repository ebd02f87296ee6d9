"""What units do beside routing, over HTTP: documents, deadlines, labels, acknowledgements, steps of a flow (DOC-01,
DOC-03, DOC-10 to DOC-12, DOC-17, DOC-21, TRA-09, TRA-11, PRO-24, issue 4 §7). The same models as over memory say what
must come of it."""

from typing import Any

from tests.world.builders import drafting, title_of, written
from tests.world.following import TEXT, asking, publish
from tests.world.installed import PASSWORD
from tests.world.world import Ask

from .at_trails import NOWHERE, REASON
from .at_work import DUE
from .systems import Whole
from .trails import STEPS
from .work_model import LABELS

#: Of ``work_model``, those that this does.
WORKS = ("label", "unlabel", "deadline", "conclude_deadline", "remove_deadline", "acknowledge")


class OverHttp:
    """The two processes of a ``Whole``, and what lies beside them."""

    def __init__(self, system: Whole) -> None:
        self.system = system
        self.written: dict[int, list[str]] = {0: [], 1: []}
        self._labels: dict[tuple[str, str], str] = {}
        publish(system.world, TEXT)

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
            made = self._sent(drafting(self.system._worker(unit), self.system.processes[which]))
            if made is not None:
                self.written[which].append(str(made["id"]))
            return made is not None
        drafts = self.written[which]
        document = drafts[value % len(drafts)] if drafts else "nenhum"
        if act in ("look_at_paper", "save_paper", "sign_paper"):
            return self._upon_reading(act, which, unit, document)
        asked = {
            "cancel_paper": ("POST", f"documents/{document}/cancellation", {"reason": REASON}),
            "lock_paper": ("PUT", f"documents/{document}/lock", {}),
            "unlock_paper": ("DELETE", f"documents/{document}/lock", None),
            "delete_paper": ("DELETE", f"documents/{document}", None),
            "restore_paper": ("POST", f"trash/{document}/restoration", {}),
        }
        return self._done(which, unit, *asked[act]) is not None

    def _upon_reading(self, act: str, which: int, unit: str, document: str) -> bool:
        """The text is read first: what is saved or signed is what was seen."""
        found = self._done(which, unit, "GET", f"documents/{document}", None) or {}
        readable = found.get("content") is not None
        if act == "look_at_paper" or not readable:
            return readable
        who = self.system._worker(unit)
        path = f"/processes/{self.system.processes[which]}/documents/{document}"
        if act == "sign_paper":
            form = {"password": PASSWORD, "role_title": title_of(self.system.world, who), "digest": found["digest"]}
            return self._sent(Ask(who, "POST", f"{path}/signatures", form)) is not None
        form = {"content": written(found["content"], "Defiro."), "explicit": False}
        match = {"If_Match": f'"{found["revision"]}"'}
        return self._sent(Ask(who, "PUT", f"{path}/content", form, headers=match)) is not None

    def trail(self, act: str, which: int, unit: str, value: int) -> bool:
        """One of ``trails.TRAILS``, on the one flow that lets nobody send by hand."""
        process, who = self.system.processes[which], self.system._worker(unit)
        step, way = STEPS[value % 4], {"way": value // 4 % 2} if value % 4 == 3 else {}
        asked: dict[str, tuple[str, dict[str, Any]]] = {
            "start": ("", {"flow": "atendimento"}),
            "pause": ("pause", {"reason": REASON}),
            "resume": ("resumption", {}),
            "cancel": ("cancellation", {"reason": REASON}),
        }
        if act in asked:
            return self._sent(asking(who, process, *asked[act])) is not None
        run = self.system.world.done(Ask(who, "GET", f"/processes/{process}/flow"))["run"]
        places = [one["at"] for one in run["steps"] if one["step"] == step] if run else []
        place = f"steps/{places[-1] if places else NOWHERE}"
        form = ("completion", {**way, "note": REASON}) if act == "complete" else ("skipping", {**way, "reason": REASON})
        return self._sent(asking(who, process, f"{place}/{form[0]}", form[1])) is not None

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
