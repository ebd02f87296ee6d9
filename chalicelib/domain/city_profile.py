"""Profiles that the city makes besides the stock ones: a name and a set of acts (ACC-10).

They are a catalogue like any other and act as it stands at each request; a permission names one by ``city.<code>``,
which no stock profile is or will be called. What they include besides what was chosen is what every screen reads.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from chalicelib.domain.value import dataclass

from .access import Profile
from .catalogue import is_offered
from .policy_actions import Action
from .policy_profiles import ACTIONS_OF, REFERENCE, carried_by_own
from .policy_titles import PROFILE_NAMES

#: The catalogue that the administration keeps them in.
CATALOGUE = "profiles"
#: What the name of one begins with where a permission names it; stock profiles have no dot in theirs.
MARK = "city."
#: What every permission may name, by what it is called.
STOCK_NAMES: Mapping[str, str] = {profile.value: name for profile, name in PROFILE_NAMES.items()}
#: The acts to choose from, in the policy's order.
OFFERED_ACTS = tuple(action for action in Action if carried_by_own(action) and action not in REFERENCE)


@dataclass(frozen=True, slots=True)
class CityProfile:
    """``id`` is what a permission names; ``acts`` what it includes while it is ``active``."""

    id: str
    name: str
    acts: frozenset[str]
    active: bool = True


def city_profiles(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, CityProfile]:
    """By what a permission names, those put out of use too."""
    read = (
        CityProfile(MARK + row["code"], row["name"], frozenset(row.get("acts") or ()) | REFERENCE, is_offered(row))
        for row in rows
    )
    return {profile.id: profile for profile in read}


def names_own(profiles: Iterable[str]) -> bool:
    """Whether any of them is the city's own: only then is the catalogue looked at."""
    return any(profile.startswith(MARK) for profile in profiles)


def acts_held(rows: Iterable[Mapping[str, Any]], profiles: Iterable[str]) -> frozenset[str]:
    """What those of the city's own among ``profiles`` include; one out of use includes nothing."""
    known = city_profiles(rows)
    held = (known[profile] for profile in profiles if profile in known)
    return frozenset().union(*(profile.acts for profile in held if profile.active))


def own_acts(look: Callable[[str], Iterable[Mapping[str, Any]]], profiles: Collection[str]) -> frozenset[str]:
    """As ``acts_held``; ``look`` reads a catalogue, and is not asked to for who holds only stock profiles."""
    return acts_held(look(CATALOGUE), profiles) if names_own(profiles) else frozenset()


def profile_names(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """What every profile is called, those out of use too."""
    return {**STOCK_NAMES, **{one.id: one.name for one in city_profiles(rows).values()}}


def given_profiles(rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """What a new permission may name."""
    return frozenset(STOCK_NAMES) | {one.id for one in city_profiles(rows).values() if one.active}


def includes(action: Action, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The profiles that include an act: stock ones, then the city's own in use."""
    stock = [profile.value for profile in Profile if action in ACTIONS_OF[profile]]
    mine = city_profiles(rows).values() if carried_by_own(action) else ()
    own = [one.id for one in mine if one.active and action in one.acts]
    return (*stock, *own)
