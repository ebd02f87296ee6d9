"""The cells of the permission matrix (security.md §2.3, goal A1): who × what × how they are related.

Each section crosses its acts with access levels, relations between the subject's unit and the process,
situations of the thing, actors, credentials and whether the password was just checked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.domain.access import (
    AccessLevel,
    BlockResource,
    Context,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    ProcessResource,
    Profile,
    Resource,
    RoutingResource,
    ServiceScope,
    Subject,
)
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_rules import NOTHING, RULES
from tests.policy.scopes import EVERYTHING, FEW, OTHERS

from .things import (
    ANA,
    BETO,
    BEYOND,
    CREDENTIALS,
    HERE,
    RELATIONS,
    THERE,
    Build,
    block_of,
    discarded_by,
    documents,
    passages,
    process_in,
    routing_of,
)

LEVELS = tuple(AccessLevel)
SESSIONS = {"no password": Context(False), "password": Context(True)}


@dataclass(frozen=True)
class Actor:
    """The part of a subject that does not depend on the process."""

    profiles: frozenset[str]
    must_enrol: bool = False
    scope: ServiceScope | None = None
    acts: frozenset[str] = frozenset()


ACTORS = {
    "no profile": Actor(frozenset()),
    **{profile.value: Actor(frozenset({profile})) for profile in Profile},
    "basic+administrator": Actor(frozenset({Profile.BASIC, Profile.ADMINISTRATOR})),
    "basic, a system": Actor(frozenset({Profile.BASIC}), scope=EVERYTHING),
    "basic, a system of few acts": Actor(frozenset({Profile.BASIC}), scope=FEW),
    "basic, a system of other types": Actor(frozenset({Profile.BASIC}), scope=OTHERS),
    "basic+administrator, must enrol": Actor(frozenset({Profile.BASIC, Profile.ADMINISTRATOR}), must_enrol=True),
    # ACC-10: the most that a profile of the city's own could say, and the same without seeing processes.
    "own profile of every act": Actor(frozenset(), acts=frozenset(Action)),
    "own profile that sees no process": Actor(frozenset(), acts=frozenset(Action) - {Action.PROCESS_SEE}),
}
OWN = "own profile of every act"
FEW_ACTORS = (
    "no profile",
    "basic",
    "archive",
    "administrator",
    "basic, a system",
    "basic+administrator, must enrol",
    OWN,
)


FEW_RELATIONS = tuple(
    name
    for name in RELATIONS
    if name
    not in {
        "open, other agency",
        "concluded, other agency",
        "none, control unit",
        "none, control unit of other types",
        "none, control unit of processes of other agencies",
    }
)


def subject_of(actor: str, relation: str) -> Subject:
    """The subject of a cell."""
    one, related = ACTORS[actor], RELATIONS[relation]
    who = one.profiles, related.protocol, one.must_enrol
    whence = related.tenant, related.agency, HERE
    return Subject(ANA, *whence, *who, scope=one.scope, oversees=related.oversees, acts=one.acts)


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
        "process", ProcessResource, {s: process_in(s) for s in ("normal", "suspended", "locked", "annexed")}
    ),
    Section("routing", RoutingResource, {"demanded here": routing_of(HERE), "demanded there": routing_of(THERE)}),
    Section(
        "trash",
        DiscardedResource,
        {
            "own": discarded_by(ANA),
            "another's": discarded_by(BETO),
            "own, process locked": discarded_by(ANA, "locked"),
            "own, process annexed": discarded_by(ANA, "annexed"),
        },
        actors=FEW_ACTORS,
    ),
    Section(
        "block",
        BlockResource,
        {
            "own": block_of(HERE, frozenset()),
            "own, shared": block_of(HERE, frozenset({THERE})),
            "received": block_of(THERE, frozenset({HERE, BEYOND})),
            "another's": block_of(THERE, frozenset({BEYOND})),
        },
        (AccessLevel.PUBLIC,),
        ("none", "none, protocol unit", "none, other agency", "open, other tenant"),
        credentials=("no credential",),
    ),
    Section(
        "passage",
        PassageResource,
        passages(),
        relations=FEW_RELATIONS,
        actors=("no profile", "basic", "archive", "administrator", OWN),
        credentials=("no credential", "own"),
    ),
    Section(
        "document",
        DocumentResource,
        documents(),
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
                        yield Cell(row, column, subjects[actor], action, things[credential], SESSIONS[session])
