"""The second factor: codes of an authenticator application (RFC 6238) and recovery codes (ACC-02, security.md §1.5).

A code opens once: the step it belongs to is kept, and only a later one is taken. ``used`` says by what the last one was
taken, so that the same request repeated after a failure is not refused as if somebody else had overheard its code.
"""

import base64
import hashlib
import hmac
import struct
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

from chalicelib.domain.value import dataclass

from .errors import Refused, Unauthenticated

PERIOD = 30
DIGITS = 6
# A telephone's clock may be one step away from ours.
DRIFT = 1
RECOVERY_CODES = 10
# Who began to enrol has this long to show a first code.
ENROLLING = timedelta(minutes=15)
SECRET_BYTES = 20
# For how long one purpose may show again the code it spent: a dialog that signs many documents, a repeated request.
SAME_PURPOSE = timedelta(minutes=10)
WRONG = "wrong_code"


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """An enrolment. ``secret`` is Base32; nothing is asked before ``confirmed_at``. ``last_step``: the last one taken.

    ``recovery``: SHA-256 of the codes not used yet. ``paused_until``: an administrator lets the person in without it
    (a lost telephone). ``devices``: trusted devices of an older count are trusted no more.
    """

    id: str
    user: str
    secret: str
    begun_at: datetime
    confirmed_at: datetime | None = None
    last_step: int = 0
    used: str = ""
    used_at: datetime | None = None
    recovery: tuple[str, ...] = ()
    paused_until: datetime | None = None
    devices: int = 1
    revision: int = 1

    def asks(self, now: datetime) -> bool:
        """Whether a code must be shown now."""
        return self.confirmed_at is not None and not self.paused(now)

    def paused(self, now: datetime) -> bool:
        """Whether an administrator lets the person in without it."""
        return self.paused_until is not None and now < self.paused_until


def new_secret(random: bytes) -> str:
    """The shared secret in Base32, from 20 random bytes."""
    assert len(random) == SECRET_BYTES
    return base64.b32encode(random).decode()


def code_at(secret: str, step: int, digits: int = DIGITS, algorithm: str = "sha1") -> str:
    """The code of a step (RFC 4226 §5.3 over RFC 6238's counter)."""
    key = base64.b32decode(secret)
    mac = hmac.new(key, struct.pack(">Q", step), algorithm).digest()
    offset = mac[-1] & 0x0F
    number = struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_at(moment: datetime) -> int:
    """The step that a moment belongs to."""
    return int(moment.timestamp()) // PERIOD


def address(factor: SecondFactor, issuer: str, account: str) -> str:
    """What the QR code says to the application (otpauth)."""
    label = quote(f"{issuer}:{account}")
    query = urlencode({"secret": factor.secret, "issuer": issuer, "digits": DIGITS, "period": PERIOD}, quote_via=quote)
    return f"otpauth://totp/{label}?{query}"


def accept(factor: SecondFactor, code: str, now: datetime, purpose: str) -> SecondFactor:
    """The factor after ``code`` opened once; the very same factor when this ``purpose`` had already used that code.

    Raises Unauthenticated ``wrong_code``: wrong, of another time, or used before.
    """
    typed = "".join(character for character in code.lower() if character.isalnum())
    mark = hashlib.sha256(f"{purpose} {typed}".encode()).hexdigest()
    if typed and hmac.compare_digest(mark, factor.used) and factor.used_at and now - factor.used_at < SAME_PURPOSE:
        return factor
    step = _step_of(factor, typed, now)
    if step is not None:
        return replace(factor, last_step=step, used=mark, used_at=now, revision=factor.revision + 1)
    spent = recovery_digest(typed)
    if spent in factor.recovery:
        left = tuple(kept for kept in factor.recovery if kept != spent)
        return replace(factor, recovery=left, used=mark, used_at=now, revision=factor.revision + 1)
    raise Unauthenticated(WRONG, "O código não confere ou já foi usado. Espere o próximo e digite de novo.")


def _step_of(factor: SecondFactor, typed: str, now: datetime) -> int | None:
    """The newest step that the code is of, among those not used and near enough."""
    if len(typed) != DIGITS or not typed.isascii():
        return None
    middle = step_at(now)
    near = range(middle + DRIFT, middle - DRIFT - 1, -1)
    fitting = [step for step in near if hmac.compare_digest(code_at(factor.secret, step), typed)]
    return next((step for step in fitting if step > factor.last_step), None)


def begin(before: SecondFactor | None, identifier: str, user: str, random: bytes, now: datetime) -> SecondFactor:
    """A new enrolment in the place of one that was never confirmed. Raises Refused ``second_factor_enrolled``."""
    if before is not None and before.confirmed_at is not None:
        raise Refused("second_factor_enrolled", "A verificação em duas etapas já está ligada. Desligue-a antes.")
    revision = before.revision + 1 if before else 1
    return SecondFactor(identifier, user, new_secret(random), now, revision=revision)


def confirm(
    factor: SecondFactor | None, code: str, now: datetime, purpose: str, recovery: Sequence[str]
) -> SecondFactor:
    """The enrolment in force, after its first code.

    Raises Refused ``enrolment_not_begun``, Unauthenticated ``wrong_code``.
    """
    accepted = accept(begun(factor, now), code, now, purpose)
    return replace(accepted, confirmed_at=now, recovery=tuple(recovery_digest(each) for each in recovery))


def begun(factor: SecondFactor | None, now: datetime) -> SecondFactor:
    """The enrolment, while it may still be confirmed. Raises Refused ``enrolment_not_begun``."""
    if factor is None or factor.confirmed_at is not None or now - factor.begun_at > ENROLLING:
        raise Refused("enrolment_not_begun", "O prazo para confirmar passou. Comece de novo a ligar a verificação.")
    return factor


def enrolled(factor: SecondFactor | None) -> SecondFactor:
    """The factor, if it was confirmed. Raises Refused ``second_factor_absent``."""
    if factor is None or factor.confirmed_at is None:
        raise Refused("second_factor_absent", "A verificação em duas etapas não está ligada.")
    return factor


def with_new_recovery(factor: SecondFactor, recovery: Sequence[str]) -> SecondFactor:
    """Other recovery codes; those of before are worth nothing."""
    return replace(factor, recovery=tuple(recovery_digest(code) for code in recovery), revision=factor.revision + 1)


def pause(factor: SecondFactor, until: datetime) -> SecondFactor:
    """Let the person in without it until then."""
    return replace(factor, paused_until=until, revision=factor.revision + 1)


def distrust_devices(factor: SecondFactor) -> SecondFactor:
    """No device is trusted any more."""
    return replace(factor, devices=factor.devices + 1, revision=factor.revision + 1)


def recovery_codes(seed: bytes, salt: str) -> tuple[str, ...]:
    """The codes to print, 50 bits each. ``seed`` is the browser's and kept nowhere; ``salt`` is ours."""
    return tuple(_recovery_code(seed, salt, number) for number in range(RECOVERY_CODES))


def _recovery_code(seed: bytes, salt: str, number: int) -> str:
    mac = hmac.new(seed, f"{salt} {number}".encode(), hashlib.sha256).digest()
    letters = base64.b32encode(mac).decode().lower()[:10]
    return f"{letters[:5]}-{letters[5:]}"


def recovery_digest(code: str) -> str:
    """What is kept of a recovery code; 50 random bits need no salt."""
    return hashlib.sha256("".join(filter(str.isalnum, code.lower())).encode()).hexdigest()
