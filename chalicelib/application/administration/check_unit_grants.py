"""What copying a unit's permissions to another would give, person by person; writes nothing (ACC-09)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.unit_grants import CopyLine, check_units, copied


def check_unit_grants(ports: Ports, actor: Actor, source: str, target: str) -> tuple[CopyLine, ...]:
    """By name. Raises Forbidden; InvalidRequest as ``check_units``."""
    allow(actor, Action.USER_GRANT)
    check_units(source, target, ports.catalogues.units())
    people = ports.register.users_in(source)
    note_people(actor, Action.USER_GRANT, PersonKind.USER, (user.id for user in people))
    return copied(people, source, target, ports.now().astimezone(ports.zone).date())
