"""For each route, a process (and its document, routing, upload) on which the act can be done by who may do it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.world.arranging import a_label, checklisted, checkpoints, labelling
from tests.world.builders import (
    RESTRICTED,
    accepted,
    authenticating,
    declaring,
    digitized,
    document,
    drafted,
    filed,
    process_form,
    read_by,
    saving,
    signed,
    signing,
    written,
)
from tests.world.extracting import unread
from tests.world.scenarios.authoring import COMPLETE, standard_text
from tests.world.world import Ask, Person, World

from .archetypes import HOLDER, PASSED


@dataclass(frozen=True, slots=True)
class Place:
    """Ids for the path's parameters, the request's body and headers."""

    parameters: dict[str, str]
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    query: str = ""

    def path(self, pattern: str) -> str:
        return pattern.format(**self.parameters) + self.query


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes places at one access level. ``holder`` works in the generating unit, ``passed`` in the other.

    ``more`` is said of the processes it starts.
    """

    world: World
    level: str
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def holder(self) -> Person:
        return self.world.person("marina.costa", HOLDER)

    @property
    def passed(self) -> Person:
        return self.world.person("helena.prado", PASSED)

    def form(self) -> dict[str, Any]:
        return process_form(**(RESTRICTED if self.level == "restricted" else {}), **self.more)

    def fresh(self) -> str:
        """Just started."""
        return str(self.world.done(Ask(self.holder, "POST", "/processes", self.form()))["id"])

    def post(self, who: Person, process: str, what: str, body: Any) -> Any:
        return self.world.done(Ask(who, "POST", f"/processes/{process}/{what}", body))

    def under_way(self) -> tuple[str, str]:
        """Open in its unit, concluded where it passed, awaited from a third; -> (process, routing)."""
        process = self.fresh()
        self.post(self.holder, process, "routings", {"units": [PASSED], "keep_open": True})
        self.post(self.passed, process, "conclusion", {})
        due = {"units": ["pgm-adm"], "keep_open": True, "return_due": {"days": 5, "business": True}}
        made = self.post(self.holder, process, "routings", due)
        return process, made["routings"][0]


Make = Callable[[Builder], Place]


def usual(at: Builder) -> Place:
    process, routing = at.under_way()
    return Place({"process": process, "routing": routing})


def looking(at: Builder) -> Place:
    return Place(usual(at).parameters, query="?words=coreto")


def doing(body: Any, **headers: str) -> Make:
    """The usual place, with a body."""

    def make(at: Builder) -> Place:
        return Place(usual(at).parameters, body(at) if callable(body) else body, headers)

    return make


def labelled(at: Builder, body: Any = None) -> Place:
    """With a label of the holder's unit on it."""
    place, label = usual(at), a_label(at.world, at.holder)
    at.world.done(labelling(at.holder, place.parameters["process"], label))
    return Place({**place.parameters, "label": label}, body)


def being_moved(at: Builder) -> Place:
    place = labelled(at)
    return Place(place.parameters, {"origin": place.parameters["label"], "destination": None})


def dated(at: Builder, body: Any = None) -> Place:
    place = usual(at)
    path = f"/processes/{place.parameters['process']}/deadline"
    at.world.done(Ask(at.holder, "PUT", path, {"days": 5}))
    return Place(place.parameters, body)


def dated_by_one_of_them(at: Builder) -> Place:
    """By somebody of ``archetypes``: only who changed a deadline takes the change back."""
    place, somebody = usual(at), at.world.person("sweep.basic.in.the.unit", HOLDER)
    at.world.done(Ask(somebody, "PUT", f"/processes/{place.parameters['process']}/deadline", {"days": 5}))
    return Place(place.parameters, {})


def planned(at: Builder) -> Place:
    place = usual(at)
    path = f"/processes/{place.parameters['process']}/work-plan"
    at.world.done(Ask(at.holder, "PUT", path, {"code": "ferias-servidor"}))
    return Place({**place.parameters, "item": "1.1"}, {"status": "finished"})


def at_checkpoint(at: Builder) -> Place:
    (checkpoint, *_) = checkpoints(at.world, HOLDER)
    return Place(usual(at).parameters, {"checkpoint": checkpoint})


def listed(at: Builder, body: Any = None) -> Place:
    place = usual(at)
    item = checklisted(at.world, place.parameters["process"], at.holder)
    return Place({**place.parameters, "item": item}, body)


def followed(at: Builder, body: Any) -> Place:
    place = usual(at)
    made = at.post(at.holder, place.parameters["process"], "follow-ups", {"group": "Obras"})
    return Place({**place.parameters, "follow_up": made["id"]}, body)


def untouched(at: Builder) -> Place:
    return Place({"process": at.fresh()})


def concluded(at: Builder) -> Place:
    process = at.fresh()
    at.post(at.holder, process, "routings", {"units": [PASSED]})
    return Place({"process": process}, {})


def arriving(at: Builder) -> Place:
    process, _ = at.under_way()
    at.post(at.passed, process, "reopening", {})
    at.post(at.passed, process, "routings", {"units": [HOLDER], "keep_open": True})
    return Place({"process": process}, {})


