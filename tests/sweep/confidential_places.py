"""Places for the acts on confidential processes: who holds the credential is the builder's holder."""

from tests.world.builders import drafted
from tests.world.confidential import granted, secret
from tests.world.installed import PASSWORD

from .archetypes import PASSED
from .places import Builder, Make, Place

HOLDER_ELSEWHERE = {"user": "helena.prado", "unit": PASSED}


def alone(body: object = None) -> Make:
    """One that only the holder may open."""
    return lambda at: Place({"process": secret(at.world, at.holder)}, body)


def with_another(body: object = None) -> Make:
    """One that somebody of the other unit may open too."""

    def make(at: Builder) -> Place:
        process = secret(at.world, at.holder)
        granted(at.world, process, at.passed, at.holder)
        return Place({"process": process}, body)

    return make


def with_draft(body: object, asked: bool = False) -> Make:
    """One with a draft; ``asked``: somebody of the other unit was asked to sign it."""

    def make(at: Builder) -> Place:
        process, document = drafted(at.world, secret(at.world, at.holder), at.holder)
        if asked:
            at.post(at.holder, process, f"documents/{document}/signing-credentials", HOLDER_ELSEWHERE)
        return Place({"process": process, "document": document}, body)

    return make


_SIGNING = "/processes/{process}/documents/{document}/signing-credentials"
CONFIDENTIAL: dict[tuple[str, str], Make] = {
    ("POST", "/processes/{process}/openings"): alone({"password": PASSWORD}),
    ("DELETE", "/processes/{process}/openings"): alone(),
    ("GET", "/processes/{process}/credentials"): alone(),
    ("POST", "/processes/{process}/credentials"): alone(HOLDER_ELSEWHERE),
    ("POST", "/processes/{process}/credentials/transfers"): alone(HOLDER_ELSEWHERE),
    ("POST", "/processes/{process}/credentials/revocations"): with_another(HOLDER_ELSEWHERE),
    ("POST", "/processes/{process}/credentials/renewals"): with_another(HOLDER_ELSEWHERE),
    ("POST", "/processes/{process}/credentials/renunciations"): with_another({}),
    ("POST", _SIGNING): with_draft(HOLDER_ELSEWHERE),
    ("POST", f"{_SIGNING}/revocations"): with_draft(HOLDER_ELSEWHERE, asked=True),
}
