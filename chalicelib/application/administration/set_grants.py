"""Give and withdraw permissions: the list as it shall be from now on (ACC-09)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import given_profiles, profile_names
from chalicelib.domain.granting import grant_changes, granted, names_away
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import seen

from .acting import user_record


def set_grants(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    login: str,
    expected: int,
    grants: Sequence[Grant],
) -> Reply:
    """-> ``{"id", "revision"}``. They act on the user's very next request.

    Whoever is stood in for must still hold the role when the transaction commits. Raises Forbidden, NotFound,
    Conflict ``user_changed``; InvalidRequest, Refused as ``granting.granted``.
    """
    allow(actor, Action.USER_GRANT)
    units, profiles = ports.catalogues.units(), given_profiles(ports.catalogues.plain(PROFILES))
    called = profile_names(ports.catalogues.plain(PROFILES))
    at = ports.now()

    def attempt(work: Work) -> Reply:
        away = names_away(grants)
        found, *absent = work.load(UserKey(login), *map(UserKey, away))
        user = seen(found, expected)
        people = dict(zip(away, absent, strict=True))
        after = granted(user, grants, units, people, actor.user.id, profiles)
        names = {one.id: one.person.name for one in absent if one}
        work.put_user(user, after)
        new = set(names_away([grant for grant in after.grants if grant not in user.grants]))
        for one in absent:
            if one and one.id in new:
                work.require_user(one)
        changes = grant_changes(user, after, units, names, called)
        work.record_change(user_record(actor, at, after, ChangeKind.CHANGED, changes))
        return {"id": login, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