def copying(at: Builder) -> Place:
    place = draft(at)
    return Place(place.parameters, {"format": "zip"})


def draft(at: Builder, body: Any = None) -> Place:
    process, _ = at.under_way()
    _, made = drafted(at.world, process, at.holder)
    return Place({"process": process, "document": made}, body)


def kept(at: Builder) -> Place:
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    at.world.done(saving(at.world, pair, who=at.holder, explicit=True))
    return Place({**place.parameters, "version": "1"})


def being_saved(at: Builder) -> Place:
    place = draft(at)
    found = document(at.world, (place.parameters["process"], place.parameters["document"]), at.holder)
    revision = f'"{found["revision"]}"'
    return Place(place.parameters, {"content": written(found["content"], "Ciente.")}, {"If_Match": revision})


def being_signed(at: Builder) -> Place:
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    return Place(place.parameters, signing(at.world, pair, at.holder).body)


def published(at: Builder) -> Place:
    process, _ = at.under_way()
    pair = signed(at.world, process, at.holder)
    read_by(at.world, pair, at.passed)
    return Place({"process": process, "document": pair[1]}, {"reason": "Assinado por engano"})


def holding_file(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process, "document": filed(at.world, process, at.holder)[1]})


def giving_text(at: Builder) -> Place:
    """A file whose text could not be extracted, so that it may be asked for again."""
    process, _ = at.under_way()
    return Place({"process": process, "document": unread(at.world, process, at.holder)[1]}, {})


def being_authenticated(at: Builder) -> Place:
    process, _ = at.under_way()
    # Of the protocol unit, which alone may certify what it digitized.
    pair = digitized(at.world, process, at.world.ana)
    parameters = {"process": pair[0], "document": pair[1]}
    return Place(parameters, authenticating(at.world, pair, at.world.ana).body)


def uploading(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process, "upload": accepted(at.world, process, at.holder)[1]})


def being_imported(at: Builder) -> Place:
    place = draft(at)
    return Place(place.parameters, {"sections": {"body": "<p>Defiro.</p>"}}, {"If_Match": '"1"'})


def form_to_fill(at: Builder) -> Place:
    process, _ = at.under_way()
    _, made = drafted(at.world, process, at.holder, type="solicitacao-poda", description="")
    return Place({"process": process, "document": made}, {"answers": COMPLETE}, {"If_Match": '"1"'})


def with_standard_text(at: Builder) -> Place:
    place = draft(at)
    return Place({**place.parameters, "text": standard_text(at.world, at.holder)})


@dataclass(frozen=True, slots=True)
class InBlock:
    """A block of the holder's unit with a letter in it, shared where it passed or not; then what is sent."""

    shared: bool
    body: Any = None
    concluded: bool = False
    empty: bool = False
    kind: str = "signing"

    def __call__(self, at: Builder) -> Place:
        form = {"kind": self.kind, "description": "Ofícios", "units": [PASSED]}
        block = str(at.world.done(Ask(at.holder, "POST", "/blocks", form))["id"])
        process, letter = drafted(at.world, at.fresh(), at.holder)
        items = {"process": process, **({"document": letter} if self.kind == "signing" else {})}
        if not self.empty:
            at.world.done(Ask(at.holder, "POST", f"/blocks/{block}/items", items))
        if self.shared:
            at.world.done(Ask(at.holder, "POST", f"/blocks/{block}/sharing", {}))
        if self.concluded:
            at.world.done(Ask(at.holder, "POST", f"/blocks/{block}/conclusion", {}))
        place = {"block": block, "process": process, "item": letter, "flag": "priority"}
        return Place(place, items if self.body == "items" else self.body)


