"""The things of the permission matrix: processes, documents, comments … in each situation that may matter."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from chalicelib.domain.access import (
    AccessLevel,
    BlockResource,
    DiscardedResource,
    DocumentResource,
    Oversight,
    PassageResource,
    ProcessResource,
    Resource,
    RoutingResource,
)

HERE, THERE, BEYOND = "here", "there", "beyond"
ANA, BETO = "ana", "beto"
KIND = ""  # the type of every process here
CREDENTIALS = {
    "no credential": frozenset[tuple[str, str]](),
    "own": frozenset({(ANA, HERE)}),
    "own, other unit": frozenset({(ANA, THERE)}),
    "colleague's": frozenset({(BETO, HERE)}),
}


@dataclass(frozen=True)
class Relation:
    """How the subject's unit (always HERE) stands to the process, which is of agency ``pmu``."""

    generating: str = THERE
    open: frozenset[str] = frozenset({THERE})
    passed: frozenset[str] = frozenset({THERE})
    shared: frozenset[str] = frozenset()
    agency: str = "pmu"
    tenant: str = "ubatuba"
    protocol: bool = False
    oversees: frozenset[Oversight] = frozenset()


BOTH = frozenset({HERE, THERE})
RELATIONS = {
    "generated, open only here": Relation(HERE, frozenset({HERE}), frozenset()),
    "generated, open here and there": Relation(HERE, BOTH, BOTH),
    "generated, concluded here": Relation(HERE),
    "received, open": Relation(open=BOTH),
    "received, concluded": Relation(passed=BOTH),
    "in a block": Relation(shared=frozenset({HERE})),
    "none": Relation(),
    "none, protocol unit": Relation(protocol=True),
    "concluded, protocol unit": Relation(passed=BOTH, protocol=True),
    "none, other agency": Relation(agency="ipmu"),
    "concluded, other agency": Relation(passed=BOTH, agency="ipmu"),
    "open, other agency": Relation(open=BOTH, passed=BOTH, agency="ipmu"),
    "none, protocol unit of other agency": Relation(agency="ipmu", protocol=True),
    "none, control unit": Relation(oversees=frozenset({Oversight()})),
    "none, control unit of other agency": Relation(
        agency="ipmu", oversees=frozenset({Oversight(frozenset({KIND}), frozenset({"pmu"}))})
    ),
    "none, control unit of other types": Relation(oversees=frozenset({Oversight(frozenset({"other"}))})),
    "none, control unit of processes of other agencies": Relation(
        agency="ipmu", oversees=frozenset({Oversight(agencies=frozenset({"ipmu"}))})
    ),
    "open, other tenant": Relation(open=BOTH, passed=BOTH, tenant="other"),
}


@cache
def process_of(level: AccessLevel, relation: str, credential: str, state: str = "normal") -> ProcessResource:
    """The process of a cell."""
    r = RELATIONS[relation]
    return ProcessResource(
        "ubatuba", "pmu", level, r.generating, r.open, state, r.passed, r.shared, CREDENTIALS[credential],
        type=KIND,
    )


Build = Callable[[AccessLevel, str, str], Resource | None]


def _draft(unit: str) -> DocumentResource:
    process = process_of(AccessLevel.PUBLIC, "none", "no credential")
    return DocumentResource(process, unit, AccessLevel.PUBLIC, "authored", "draft")


