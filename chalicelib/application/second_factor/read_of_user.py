"""How somebody's second factor stands, for who may pause it (ACC-02)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.policy import Action

from .standing import FactorStanding, standing_of


def read_second_factor_of(ports: Ports, actor: Actor, login: str) -> tuple[User, FactorStanding]:
    """Somebody's, for who may pause it. Raises Forbidden, NotFound."""
    allow(actor, Action.SECOND_FACTOR_PAUSE)
    user, _ = ports.identity.user(ports.tenant, login)
    if user is None:
        raise NotFound("user_not_found", "Não há usuário com este login.")
    note_people(actor, Action.SECOND_FACTOR_PAUSE, PersonKind.USER, (user.id,))
    return user, standing_of(ports, user.id)