BLOCK = "/blocks/{block}"
DOCUMENT = "/processes/{process}/documents/{document}"
PLACES: dict[tuple[str, str], Make] = {
    ("GET", "/processes/{process}"): usual,
    ("GET", "/processes/{process}/history"): usual,
    ("GET", "/processes/{process}/path"): usual,
    ("GET", "/processes/{process}/direct-line"): usual,
    ("GET", "/processes/{process}/find"): looking,
    ("GET", "/processes/{process}/work-plan"): usual,
    ("PUT", "/processes/{process}/work-plan"): doing({"code": "ferias-servidor"}),
    ("PUT", "/processes/{process}/work-plan/items/{item}"): planned,
    ("GET", "/processes/{process}/documents"): usual,
    ("POST", "/processes/{process}/copies"): copying,
    ("GET", "/processes/{process}/export"): usual,
    ("PATCH", "/processes/{process}"): doing({"specification": "Outra"}, If_Match='"5"'),
    ("DELETE", "/processes/{process}"): untouched,
    ("PUT", "/processes/{process}/remark"): doing({"text": "Ver com o setor"}),
    ("POST", "/processes/{process}/progress"): doing({"text": "Vistoria feita"}),
    ("POST", "/processes/{process}/receipts"): arriving,
    ("POST", "/processes/{process}/routings"): doing({"units": ["semfaz"], "keep_open": True}),
    ("PATCH", "/processes/{process}/routings/{routing}"): doing({"return_due": {"days": 30}}),
    ("DELETE", "/processes/{process}/routings/{routing}/return-request"): usual,
    ("POST", "/processes/{process}/conclusion"): doing({}),
    ("POST", "/processes/{process}/reopening"): concluded,
    ("PUT", "/processes/{process}/assignment"): doing({"user": "diego.alves"}),
    ("GET", "/processes/{process}/desk"): usual,
    ("PUT", "/processes/{process}/note"): doing({"text": "Ligar para o requerente"}),
    ("PUT", "/processes/{process}/labels/{label}"): lambda at: labelled(at, {"text": "Para sexta"}),
    ("DELETE", "/processes/{process}/labels/{label}"): lambda at: labelled(at),
    ("POST", "/processes/{process}/label-moves"): being_moved,
    ("PUT", "/processes/{process}/deadline"): doing({"days": 5, "business": True}),
    ("POST", "/processes/{process}/deadline/conclusion"): lambda at: dated(at, {}),
    ("DELETE", "/processes/{process}/deadline"): lambda at: dated(at),
    ("POST", "/processes/{process}/deadline/undoing"): dated_by_one_of_them,
    ("PUT", "/processes/{process}/checkpoint"): at_checkpoint,
    ("POST", "/processes/{process}/checklist"): doing({"items": ["Ligar antes"]}),
    ("PUT", "/processes/{process}/checklist/{item}"): lambda at: listed(at, {"done": True}),
    ("DELETE", "/processes/{process}/checklist/{item}"): lambda at: listed(at),
    ("POST", "/processes/{process}/follow-ups"): doing({"group": "Obras", "observation": "Ver em março"}),
    ("PUT", "/processes/{process}/follow-ups/{follow_up}"): lambda at: followed(at, {"group": "Praças"}),
    ("POST", "/processes/{process}/follow-ups/{follow_up}/sight"): lambda at: followed(at, {}),
    ("POST", "/processes/{process}/documents"): doing({"kind": "authored", "type": "despacho"}),
    ("POST", "/processes/{process}/uploads"): doing(lambda at: declaring(at.holder, "").body),
    ("GET", "/processes/{process}/uploads/{upload}"): uploading,
    ("DELETE", "/processes/{process}/uploads/{upload}"): uploading,
    ("POST", "/processes/{process}/uploads/{upload}/parts"): uploading,
    ("POST", "/processes/{process}/uploads/{upload}/completion"): uploading,
    ("GET", DOCUMENT): draft,
    ("PUT", DOCUMENT + "/content"): being_saved,
    ("PATCH", DOCUMENT): lambda at: draft(at, {"description": "Minuta"}),
    ("DELETE", DOCUMENT): draft,
    ("POST", DOCUMENT + "/cancellation"): published,
    ("POST", DOCUMENT + "/signatures"): being_signed,
    ("POST", DOCUMENT + "/authentications"): being_authenticated,
    ("GET", DOCUMENT + "/versions"): kept,
    ("GET", DOCUMENT + "/references"): kept,
    ("GET", DOCUMENT + "/images"): kept,
    ("GET", DOCUMENT + "/checks"): kept,
    ("GET", DOCUMENT + "/versions/{version}"): kept,
    ("POST", DOCUMENT + "/versions/{version}/restoration"): kept,
    ("GET", DOCUMENT + "/pdf"): published,
    ("GET", DOCUMENT + "/signatures"): published,
    ("GET", DOCUMENT + "/file"): holding_file,
    ("GET", DOCUMENT + "/text"): holding_file,
    ("POST", DOCUMENT + "/text"): giving_text,
    ("GET", DOCUMENT + "/standard-texts/{text}"): with_standard_text,
    ("GET", DOCUMENT + "/answers"): form_to_fill,
    ("PUT", DOCUMENT + "/answers"): form_to_fill,
    ("PUT", DOCUMENT + "/html"): being_imported,
    ("PUT", DOCUMENT + "/editing"): lambda at: draft(at, {"editor": "e1"}),
    ("DELETE", DOCUMENT + "/editing/{editor}"): lambda at: Place({**draft(at).parameters, "editor": "e1"}),
    ("GET", BLOCK): InBlock(True),
    ("PATCH", BLOCK): InBlock(False, {"description": "Outro"}),
    ("DELETE", BLOCK): InBlock(False, empty=True),
    ("POST", BLOCK + "/items"): InBlock(False, "items", empty=True, kind="meeting"),
    ("DELETE", BLOCK + "/items/{item}"): InBlock(False),
    ("PUT", BLOCK + "/items/{item}/note"): InBlock(True, {"text": "Conferir"}),
    ("PUT", BLOCK + "/assignee"): InBlock(True, {"user": None}),
    ("PUT", BLOCK + "/flags/{flag}"): InBlock(True, {"raised": True}),
    ("POST", BLOCK + "/sharing"): InBlock(False, {}),
    ("DELETE", BLOCK + "/sharing"): InBlock(True),
    ("POST", BLOCK + "/return"): InBlock(True, {}),
    ("POST", BLOCK + "/conclusion"): InBlock(False, {}),
    ("POST", BLOCK + "/reopening"): InBlock(False, {}, concluded=True),
}
