"""Who was vouched for shows the code and comes in (ACC-01, ACC-02): a provider's word is the first step only."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Session, User
from chalicelib.domain.login_provider import PATIENCE, refusal
from chalicelib.domain.value import dataclass

from .beginning import Opening, begun
from .second_step import Showing, second_step


@dataclass(frozen=True, slots=True)
class Awaited:
    """The word that was kept, as the browser names it, and the session that is wanted: ``digest`` and ``life``."""

    user: str
    word: str
    digest: str
    life: int


def finish_with_code(ports: Ports, awaited: Awaited, showing: Showing) -> tuple[Session, User]:
    """Open a session in the user's first unit; the word is spent with it.

    Raises Refused ``oidc_word_over``, Unauthenticated ``oidc_no_unit``, ``one_time_code_required`` or ``wrong_code``,
    TooManyAttempts.
    """
    now = ports.now()
    vouched = ports.identity.word(ports.tenant, awaited.user, awaited.word)
    known = ports.identity.account(ports.tenant, awaited.user, "")
    user = known.user
    if vouched is None or now - vouched >= PATIENCE or user is None or user.blocked:
        raise refusal("oidc_word_over")
    units = user.units_on(now.astimezone(ports.zone).date(), ports.catalogues.units())
    if not units:
        raise refusal("oidc_no_unit")
    strength, shown = second_step(ports, known, showing, now)
    opening = Opening(awaited.digest, awaited.life, units[0], showing.address, showing.agent, awaited.word)
    return begun(ports, user, known, opening, (strength, shown), now), user
