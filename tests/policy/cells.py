"""The cells of the permission matrix (security.md §2.3, goal A1): who × what × how they are related.

Each section crosses its acts with access levels, relations between the subject's unit and the process,
situations of the thing, actors, credentials and whether the password was just checked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from chalicelib.domain.access import (
    AccessLevel,
    BlockResource,
    Context,
    DiscardedResource,
    DocumentResource,
    ProcessResource,
    Profile,
    Resource,
    RoutingResource,
    Subject,
)
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_rules import NOTHING, RULES

HERE, THERE, BEYOND = "here", "there", "beyond"
ANA, BETO = "ana", "beto"
LEVELS = tuple(AccessLevel)
SESSIONS = {"no password": Context(False), "password": Context(True)}
CREDENTIALS = {
    "no credential": frozenset[tuple[str, str]](),
    "own": frozenset({(ANA, HERE)}),
    "own, other unit": frozenset({(ANA, THERE)}),
    "colleague's": frozenset({(BETO, HERE)}),
}


@dataclass(frozen=True)
class Actor:
    """The part of a subject that does not depend on the process."""

    profiles: frozenset[str]
    service: bool = False
    must_enrol: bool = False


ACTORS = {
    "no profile": Actor(frozenset()),
    **{profile.value: Actor(frozenset({profile})) for profile in Profile},
    "basic+administrator": Actor(frozenset({Profile.BASIC, Profile.ADMINISTRATOR})),
    "basic, a system": Actor(frozenset({Profile.BASIC}), service=True),
    "basic+administrator, must enrol": Actor(frozenset({Profile.BASIC, Profile.ADMINISTRATOR}), must_enrol=True),
}
FEW_ACTORS = ("no profile", "basic", "archive", "administrator", "basic, a system", "basic+administrator, must enrol")


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
    "open, other tenant": Relation(open=BOTH, passed=BOTH, tenant="other"),
}
FEW_RELATIONS = tuple(
    name for name in RELATIONS if name not in {"open, other agency", "concluded, other agency"}
)


def subject_of(actor: str, relation: str) -> Subject:
    """The subject of a cell."""
    one, related = ACTORS[actor], RELATIONS[relation]
    who = one.profiles, related.protocol, one.service, one.must_enrol
    return Subject(ANA, related.tenant, related.agency, HERE, *who)


@cache
def process_of(level: AccessLevel, relation: str, credential: str, state: str = "normal") -> ProcessResource:
    """The process of a cell."""
    r = RELATIONS[relation]
    return ProcessResource(
        "ubatuba", "pmu", level, r.generating, r.open, state, r.passed, r.shared, CREDENTIALS[credential]
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


def _documents() -> dict[str, Build]:
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


def _process(state: str) -> Build:
    return lambda level, relation, credential: process_of(level, relation, credential, state)


def _routing(demanding: str) -> Build:
    return lambda level, relation, credential: RoutingResource(
        process_of(level, relation, credential), demanding
    )


def _discarded(owner: str, state: str = "normal") -> Build:
    return lambda level, relation, credential: DiscardedResource(
        process_of(level, relation, credential, state), owner
    )


def _block(owner: str, receivers: frozenset[str]) -> Build:
    return lambda level, relation, credential: BlockResource("ubatuba", owner, receivers)


@dataclass(frozen=True)
class Section:
    """A block of the matrix: every combination of what it names."""

    name: str
    on: type
    situations: dict[str, Build]
    levels: tuple[AccessLevel, ...] = LEVELS
    relations: tuple[str, ...] = tuple(RELATIONS)
    actors: tuple[str, ...] = tuple(ACTORS)
    credentials: tuple[str, ...] = tuple(CREDENTIALS)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The acts done on this kind of thing."""
        return tuple(action for action, rule in RULES.items() if rule.on is self.on)

    @property
    def columns(self) -> list[tuple[str, str, str]]:
        """(credential, actor, session) of every cell of a row, in order."""
        return [(c, a, s) for c in self.credentials for a in self.actors for s in SESSIONS]


SECTIONS = (
    Section(
        "no resource",
        NOTHING,
        {"-": lambda level, relation, credential: None},
        (AccessLevel.PUBLIC,),
        ("none", "none, protocol unit"),
        credentials=("no credential",),
    ),
    Section(
        "process", ProcessResource, {s: _process(s) for s in ("normal", "suspended", "locked", "annexed")}
    ),
    Section("routing", RoutingResource, {"demanded here": _routing(HERE), "demanded there": _routing(THERE)}),
    Section(
        "trash",
        DiscardedResource,
        {
            "own": _discarded(ANA),
            "another's": _discarded(BETO),
            "own, process locked": _discarded(ANA, "locked"),
            "own, process annexed": _discarded(ANA, "annexed"),
        },
        actors=FEW_ACTORS,
    ),
    Section(
        "block",
        BlockResource,
        {
            "own": _block(HERE, frozenset()),
            "own, shared": _block(HERE, frozenset({THERE})),
            "received": _block(THERE, frozenset({HERE, BEYOND})),
            "another's": _block(THERE, frozenset({BEYOND})),
        },
        (AccessLevel.PUBLIC,),
        ("none", "none, protocol unit", "none, other agency", "open, other tenant"),
        credentials=("no credential",),
    ),
    Section(
        "document",
        DocumentResource,
        _documents(),
        relations=FEW_RELATIONS,
        actors=FEW_ACTORS,
        credentials=("no credential", "own", "colleague's"),
    ),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: a row key, a column key, and the arguments of ``decide``."""

    row: tuple[str, str, str, str]
    column: tuple[str, str, str]
    subject: Subject
    action: Action
    resource: Resource | None
    context: Context


def cells(section: Section) -> Iterator[Cell]:
    """Every cell of the section; cells of a row come together, in the order of ``columns``."""
    for level in section.levels:
        for relation in section.relations:
            subjects = {actor: subject_of(actor, relation) for actor in section.actors}
            for situation, build in section.situations.items():
                things = {
                    credential: build(level, relation, credential) for credential in section.credentials
                }
                for action in section.actions:
                    row = (action.value, level.value, relation, situation)
                    for column in section.columns:
                        credential, actor, session = column
                        yield Cell(
                            row, column, subjects[actor], action, things[credential], SESSIONS[session]
                        )
