"""Write a user as a row of a spreadsheet says: new or changed, with permissions besides those there are (ACC-08)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.password.ordering import first_link, order_link
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PasswordLinkKey, TaxpayerKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import given_profiles, profile_names
from chalicelib.domain.granting import grant_changes
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import check_login, check_taxpayer, data_changes
from chalicelib.domain.user_sheet import imported

from .acting import user_record


def import_user(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    login: str,
    given: Mapping[str, str],
    grants: Sequence[Grant],
    invite: bool = False,
) -> Reply:
    """-> ``{"id", "revision"}``, 1 for a new one. Data that ``given`` lacks stay; no permission is taken away.

    ``invite``: whoever is new gets the link of the first access by e-mail, as ``create_user`` sends it.
    Raises Forbidden, InvalidRequest, Refused ``nothing_changed`` and as ``user_sheet.imported``.
    """
    allow(actor, Action.USER_KEEP)
    if grants:
        allow(actor, Action.USER_GRANT)
    check_login(login)
    agencies, units = dict(ports.catalogues.agencies()), ports.catalogues.units()
    profiles, called = given_profiles(ports.catalogues.plain(PROFILES)), profile_names(ports.catalogues.plain(PROFILES))
    at = ports.now()

    def attempt(work: Work) -> Reply:
        number = given.get("taxpayer", "")
        owners = map(TaxpayerKey, filter(None, [number]))
        before, link, *owner = work.load(UserKey(login), PasswordLinkKey(login), *owners)
        check_taxpayer(owner[0] if owner else None, login)
        after = imported(before, actor.tenant, login, given, grants, (agencies, units), actor.user.id, profiles)
        work.put_user(before, after)
        changes = (*data_changes(before, after, agencies), *grant_changes(before, after, units, {}, called))
        kind = ChangeKind.CHANGED if before else ChangeKind.CREATED
        work.record_change(replace(user_record(actor, at, after, kind, changes), imported=True))
        first = first_link(ports, link, after, at) if invite and before is None else None
        if first:
            order_link(work, link, first, actor.user, actor.address)
        return {"id": login, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
