"""What the policy answers and what its rows are made of."""

from collections.abc import Callable
from dataclasses import field
from typing import Any

from chalicelib.domain.access import Context, Subject
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """The policy's answer. ``code`` and ``reason`` (Portuguese) are None when allowed. ``hidden``: the thing
    must look absent to who asks, so the API answers 404 and gives no reason."""

    allowed: bool
    code: str | None = None
    reason: str | None = None
    hidden: bool = False


#: The resource is Any because each condition reads only the facts of the resources whose acts use it.
Predicate = Callable[[Subject, Any, Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """``rule`` states it for the manual; ``sentence`` is what the user reads when it does not hold.

    ``hidden`` conditions guard existence: when one fails, the answer is the same as for something absent.
    """

    code: str
    rule: str
    sentence: str
    holds: Predicate
    hidden: bool = False
    refusal: Decision = field(init=False)

    def __post_init__(self) -> None:
        reason = None if self.hidden else self.sentence
        code = "not_found" if self.hidden else self.code
        object.__setattr__(self, "refusal", Decision(False, code, reason, self.hidden))
