"""Copies with concealed passages (LAI, art. 7º, § 2º): what is marked, asked for, and made by the job."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from chalicelib.application.jobs.acting import acting_in
from chalicelib.application.redaction.make import redact_document
from chalicelib.application.redaction.ports import Copy
from chalicelib.application.references import JobKey
from chalicelib.application.transaction import Operation
from chalicelib.domain.redaction import Area
from chalicelib.domain.rendition import Picture, RenderModel
from tests.world.builders import filed, signed
from tests.world.wire import untapped
from tests.world.world import Ask, Person, World

from .registry import reads, writes

Place = tuple[str, str]


def path(place: Place, *more: str) -> str:
    return "/".join(("/processes", place[0], "documents", place[1], *more))


def marking(world: World, place: Place, who: Person | None = None) -> dict[str, Any]:
    """The first words of the text, or the upper half of the first page, as the screen sends them."""
    source = world.done(Ask(who or world.ana, "GET", path(place, "redaction")))
    if not source["lines"]:
        area = {"page": 1, "left": 0, "top": 0, "right": 10_000, "bottom": 5_000}
        return {"digest": source["digest"], "areas": [area]}
    line = next(number for number, line in enumerate(source["lines"]) if len(line["text"]) > 3)
    return {"digest": source["digest"], "passages": [{"line": line, "start": 0, "end": 4}]}


def concealing(world: World, place: Place, who: Person | None = None, **changes: Any) -> Ask:
    """The screen Ocultar trechos, filled in."""
    form = {
        "legal_basis": "informacao-pessoal",
        "reason": "Pedido de acesso à informação",
        "access_level": "public",
        **marking(world, place, who),
        **changes,
    }
    return Ask(who or world.ana, "POST", path(place, "redactions"), form, place[0])


class Drawn:
    """Whatever draws copies, in a few bytes: the drawing itself is proved in ``tests/adapters/redaction``."""

    def conceal(
        self, source: bytes, areas: Sequence[Area], title: str, notice: Sequence[str], at: datetime
    ) -> Copy:
        return Copy(f"%PDF {title} {areas} {notice} {at}".encode(), 2, ("ABC",), ("D",))

    def bare(self, pictures: Mapping[str, Picture]) -> Mapping[str, Picture]:
        return pictures


def typeset(model: RenderModel) -> bytes:
    return f"%PDF {model.title} {model.content}".encode()


def making(world: World, place: Place, who: Person | None = None) -> Ask:
    """What the worker does with the only item of Ana's job, or of whoever, as often as it is asked."""
    person = who or world.ana
    job_id = str(world.done(concealing(world, place, person))["job"])
    with untapped():
        (job,) = world.installed.place.ports(world.tenant).reader.get(JobKey(person.login, job_id))

    def make() -> Any:
        ports = world.installed.place.ports(world.tenant)
        operation = Operation(job.user.id, f"job-{job.id}-0", "digest")
        act = redact_document(typeset, Drawn())
        made = act(ports, acting_in(ports, job), operation, {"document": place[1]}, job)
        # Its place in the tree and no more: the same event about another document answers the same.
        return {"state": made.state, "message": made.message, "place": made.found["document"][:5]}

    return Ask(person, "EVENT", "copy made", process=place[0], act=make)


@reads("redaction.source.read_source", "LGPD-01")
def read_what_is_marked(world: World) -> Ask:
    return Ask(world.ana, "GET", path(signed(world), "redaction"))


@reads("redaction.preview.preview_redaction", "LGPD-01")
def preview_redaction(world: World) -> Ask:
    place = signed(world)
    return Ask(world.ana, "POST", path(place, "redaction", "preview"), marking(world, place))


@writes("redaction.ask.ask_redaction", "LGPD-01", entries=0)
def ask_redaction(world: World) -> Ask:
    return concealing(world, signed(world))


@writes("redaction.make.redact_document", "LGPD-01", entries=2, name="make_copy_of_a_text")
def redact_text(world: World) -> Ask:
    return making(world, signed(world))


@writes("redaction.make.redact_document", "LGPD-01", entries=2, name="make_copy_of_a_file")
def redact_file(world: World) -> Ask:
    return making(world, filed(world))
