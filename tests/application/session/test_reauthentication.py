"""Proving oneself again in an act: password, and the code when enrolled (ACC-02, DOC-10, security.md §1.5)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.references import SecondFactorKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.domain.errors import Conflict, Refused, TooManyAttempts, Unauthenticated
from chalicelib.domain.second_factor import SecondFactor, code_at, step_at
from tests.application.documents.office import drafted, office
from tests.application.documents.test_sign_many import letters, sign_all
from tests.application.under_way import CLERK
from tests.fakes.city import START
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET

SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """An office whose clerk is enrolled; retries do not sleep."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    made = office()
    factor = SecondFactor("f1", CLERK.user.id, SEED, START, START)
    made.memory.things[SecondFactorKey(CLERK.user.id)] = factor
    return made


def code(outside: Outside, steps: int = 0) -> str:
    return code_at(SEED, step_at(outside.now) + steps)


def prove(outside: Outside, typed: str, key: str | None = None, password: str = SECRET) -> None:
    operation = outside.operation(CLERK.user.id, key)
    proof = Reauthentication(outside.ports, CLERK, operation, Typed(password, typed), "Nada foi feito.")

    def attempt(work):
        proof.check(work, *work.load(*proof.keys))
        return {}

    proof.transact(lambda: outside.ports.begin(operation), attempt)


def refusal(outside: Outside, typed: str, **more: str) -> Unauthenticated:
    with pytest.raises(Unauthenticated) as caught:
        prove(outside, typed, **more)
    return caught.value


def test_code_is_asked_after_the_password_and_spent_with_the_act(outside: Outside):
    assert refusal(outside, code(outside), password="errada").code == "wrong_password"
    assert refusal(outside, "").code == "one_time_code_required"
    prove(outside, code(outside))
    assert refusal(outside, code(outside)).message.endswith("Nada foi feito.")


def test_repeated_request_is_not_refused_for_its_own_code(outside: Outside):
    key = SecondFactorKey(CLERK.user.id)
    prove(outside, code(outside), key="once")
    spent = outside.memory.things[key]
    outside.memory.operations.clear()  # as when the code was spent and the rest of the act was lost
    prove(outside, code(outside), key="once")
    assert outside.memory.things[key] == spent


def test_requests_of_one_dialog_share_its_code_and_no_other_does(outside: Outside):
    typed = code(outside)
    prove(outside, typed, key="dialog.0")
    prove(outside, typed, key="dialog.1")
    assert refusal(outside, typed, key="dialogue.2").code == "wrong_code"


def test_of_two_requests_with_one_code_only_the_first_to_commit_is_done(outside: Outside):
    typed = code(outside)

    def meanwhile() -> None:
        outside.memory.interrupt = lambda: None
        prove(outside, typed, key="faster")

    outside.memory.interrupt = meanwhile
    assert refusal(outside, typed, key="slower").code == "wrong_code"


def test_sixth_code_of_ten_minutes_waits_even_when_it_is_right(outside: Outside):
    for _ in range(5):
        refusal(outside, "000000")
    with pytest.raises(TooManyAttempts) as waiting:
        prove(outside, code(outside))
    assert waiting.value.retry_after == 600
    outside.now += timedelta(minutes=10)
    prove(outside, code(outside))


def test_who_signs_one_by_one_is_not_taken_for_a_guesser(outside: Outside):
    for _ in range(8):
        outside.now += timedelta(seconds=30)
        prove(outside, code(outside))


def test_person_whose_factor_is_paused_or_only_begun_types_the_password_alone(outside: Outside):
    key = SecondFactorKey(CLERK.user.id)
    factor = outside.memory.things[key]
    outside.memory.things[key] = replace(factor, paused_until=outside.now + timedelta(days=1))
    prove(outside, "")
    outside.memory.things[key] = replace(factor, confirmed_at=None)
    prove(outside, "")


def test_one_code_signs_many_documents_and_a_repetition_signs_the_rest(outside: Outside):
    documents = letters(outside, 4)
    results = sign_all(outside, documents, key="batch", code=code(outside))
    assert [result["signed"] for result in results] == [True] * 4
    for place in (1, 3):  # as when the container died before them: their rows were never written
        outside.memory.operations.pop((CLERK.user.id, f"batch.{place}"))
    again = sign_all(outside, documents, key="batch", code=code(outside))
    assert [result["code"] for result in again] == [None, "already_signed", None, "already_signed"]


def test_signing_without_the_code_signs_nothing(outside: Outside):
    document = drafted(outside, letters(outside, 1)[0].process)
    with pytest.raises(Unauthenticated) as caught:
        sign_all(outside, [document])
    assert caught.value.code == "one_time_code_required"


def test_lost_races_do_not_spend_the_code_for_nothing(outside: Outside):
    def always() -> None:
        key = SecondFactorKey(CLERK.user.id)
        factor = outside.memory.things[key]
        outside.memory.things[key] = replace(factor, revision=factor.revision + 1)

    outside.memory.interrupt = always
    with pytest.raises(Conflict):
        prove(outside, code(outside))
    outside.memory.interrupt = lambda: None
    prove(outside, code(outside))


ACCOUNT, CODES = f"account.{CLERK.user.id}", f"code.{CLERK.user.id}"


def refused_act(outside: Outside, typed: str) -> None:
    """The person is who she says, and the act is refused for another reason."""
    operation = outside.operation(CLERK.user.id)
    proof = Reauthentication(outside.ports, CLERK, operation, Typed(SECRET, typed))

    def attempt(work):
        proof.check(work, *work.load(*proof.keys))
        assert outside.identity.trying[ACCOUNT] == 1, "it was looked at before it was counted"
        raise Refused("already_signed", "O documento já está assinado.")

    with pytest.raises(Refused):
        proof.transact(lambda: outside.ports.begin(operation), attempt)


def test_right_password_is_counted_until_the_act_is_done_which_forgives_it_with_all_before(outside: Outside):
    seen: list[tuple[int, int]] = []
    outside.memory.interrupt = lambda: seen.append(
        (outside.identity.trying[ACCOUNT], outside.identity.counts.get(CODES, (0, None))[0])
    )
    prove(outside, code(outside))
    assert seen == [(1, 1)]
    assert (outside.identity.trying[ACCOUNT], outside.identity.counts) == (0, {})


def test_who_is_right_and_refused_otherwise_is_no_guesser_however_often(outside: Outside):
    for _ in range(7):
        outside.now += timedelta(seconds=30)
        refused_act(outside, code(outside))
        assert (outside.identity.trying[ACCOUNT], outside.identity.counts) == (0, {})


def test_mistakes_of_before_are_forgiven_by_who_knows_the_password(outside: Outside):
    for _ in range(4):
        refusal(outside, "", password="errada")
    assert outside.identity.counts[ACCOUNT][0] == 4
    prove(outside, code(outside))
    assert outside.identity.counts == {}


def test_sixth_wrong_password_is_not_looked_at_nor_is_a_right_one(outside: Outside):
    for _ in range(5):
        assert refusal(outside, "", password="errada").code == "wrong_password"
    with pytest.raises(TooManyAttempts):
        prove(outside, code(outside))
    outside.now += timedelta(seconds=16)
    prove(outside, code(outside))


def test_wrong_code_counts_against_the_codes_and_not_against_the_password(outside: Outside):
    refusal(outside, "000000")
    assert outside.identity.trying[ACCOUNT] == 0
    assert {name: count for name, (count, _) in outside.identity.counts.items()} == {CODES: 1}
