"""Who may do what: the profiles and the acts each includes, from the policy's own table (ACC-10)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.access import Profile
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_profiles import ACTIONS_OF, ANONYMOUS, OWN_SESSION
from chalicelib.domain.policy_rules import RULES
from chalicelib.domain.policy_titles import TITLES
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Power:
    """An act, who holds it, and what must be true besides."""

    action: Action
    title: str
    profiles: tuple[Profile, ...]
    conditions: tuple[str, ...]


def read_powers(ports: Ports, actor: Actor) -> Sequence[Power]:
    """Every act that profiles include, in the policy's order. Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    return [
        Power(action, TITLES[action], tuple(p for p in Profile if action in ACTIONS_OF[p]), _conditions(action))
        for action in Action
        if action not in ANONYMOUS | OWN_SESSION
    ]


def _conditions(action: Action) -> tuple[str, ...]:
    """In the words of the manual; that a profile is needed, the table shows already."""
    told = [one.rule for one in RULES[action].conditions if one.code != "profile_required"]
    return tuple(dict.fromkeys(told))
