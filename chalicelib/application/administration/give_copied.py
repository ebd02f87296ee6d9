"""Give a person in one unit what they still hold in another: one item of the copy of a unit's permissions (ACC-09)."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import given_profiles, profile_names
from chalicelib.domain.granting import grant_changes
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.policy import Action
from chalicelib.domain.unit_grants import check_units, with_copied

from .acting import user_record


def give_copied(
    ports: Ports, actor: Actor, operation: Operation, login: str, source: str, target: str, shown: Sequence[Grant]
) -> Reply:
    """-> ``{"id", "revision"}``, on condition that nobody changed the person's permissions since they were read.

    ``shown``: what whoever ordered the copy was told of. Raises Forbidden, NotFound, InvalidRequest as ``check_units``;
    Refused ``nothing_changed`` and as ``with_copied``.
    """
    allow(actor, Action.USER_GRANT)
    units, at = ports.catalogues.units(), ports.now()
    check_units(source, target, units)
    profiles, called = given_profiles(ports.catalogues.plain(PROFILES)), profile_names(ports.catalogues.plain(PROFILES))
    today = at.astimezone(ports.zone).date()

    def attempt(work: Work) -> Reply:
        (before,) = work.load(UserKey(login))
        after = with_copied(before, source, target, shown, units, today, actor.user.id, profiles)
        work.put_user(before, after)
        changes = grant_changes(before, after, units, {}, called)
        record = user_record(actor, at, after, ChangeKind.CHANGED, changes)
        work.record_change(replace(record, imported=True))
        return {"id": login, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