def _situations_of(unit: str) -> dict[str, DocumentResource]:
    """Every situation of a document that ``unit`` wrote or uploaded."""
    draft = _draft(unit)
    other = frozenset({THERE if unit == HERE else HERE})
    signed = replace(draft, state="signed", pen="unseen", signer_units=frozenset({unit}))
    filed = replace(draft, kind="uploaded", state="filed")
    return {
        "draft": draft,
        "draft in signing block": replace(draft, shared_with=other),
        "draft in another's signing block": replace(draft, shared_with=frozenset({BEYOND})),
        "draft in signing block, own unit named too": replace(draft, shared_with=BOTH),
        "draft in meeting block": replace(draft, shown_to=other),
        "draft with signing credential": replace(draft, signers=frozenset({(ANA, HERE)})),
        "draft with colleague's signing credential": replace(draft, signers=frozenset({(BETO, HERE)})),
        "e-mail": replace(filed, kind="mailed"),
        "signed, yellow pen": signed,
        "signed, black pen": replace(signed, pen="seen"),
        "signed, published": replace(signed, published=True),
        "signed in signing block": replace(signed, shared_with=other),
        "signed in signing block by the receiver": replace(signed, shared_with=other, signer_units=other),
        "signed by both units": replace(signed, shared_with=other, signer_units=BOTH),
        "signed by both units, own signing credential": replace(
            signed, signer_units=BOTH, signers=frozenset({(ANA, HERE)})
        ),
        "signed in a third unit's block, own signing credential": replace(
            signed,
            shared_with=frozenset({BEYOND}),
            signer_units=frozenset({BEYOND}),
            signers=frozenset({(ANA, HERE)}),
        ),
        "signed, signing credential pending": replace(signed, signers=frozenset({(BETO, BEYOND)})),
        "draft, locked": replace(draft, locked=True),
        "signed, black pen, locked": replace(signed, pen="seen", locked=True),
        "cancelled": replace(signed, state="cancelled", pen="seen"),
        "file": filed,
        "file, seen": replace(filed, pen="seen"),
        "file, process moved since": replace(filed, moved_since=True),
        "file, published": replace(filed, published=True),
        "file, cancelled": replace(filed, state="cancelled"),
    }


def _document(template: DocumentResource, state: str = "normal") -> Build:
    def build(level: AccessLevel, relation: str, credential: str) -> DocumentResource:
        return replace(template, process=process_of(level, relation, credential, state), level=level)

    return build


def documents() -> dict[str, Build]:
    built = {}
    for unit, whose in ((HERE, "own"), (THERE, "other unit's")):
        for name, template in _situations_of(unit).items():
            built[f"{whose} {name}"] = _document(template)
        for state in ("locked", "annexed", "suspended"):
            built[f"{whose} draft, process {state}"] = _document(_draft(unit), state)
        file = replace(_draft(unit), kind="uploaded", state="filed")
        held = replace(_draft(unit), locked=True)
        built[f"{whose} draft locked, process annexed"] = _document(held, "annexed")
        built[f"{whose} file, process locked"] = _document(file, "locked")
    return built


def process_in(state: str) -> Build:
    return lambda level, relation, credential: process_of(level, relation, credential, state)


def routing_of(demanding: str) -> Build:
    return lambda level, relation, credential: RoutingResource(
        process_of(level, relation, credential), demanding
    )


def discarded_by(owner: str, state: str = "normal") -> Build:
    return lambda level, relation, credential: DiscardedResource(
        process_of(level, relation, credential, state), owner
    )


def _passage(template: DocumentResource, visibility: str, unit: str, author: str, state: str = "normal") -> Build:
    within = _document(template, state)

    def build(level: AccessLevel, relation: str, credential: str) -> PassageResource:
        document = within(level, relation, credential)
        assert isinstance(document, DocumentResource)
        return PassageResource(document, visibility, unit, author)

    return build


#: Texts whose comments are asked about: each way by which a comment is shown, refused or closed.
COMMENTED = (
    "draft",
    "draft in signing block",
    "draft in meeting block",
    "draft with signing credential",
    "signed, yellow pen",
    "signed, black pen",
    "signed, published",
    "signed in signing block",
    "cancelled",
    "file",
)


def passages() -> dict[str, Build]:
    built = {}
    for unit, whose in ((HERE, "own"), (THERE, "other unit's")):
        for name, template in _situations_of(unit).items():
            if name in COMMENTED:
                for visibility in ("own", "unit", "transit", "draft"):
                    built[f"{visibility}, by Ana here: {whose} {name}"] = _passage(template, visibility, HERE, ANA)
                    built[f"{visibility}, by Beto there: {whose} {name}"] = _passage(template, visibility, THERE, BETO)
        built[f"draft, by Ana here: {whose} draft, process locked"] = _passage(
            _draft(unit), "draft", HERE, ANA, "locked"
        )
    built["own, by Ana there"] = _passage(_draft(HERE), "own", THERE, ANA)
    built["unit, by Beto here"] = _passage(_draft(HERE), "unit", HERE, BETO)
    built["unheard of"] = _passage(_draft(HERE), "everybody", HERE, ANA)
    return built


def block_of(owner: str, receivers: frozenset[str]) -> Build:
    return lambda level, relation, credential: BlockResource("ubatuba", owner, receivers)
