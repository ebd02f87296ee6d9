"""Places for the acts that tie processes, hold them still or take back what was done."""

from tests.world.builders import drafted

from .archetypes import HOLDER
from .places import Builder, Make, Place, doing, usual


def suspended(at: Builder) -> Place:
    process = at.fresh()
    at.post(at.holder, process, "suspension", {"reason": "Aguarda o laudo"})
    return Place({"process": process}, {})


def related(at: Builder) -> Place:
    process, _ = at.under_way()
    other = at.fresh()
    at.post(at.holder, process, "relations", {"process": other})
    return Place({"process": process, "other": other}, {})


def annexable(at: Builder) -> str:
    return drafted(at.world, at.fresh(), at.holder)[0]


def annexed(at: Builder) -> Place:
    process, _ = at.under_way()
    other = annexable(at)
    at.post(at.holder, process, "annexes", {"process": other})
    return Place({"process": process, "other": other}, {"reason": "Anexado por engano"})


def locked(at: Builder) -> Place:
    process, _ = at.under_way()
    chief = at.world.hire("sweep.chief", HOLDER, "basic", "administrator")
    at.post(chief, process, "lock", {"reason": "Enviado a outro órgão"})
    return Place({"process": process}, {})


def concluded_by_hand(at: Builder) -> Place:
    """By somebody of ``archetypes``: only who concluded undoes it."""
    process = at.fresh()
    at.post(at.world.person("sweep.basic.in.the.unit", HOLDER), process, "conclusion", {})
    return Place({"process": process}, {})


PROCESS = "/processes/{process}"
TIES: dict[tuple[str, str], Make] = {
    ("GET", PROCESS + "/ties"): usual,
    ("POST", PROCESS + "/suspension"): lambda at: Place(
        {"process": at.fresh()}, {"reason": "Aguarda o laudo"}
    ),
    ("POST", PROCESS + "/resumption"): suspended,
    ("POST", PROCESS + "/relations"): doing(lambda at: {"process": at.fresh()}),
    ("POST", PROCESS + "/relations/{other}/removal"): related,
    ("POST", PROCESS + "/annexes"): doing(lambda at: {"process": annexable(at)}),
    ("POST", PROCESS + "/annexes/{other}/removal"): annexed,
    ("POST", PROCESS + "/lock"): doing({"reason": "Enviado a outro órgão"}),
    ("POST", PROCESS + "/unlocking"): locked,
    ("POST", PROCESS + "/acknowledgements"): doing({}),
    ("POST", PROCESS + "/unread-mark"): doing({}),
    ("POST", PROCESS + "/conclusion/undoing"): concluded_by_hand,
    ("POST", PROCESS + "/routings/{routing}/undoing"): doing({}),
}
