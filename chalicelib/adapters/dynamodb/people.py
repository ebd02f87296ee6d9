"""Users as items: found by name, and listed in each unit where they were given something."""

from chalicelib.domain.identity import User
from chalicelib.domain.organisation import EVERY_UNIT

from . import keys
from .codec import encode
from .items import MainItem
from .records import searchable


def user_item(user: User) -> MainItem:
    """The user, by name in the first index; ``words`` is what a search looks into."""
    shown = user.person.name
    item = MainItem(
        *keys.user(user.tenant, user.id),
        body=encode(user),
        gsi1pk=keys.people(user.tenant),
        gsi1sk=keys.part(searchable(shown), user.id),
        words=searchable(f"{shown} {user.name} {user.id} {user.email}"),
    )
    if user.blocked and user.blocked_at and not user.erased_at:
        item.gsi2pk = keys.leavers(user.tenant)
        item.gsi2sk = keys.part(keys.moment(user.blocked_at), user.id)
    return item


def listed_in(user: User) -> set[str]:
    """The units in whose list of people the user is: those named in a permission, unless nobody may enter as them."""
    return set() if user.blocked else {grant.unit for grant in user.grants} - {EVERY_UNIT}


def member_item(user: User, unit: str) -> MainItem:
    """The user's line in a unit's list."""
    return MainItem(*keys.member(user.tenant, unit, user.id), body=encode(user.person))
