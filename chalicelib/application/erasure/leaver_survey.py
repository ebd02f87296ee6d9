"""What there is of who left, besides the entry of the register itself."""

from chalicelib.application.ports import Ports
from chalicelib.application.references import LearnerKey, PasswordKey, PasswordLinkKey, SecondFactorKey
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.erasing_beside import without_address
from chalicelib.domain.identity import User
from chalicelib.domain.leaver import AccountLine, RegisterLine, cleaned_account, cleaned_register, own_views
from chalicelib.domain.leaver_report import Trace, in_register
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.value import dataclass

Secret = PasswordKey | SecondFactorKey | PasswordLinkKey | LearnerKey


@dataclass(frozen=True, slots=True)
class LeaverRows:
    """Lines of histories as each is and as it is left; digests of sessions and of trusted devices."""

    register: tuple[tuple[RegisterLine, RegisterLine], ...]
    account: tuple[tuple[AccountLine, AccountLine], ...]
    sessions: tuple[str, ...]
    devices: tuple[str, ...]

    def first(self, most: int) -> "LeaverRows":
        """As many as one transaction bears; a line of the register lies in two places."""
        register = self.register[: most // 2]
        account = self.account[: most - 2 * len(register)]
        room = most - 2 * len(register) - len(account)
        sessions = self.sessions[:room]
        return LeaverRows(register, account, sessions, self.devices[: room - len(sessions)])

    @property
    def counts(self) -> dict[str, int]:
        """How much there is of each."""
        entrances = len(self.sessions) + len(self.devices)
        return {
            Trace.REGISTER.value: len(self.register),
            Trace.ACCOUNT.value: len(self.account),
            Trace.ENTRANCES.value: entrances,
        }


def secrets_of(login: str) -> dict[Trace, Secret]:
    """What is kept under the person and goes whole."""
    return {
        Trace.PASSWORD: PasswordKey(login),
        Trace.FACTOR: SecondFactorKey(login),
        Trace.LINK: PasswordLinkKey(login),
        Trace.LEARNING: LearnerKey(login),
    }


def leaver_rows(ports: Ports, user: User) -> LeaverRows:
    """Four queries."""
    return LeaverRows(
        cleaned_register(ports.reader.register_lines(user.id), user),
        cleaned_account(ports.reader.account_lines(user.id)),
        tuple(one.digest for one in ports.identity.sessions(ports.tenant, user.id)),
        tuple(one.digest for one in ports.identity.devices(ports.tenant, user.id)),
    )


def in_unit(ports: Ports, unit: str, user: User, shelf: EmailGroupShelf | None) -> tuple[
    tuple[SavedView, ...], EmailGroupShelf | None
]:
    """-> (the person's own views there, the unit's e-mail groups without the address, None where it is in none)."""
    views = own_views(ports.reader.kept(SavedView, unit), user)
    after = without_address(shelf, user.email) if shelf and user.email else shelf
    return views, after if after != shelf else None


def counts_of(ports: Ports, user: User) -> dict[str, int]:
    """All that is found of the person, as the screen tells it before the act; not what units keep."""
    secrets = secrets_of(user.id)
    there = ports.reader.get(*secrets.values())
    held = {trace.value: 1 for trace, one in zip(secrets, there, strict=True) if one}
    return {**in_register(user), **held, **leaver_rows(ports, user).counts}
