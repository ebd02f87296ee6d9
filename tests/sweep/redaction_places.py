"""The places of concealing part of a document."""

from tests.world.builders import signed
from tests.world.scenarios.redaction import concealing, marking

from .places import DOCUMENT, Builder, Make, Place


def read(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process, "document": signed(at.world, process, at.holder)[1]})


def previewed(at: Builder) -> Place:
    place = read(at)
    pair = (place.parameters["process"], place.parameters["document"])
    return Place(place.parameters, marking(at.world, pair, at.holder))


def asked(at: Builder) -> Place:
    place = read(at)
    pair = (place.parameters["process"], place.parameters["document"])
    return Place(place.parameters, concealing(at.world, pair, at.holder).body)


REDACTION: dict[tuple[str, str], Make] = {
    ("GET", DOCUMENT + "/redaction"): read,
    ("POST", DOCUMENT + "/redaction/preview"): previewed,
    ("POST", DOCUMENT + "/redactions"): asked,
}
