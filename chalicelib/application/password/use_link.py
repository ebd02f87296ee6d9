"""Make one's own password by the link that came by e-mail (ACC-01, ACC-08)."""

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PasswordKey, PasswordLinkKey, SecondFactorKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.password import check_new_password
from chalicelib.domain.password_link import check_link, used
from chalicelib.domain.second_factor import distrust_devices

from .words import words_of


def use_link(ports: Ports, operation: Operation, login: str, digest: str, new: str, address: str) -> Reply:
    """-> ``{}``. The link is spent with the password it makes; every session ends, and no device is trusted any more.

    It opens no session: who is enrolled still shows a code at the door. Raises InvalidRequest on ``new_password``,
    Refused ``link_invalid``.
    """
    check_new_password(new, login, ports.passwords.is_common, words_of(ports.catalogues))
    now = ports.now()
    made: list[str] = []

    def attempt(work: Work) -> Reply:
        keys = PasswordLinkKey(login), UserKey(login), PasswordKey(login), SecondFactorKey(login)
        found, person, hashed, factor = work.load(*keys)
        link, user = check_link(found, person, digest, now)
        if not made:
            made.append(ports.passwords.hash(new))
            # Who holds the link waits for no wrong guess of before.
            ports.identity.forgive(ports.tenant, [f"account.{login}"])
        work.put_password(login, hashed, made[0])
        work.put_password_link(link, used(link, now))
        work.end_sessions(user)
        if factor is not None and factor.confirmed_at is not None:
            work.put_second_factor(factor, distrust_devices(factor))
        work.remember(AccountEvent(login, AccountChange.PASSWORD_MADE, user.person, now, address))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
