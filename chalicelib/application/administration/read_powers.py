"""Who may do what: the profiles and the acts each includes, from the policy's own table (ACC-10)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.city_profile import CATALOGUE, STOCK_NAMES, city_profiles, includes
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_profiles import ANONYMOUS, OWN_SESSION
from chalicelib.domain.policy_rules import RULES
from chalicelib.domain.policy_titles import TITLES
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Power:
    """An act, who holds it, and what must be true besides."""

    action: Action
    title: str
    profiles: tuple[str, ...]
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileName:
    """What a permission may name; ``own``: the city made it; ``active``: it may be given, and includes anything."""

    code: str
    name: str
    own: bool
    active: bool = True


@dataclass(frozen=True, slots=True)
class Powers:
    """Stock profiles, then the city's own; and every act that profiles include, in the policy's order."""

    profiles: Sequence[ProfileName]
    acts: Sequence[Power]


def read_powers(ports: Ports, actor: Actor) -> Powers:
    """Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    own = ports.catalogues.plain(CATALOGUE)
    stock = [ProfileName(code, name, False) for code, name in STOCK_NAMES.items()]
    made = [ProfileName(one.id, one.name, True, one.active) for one in city_profiles(own).values()]
    acts = [
        Power(action, TITLES[action], includes(action, own), _conditions(action))
        for action in Action
        if action not in ANONYMOUS | OWN_SESSION
    ]
    return Powers([*stock, *made], acts)


def _conditions(action: Action) -> tuple[str, ...]:
    """In the words of the manual; that a profile is needed, the table shows already."""
    told = [one.rule for one in RULES[action].conditions if one.code != "profile_required"]
    return tuple(dict.fromkeys(told))
