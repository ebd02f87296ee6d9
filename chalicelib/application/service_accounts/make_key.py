"""Make a key for a system; two may live at once, so that one takes the place of the other without a pause (ACC-09)."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.errors import OperationMismatch
from chalicelib.domain.identity import Actor
from chalicelib.domain.service_account import ServiceAccount, ServiceKey, key_digest, made_secret, with_key
from chalicelib.domain.value import dataclass

from .acting import KEEP, act_on_service, civil_day


@dataclass(frozen=True, slots=True)
class MadeKey:
    """``secret`` is in no table and no kept reply: this is the one time that it is seen."""

    id: str
    secret: str
    revision: int


def make_key(
    ports: Ports, actor: Actor, operation: Operation, code: str, expires_on: date, seed: bytes
) -> MadeKey:
    """``seed``: 256 bits of chance of whoever asks; the same request repeated gets the same key.

    Raises Forbidden, NotFound, Refused as ``service_account.with_key``, OperationMismatch for another seed.
    """
    at, today, key = ports.now(), civil_day(ports), ports.identifier()
    digest = key_digest(made_secret(seed, code, key))

    def act(account: ServiceAccount) -> ServiceAccount:
        return with_key(account, ServiceKey(key, digest, at, actor.user, expires_on), today)

    told = "", {"key": key, "digest": digest}
    done = act_on_service(ports, actor, operation, KEEP, (code, None), ChangeKind.CHANGED, act, told)
    secret = made_secret(seed, code, str(done["key"]))
    if key_digest(secret) != done["digest"]:
        raise OperationMismatch()
    return MadeKey(str(done["key"]), secret, int(done["revision"]))
