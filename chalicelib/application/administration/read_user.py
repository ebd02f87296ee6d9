"""One user with permissions and data (ACC-08, ACC-09)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import UserKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.granting import names_away
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.policy import Action


def read_user(ports: Ports, actor: Actor, login: str) -> tuple[User, dict[str, str]]:
    """-> (user, the names of those stood in for, by login). Raises Forbidden, NotFound."""
    allow(actor, Action.ADMINISTRATION_READ)
    (user,) = ports.reader.get(UserKey(login))
    if user is None:
        raise NotFound("user_not_found", "Este usuário não existe.")
    away = names_away(user.grants)
    people = ports.reader.get(*map(UserKey, away)) if away else ()
    return user, {one.id: one.person.name for one in people if one}
