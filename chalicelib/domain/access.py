"""Who asks and what is asked about, as the policy sees them (features.md §1.3, ACC-04 to ACC-10, PRO-08).

Everything here is a plain immutable value. Whoever loads a process fills a resource with the facts the policy
needs and nothing else; the policy never loads anything. Two resources with equal facts get equal answers.

Enumerations of process and document states belong to their own modules; here they are compared by their wire
value (``"normal"``, ``"draft"``, ``"seen"``…), which every ``StrEnum`` member equals.
"""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from chalicelib.domain.value import dataclass

#: A live credential of a confidential process: it belongs to one person in one unit (SIG-02).
Credential = tuple[str, str]


class AccessLevel(StrEnum):
    """Público < restrito < sigiloso. The order is the order of secrecy, not of the alphabet."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"

    @property
    def order(self) -> int:
        """0 for public, 1 for restricted, 2 for confidential (SEI's own numbers)."""
        return _ORDER[self.value]

    def __lt__(self, other: str) -> bool:
        return self.order < AccessLevel(other).order

    def __le__(self, other: str) -> bool:
        return self.order <= AccessLevel(other).order

    def __gt__(self, other: str) -> bool:
        return self.order > AccessLevel(other).order

    def __ge__(self, other: str) -> bool:
        return self.order >= AccessLevel(other).order


_ORDER = {"public": 0, "restricted": 1, "confidential": 2}


def effective(levels: Iterable[AccessLevel]) -> AccessLevel:
    """The effective level of a process: the most secret among its own and its documents' (features.md §1.3).

    With no level at all the answer is ``PUBLIC``; callers always pass at least the process's own.
    """
    return max(levels, key=lambda level: level.order, default=AccessLevel.PUBLIC)


class Profile(StrEnum):
    """A named set of acts, granted to a user in a unit (ACC-09, ACC-10); see ``policy_profiles``."""

    BASIC = "basic"
    PROTOCOL = "protocol"
    ARCHIVE = "archive"
    OMBUDSMAN = "ombudsman"
    AUDITOR = "auditor"
    DATA_PROTECTION = "data_protection"
    ADMINISTRATOR = "administrator"
    TECHNOLOGY = "technology"
    UNIT_HOLDINGS = "unit_holdings"
    HOLDINGS_COORDINATOR = "holdings_coordinator"
    KEY_USER = "key_user"


#: Profiles that care for the system and open nobody's process because of that.
TECHNICAL_PROFILES = frozenset(
    {
        Profile.AUDITOR,
        Profile.DATA_PROTECTION,
        Profile.ADMINISTRATOR,
        Profile.TECHNOLOGY,
        Profile.UNIT_HOLDINGS,
        Profile.HOLDINGS_COORDINATOR,
        Profile.KEY_USER,
    }
)


@dataclass(frozen=True, slots=True)
class ServiceScope:
    """What a system may do at most, whatever its unit may: ``operations`` by the value of their act; no
    ``process_types`` is every type. It narrows what the policy allows and never adds to it.
    """

    operations: frozenset[str]
    process_types: frozenset[str] = frozenset()

    def reaches(self, resource: object) -> bool:
        """Whether the thing exists for the system: never what is confidential, nor of a type that is not its own."""
        process = getattr(resource, "process", None)
        if process is None:
            return True
        if getattr(resource, "secrecy", None) is AccessLevel.CONFIDENTIAL:
            return False
        return not self.process_types or process.type in self.process_types


@dataclass(frozen=True, slots=True)
class Oversight:
    """What an internal-control criterion opens: processes of these types, started in these agencies; none is all."""

    process_types: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()

    def reaches(self, process: "ProcessResource") -> bool:
        """Whether the process is among them, whatever its level."""
        of_type = not self.process_types or process.type in self.process_types
        return of_type and (not self.agencies or process.agency in self.agencies)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who asks: a person (or a system) in the unit chosen in the top bar (ACC-04).

    ``profiles`` are the ones held **in the current unit, today**; ``acts`` what the city's own profiles held there and
    then include, by value (ACC-10); ``scope`` is what a system is narrowed to, None of a person;
    ``must_enrol``: the profiles require a second factor, and the session was opened without one (ACC-02).
    ``opened``: the confidential processes that this session opened with the password, not long ago (SIG-01).
    ``oversees``: what the criteria of internal control open to the current unit (features.md §1.3).
    """

    user: str
    tenant: str
    agency: str
    unit: str
    profiles: frozenset[str]
    unit_is_protocol: bool = False
    must_enrol: bool = False
    opened: frozenset[str] = frozenset()
    scope: ServiceScope | None = None
    oversees: frozenset[Oversight] = frozenset()
    acts: frozenset[str] = frozenset()

    @property
    def service(self) -> bool:
        """A system, not a person."""
        return self.scope is not None


@dataclass(frozen=True, slots=True)
class ProcessResource:
    """A process as the policy sees it.

    ``level`` is the *effective* one. ``agency`` is the agency of the generating unit. ``passed_units`` are
    the units that have or had a presence; they may or may not repeat the open and the generating ones.
    ``shared_units`` hold it in a meeting or signing block shared with them. ``credentials``: the live ones;
    ``put_away``: those of them whose holders concluded it for themselves (SIG-09).
    """

    tenant: str
    agency: str
    level: AccessLevel
    generating_unit: str
    open_units: frozenset[str]
    state: str = "normal"
    passed_units: frozenset[str] = frozenset()
    shared_units: frozenset[str] = frozenset()
    credentials: frozenset[Credential] = frozenset()
    put_away: frozenset[Credential] = frozenset()
    id: str = ""
    type: str = ""
    secrecy: AccessLevel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secrecy", AccessLevel(self.level))

    @property
    def process(self) -> "ProcessResource":
        """Itself, so that a condition on the process reads the same for whatever belongs to one."""
        return self


@dataclass(frozen=True, slots=True)
class DocumentResource:
    """A document as the policy sees it (features.md §1.2).

    ``unit`` generated or uploaded it. ``kind``: authored | uploaded. ``state``: draft | signed | filed |
    cancelled. ``pen``: none | unseen | seen, where ``seen`` also says of an uploaded document that another
    unit opened it. ``shared_with``: units that hold it in a signing block shared with them (view, edit,
    sign); ``shown_to``: the same by a meeting block (view only). ``signer_units``: units whose people have
    signed the present content. ``moved_since``: the process was sent, or concluded and reopened, after the
    upload. ``signers``: live signing credentials (SIG-07). ``locked``: closed to changes (DOC-21).
    """

    process: ProcessResource
    unit: str
    level: AccessLevel
    kind: str
    state: str
    pen: str = "none"
    published: bool = False
    moved_since: bool = False
    shared_with: frozenset[str] = frozenset()
    shown_to: frozenset[str] = frozenset()
    signer_units: frozenset[str] = frozenset()
    signers: frozenset[Credential] = frozenset()
    locked: bool = False
    secrecy: AccessLevel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A document never lowers its process; one read before its process was raised is not shown as before.
        object.__setattr__(self, "secrecy", effective((self.process.secrecy, AccessLevel(self.level))))


@dataclass(frozen=True, slots=True)
class RoutingResource:
    """One sending of a process to one unit; ``demanding_unit`` is the one that sent it (TRA-03)."""

    process: ProcessResource
    demanding_unit: str
    secrecy: AccessLevel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secrecy", self.process.secrecy)


@dataclass(frozen=True, slots=True)
class BlockResource:
    """A block: ``unit`` owns it, ``receivers`` hold it now, shared with them and not returned (BLO-02)."""

    tenant: str
    unit: str
    receivers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DiscardedResource:
    """A document in somebody's trash (DOC-17): ``owner`` is who threw it away."""

    process: ProcessResource
    owner: str
    secrecy: AccessLevel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secrecy", self.process.secrecy)


@dataclass(frozen=True, slots=True)
class PassageResource:
    """A comment on a passage of a text (DOC-03): ``author`` made it in ``unit``.

    ``visibility``: own (the author) | unit | transit (units the process passed, or that hold the text in a block) |
    draft (whoever may see the draft).
    """

    document: DocumentResource
    visibility: str
    unit: str
    author: str
    secrecy: AccessLevel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secrecy", self.document.secrecy)

    @property
    def process(self) -> ProcessResource:
        """The process whose document it is about."""
        return self.document.process


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the request. ``reauthenticated``: the password was checked for this act."""

    reauthenticated: bool = False


Resource = (
    ProcessResource | DocumentResource | RoutingResource | BlockResource | DiscardedResource | PassageResource
)
