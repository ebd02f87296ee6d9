"""Places for the acts on the flow of a process."""

from tests.world.following import ALONE, TEXT, publish

from .places import Builder, Make, Place, doing, usual

FLOW = "/processes/{process}/flow"
REASON = {"reason": "Já consta dos autos"}


def followed(at: Builder, body: object = None, *, paused: bool = False) -> Place:
    """At the first step, which is of the unit that started it; the process passed elsewhere before."""
    publish(at.world)
    process, _ = at.under_way()
    at.post(at.holder, process, "flow", {"flow": "balcao"})
    if paused:
        at.post(at.holder, process, "flow/pause", REASON)
    return Place({"process": process, "step": "1"}, {} if body is None else body)


def choosing(at: Builder) -> Place:
    publish(at.world)
    return doing({"flow": "balcao"})(at)


FLOWS: dict[tuple[str, str], Make] = {
    ("GET", FLOW): usual,
    ("POST", FLOW): choosing,
    ("POST", FLOW + "/steps/{step}/completion"): followed,
    ("POST", FLOW + "/steps/{step}/skipping"): lambda at: followed(at, REASON),
    ("POST", FLOW + "/pause"): lambda at: followed(at, REASON),
    ("POST", FLOW + "/resumption"): lambda at: followed(at, paused=True),
    ("POST", FLOW + "/cancellation"): lambda at: followed(at, REASON),
}
GENERAL_FLOWS: dict[tuple[str, str], tuple[str, object]] = {
    ("GET", "/flows"): ("/flows", None),
    ("POST", "/flows"): ("/flows", {"text": TEXT.replace("fluxo: atendimento", "fluxo: varredura")}),
    ("POST", "/flows/check"): ("/flows/check", {"text": ALONE}),
    ("POST", "/flows/{flow}/withdrawal"): ("/flows/nenhum/withdrawal", {"reason": "A lei mudou", "version": 1}),
}
