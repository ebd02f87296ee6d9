"""BLO-02, BLO-06, BLO-08: where a block goes and how it comes back (features.md §1.4)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chalicelib.domain import block_contents, block_sharing
from chalicelib.domain.block import Block, BlockState
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.in_block import BlockKind, meeting_units, sharing_units, signing_units
from chalicelib.domain.process import Process
from tests.domain.block_examples import block, filled, shared, told
from tests.domain.document_examples import draft
from tests.domain.process_examples import CABINET_HEAD, PERSONNEL_HEAD, PROTOCOL_CLERK, after, started
from tests.fakes.city import CABINET, CLOSED, PERSONNEL, PROTOCOL, SILENT, WORKS


def test_shared_block_shows_its_documents_to_the_receiving_unit_to_sign():
    given, process = shared()
    assert (given.state, given.receivers) == (BlockState.SHARED, (PERSONNEL.id,))
    assert (given.state_for(PROTOCOL.id), given.state_for(PERSONNEL.id)) == ("shared", "received")
    assert signing_units(process.blocks, "00001-d1") == {PERSONNEL.id}
    assert signing_units(process.blocks, "another") == frozenset()
    assert meeting_units(process.blocks) == frozenset()
    assert sharing_units(process.blocks) == {PERSONNEL.id}


def test_meeting_block_shows_the_whole_process_and_lets_nobody_sign():
    _, process = shared(BlockKind.MEETING)
    assert meeting_units(process.blocks) == {PERSONNEL.id}
    assert signing_units(process.blocks, "00001-d1") == frozenset()


def test_sharing_is_told_with_the_units():
    made, process = filled(BlockKind.SIGNING, PERSONNEL, CABINET)
    _, (change,) = block_sharing.share(made, [process], PROTOCOL_CLERK, after(2))
    assert told(change) == ["Bloco 7 disponibilizado para as unidades SEMAD/RH, GAB"]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (block(), "block_empty"),
        (filled(BlockKind.INTERNAL)[0], "internal_block"),
        (replace(filled()[0], destinations=()), "block_without_units"),
        (shared()[0], "block_shared"),
        (replace(filled()[0], state=BlockState.CONCLUDED), "block_concluded"),
    ],
)
def test_block_that_cannot_be_shared(made: Block, code: str):
    with pytest.raises(Refused, match=code):
        block_sharing.share(made, [started()], PROTOCOL_CLERK, after(2))


def test_sharing_can_be_cancelled_at_any_time():
    given, process = shared()
    back, (change,) = block_sharing.unshare(given, [process], PROTOCOL_CLERK, after(3))
    assert (back.state, back.receivers) == (BlockState.GENERATED, ())
    assert sharing_units(change.process.blocks) == frozenset()
    assert told(change) == ["Cancelada disponibilização do bloco 7"]
    with pytest.raises(Refused, match="block_not_shared"):
        block_sharing.unshare(back, [process], PROTOCOL_CLERK, after(4))


def test_block_returned_by_all_is_as_generated_again():
    given, process = shared(BlockKind.SIGNING, PERSONNEL, CABINET)
    once, (change,) = block_sharing.give_back(given, [process], PERSONNEL_HEAD, "Falta o anexo", after(3))
    assert (once.state, once.receivers) == (BlockState.SHARED, (CABINET.id,))
    assert once.state_for(PERSONNEL.id) == "shared"
    assert told(change) == ["Bloco 7 retornado para a unidade SEMAD/PROT. Falta o anexo"]
    twice, _ = block_sharing.give_back(once, [change.process], CABINET_HEAD, "", after(4))
    assert (twice.state, twice.receivers) == (BlockState.RETURNED, ())
    assert twice.destinations[0].reason == "Falta o anexo"
    again, _ = block_sharing.share(twice, [process], PROTOCOL_CLERK, after(5))
    assert again.receivers == (PERSONNEL.id, CABINET.id)


def test_unit_that_does_not_hold_the_block_cannot_return_it():
    given, process = shared()
    with pytest.raises(Refused, match="block_not_received"):
        block_sharing.give_back(given, [process], CABINET_HEAD, "", after(3))


Change = Callable[[Block, Process], object]
CHANGES: dict[str, Change] = {
    "include": lambda b, p: block_contents.include_document(b, p, draft(id="x"), PROTOCOL_CLERK, after(3)),
    "remove": lambda b, p: block_contents.remove(b, p, "00001-d1", PROTOCOL_CLERK, after(3)),
    "conclude": lambda b, p: block_sharing.conclude(b, [p], PROTOCOL_CLERK, after(3)),
    "delete": lambda b, p: block_sharing.check_deletable(b),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_owner_keeps_hands_off_a_shared_or_concluded_block(change: Change):
    given, process = shared()
    with pytest.raises(Refused, match="block_shared"):
        change(given, process)
    with pytest.raises(Refused, match="block_concluded"):
        change(replace(given, state=BlockState.CONCLUDED), process)


def test_concluded_block_is_reopened_as_generated():
    made, process = filled()
    put_away, (change,) = block_sharing.conclude(made, [process], PROTOCOL_CLERK, after(3))
    assert (put_away.state, told(change)) == (BlockState.CONCLUDED, ["Conclusão do bloco 7"])
    up, (change,) = block_sharing.reopen(put_away, [change.process], PROTOCOL_CLERK, after(4))
    assert (up.state, told(change)) == (BlockState.GENERATED, ["Reabertura do bloco 7"])
    with pytest.raises(Refused, match="block_not_concluded"):
        block_sharing.reopen(up, [process], PROTOCOL_CLERK, after(5))


def test_only_an_empty_block_is_deleted():
    block_sharing.check_deletable(block())
    with pytest.raises(Refused, match="block_not_empty"):
        block_sharing.check_deletable(filled()[0])


def test_what_an_internal_block_goes_through_concerns_its_unit_only():
    assert not block_sharing.touches_processes(block(BlockKind.INTERNAL))
    assert block_sharing.touches_processes(block(BlockKind.MEETING))


@pytest.mark.parametrize(
    ("units", "code"),
    [([PROTOCOL], "own_unit"), ([CLOSED], "unit_cannot_receive"), ([SILENT], "unit_cannot_receive")],
)
def test_unit_a_block_cannot_go_to(units: list[object], code: str):
    with pytest.raises(InvalidRequest) as refused:
        block_sharing.destinations(BlockKind.SIGNING, PROTOCOL.id, units)  # type: ignore[arg-type]
    assert refused.value.errors[0].code == code


def test_internal_block_goes_nowhere():
    with pytest.raises(InvalidRequest):
        block_sharing.destinations(BlockKind.INTERNAL, PROTOCOL.id, [WORKS])


def test_block_goes_to_so_many_units_only():
    many = [replace(WORKS, id=f"u{number}") for number in range(block_sharing.MAXIMUM_DESTINATIONS + 1)]
    with pytest.raises(InvalidRequest) as refused:
        block_sharing.destinations(BlockKind.SIGNING, PROTOCOL.id, many)
    assert refused.value.errors[0].code == "too_many"


def test_returned_block_is_no_longer_in_the_hands_of_the_unit():
    given, process = shared()
    given = block_contents.assign(given, PERSONNEL.id, PERSONNEL_HEAD.user, after(3))
    back, _ = block_sharing.give_back(given, [process], PERSONNEL_HEAD, "", after(4))
    assert back.assignees == {}
