"""One control broken at a time, and the act that must show it. A green suite over these would prove nothing
(security.md §7.5)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from chalicelib.adapters import argon2
from chalicelib.adapters.dynamodb import unit_of_work
from chalicelib.adapters.dynamodb.identity import DynamoIdentity
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.api import authentication, validation
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain import history, policy, second_factor
from chalicelib.domain.policy_decision import Decision

Patch = pytest.MonkeyPatch


@dataclass(frozen=True, slots=True)
class Breakage:
    """``broken`` breaks the control; ``shows`` is the check of ``checks`` that must then fail."""

    name: str
    broken: Callable[[Patch], None]
    shows: str


def everywhere(patch: Patch, genuine: Any, name: str, broken: Any) -> None:
    """Replace a function wherever it was imported."""
    import sys

    found = [module for module in list(sys.modules.values()) if getattr(module, name, None) is genuine]
    assert found, f"{name} is nowhere"
    for module in found:
        patch.setattr(module, name, broken)


def policy_allows_all(patch: Patch) -> None:
    everywhere(patch, policy.decide, "decide", lambda *_, **__: Decision(True))


def no_condition_on_n(patch: Patch) -> None:
    genuine = unit_of_work.UnitOfWork.change_process

    def unconditional(self: Any, before: Any, change: Any) -> Any:
        start = len(self._puts)
        made = genuine(self, before, change)
        self._puts[start:] = [(item, None) for item, _ in self._puts[start:]]
        return made

    patch.setattr(unit_of_work.UnitOfWork, "change_process", unconditional)


def chain_without_previous(patch: Patch) -> None:
    genuine = history.chain

    def unchained(process: str, after: int, head: str, at: Any, acts: Any) -> Any:
        return genuine(process, after, history.GENESIS, at, acts)

    everywhere(patch, genuine, "chain", unchained)


def operation_row_skipped(patch: Patch) -> None:
    patch.setattr(unit_of_work.UnitOfWork, "_replay", lambda self, row: None)
    patch.setattr(unit_of_work, "NEW", MainItem.pk.exists() | MainItem.pk.does_not_exist())


def any_password(patch: Patch) -> None:
    patch.setattr(argon2.Argon2Passwords, "verify", lambda *_: True)


def signature_unbound(patch: Patch) -> None:
    genuine = documents.sign

    def unbound(document: Any, signature: Any) -> Any:
        from dataclasses import replace

        return genuine(document, replace(signature, digest=document.text.digest))

    patch.setattr(documents, "sign", unbound)


def locked_sections_free(patch: Patch) -> None:
    patch.setattr(contents, "check_fixed", lambda *_: None)


def sessions_never_end(patch: Patch) -> None:
    everywhere(patch, authentication.session_is_alive, "session_is_alive", lambda *_: None)


def bodies_of_any_size(patch: Patch) -> None:
    patch.setattr(validation, "MAXIMUM_BODY", 10**9)


def revision_ignored(patch: Patch) -> None:
    genuine = documents.save

    def over(document: Any, revision: int, *rest: Any) -> Any:
        return genuine(document, document.revision, *rest)

    patch.setattr(documents, "save", over)


def number_not_conditioned(patch: Patch) -> None:
    def careless(self: Any, counter: Any, seen: int) -> int:
        from chalicelib.adapters.dynamodb import keys

        pk, sk = keys.counter(self._tenant, counter.name)
        self._puts.append((MainItem(pk, sk, n=seen + 1), None))
        return seen + 1

    # The number's own row would refuse the second taker too: both controls are broken.
    no_condition_on_n(patch)
    patch.setattr(unit_of_work.UnitOfWork, "take", careless)


def state_in_two_steps(patch: Patch) -> None:
    genuine = unit_of_work.UnitOfWork.commit

    def torn(self: Any, reply: Any) -> None:
        apart, self._updates = self._updates, []
        genuine(self, reply)
        for item, actions, _ in apart:
            item.update(actions=actions)

    patch.setattr(unit_of_work.UnitOfWork, "commit", torn)


def code_opens_again(patch: Patch) -> None:
    """As if the last step taken were not kept."""
    genuine = second_factor.accept

    def forgetful(factor: Any, *rest: Any) -> Any:
        return genuine(replace(factor, last_step=0), *rest)

    everywhere(patch, genuine, "accept", forgetful)


def any_code(patch: Patch) -> None:
    genuine = second_factor.accept
    everywhere(patch, genuine, "accept", lambda factor, *_: replace(factor, revision=factor.revision + 1))


def codes_not_counted(patch: Patch) -> None:
    patch.setattr(DynamoIdentity, "count", lambda self, tenant, name, at, window: (1, at))


BREAKAGES = [
    Breakage("the policy always allows", policy_allows_all, "stranger_is_refused"),
    Breakage("no condition on the process's length", no_condition_on_n, "one_of_two_wins"),
    Breakage("the chain does not carry the previous hash", chain_without_previous, "chain_holds"),
    Breakage("the operation row is not looked at", operation_row_skipped, "same_key_does_it_once"),
    Breakage("any password will do", any_password, "wrong_password_is_refused"),
    Breakage("the signature is not bound to the text seen", signature_unbound, "changed_text_is_not_signed"),
    Breakage("locked sections may change", locked_sections_free, "locked_section_stays"),
    Breakage("sessions never end", sessions_never_end, "ended_session_is_refused"),
    Breakage("bodies of any size enter", bodies_of_any_size, "large_body_is_refused"),
    Breakage("a draft is saved over anybody's", revision_ignored, "stale_draft_is_refused"),
    Breakage("a number may be taken twice", number_not_conditioned, "numbers_are_unique"),
    Breakage("a code opens twice", code_opens_again, "code_opens_once"),
    Breakage("any code will do", any_code, "wrong_code_is_refused"),
    Breakage("tries of codes are not counted", codes_not_counted, "guessed_codes_are_stopped"),
    Breakage("state is written in two steps", state_in_two_steps, "death_leaves_all_or_nothing"),
]
