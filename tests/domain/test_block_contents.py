"""BLO-01, BLO-03, BLO-04, BLO-06 to BLO-08: what a block holds, and what each process remembers and tells of it."""

from dataclasses import replace

import pytest

from chalicelib.domain import block_contents, history
from chalicelib.domain.block import BlockFlag
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import Refused
from chalicelib.domain.in_block import BlockKind, InBlock
from chalicelib.domain.process import State
from tests.domain.block_examples import block, filled, told
from tests.domain.document_examples import draft
from tests.domain.process_examples import PERSONNEL_HEAD, PROTOCOL_CLERK, after, started
from tests.fakes.city import CARLOS, PERSONNEL, PROTOCOL


def test_document_in_a_signing_block_is_remembered_and_told():
    made, change = block_contents.include_document(block(), started(), draft(), PROTOCOL_CLERK, after(1))
    assert [item.id for item in made.items] == ["00001-d1"]
    assert change.process.blocks == (InBlock("b7", "7", BlockKind.SIGNING, PROTOCOL.id, (), ("00001-d1",)),)
    assert told(change) == ["Documento 0000123 (Ofício 12/2026) inserido no bloco 7"]
    assert change.acts[0].fact.number == 35


@pytest.mark.parametrize("kind", [BlockKind.MEETING, BlockKind.INTERNAL])
def test_process_in_a_block_is_told(kind: BlockKind):
    made, change = block_contents.include_process(block(kind), started(), PROTOCOL_CLERK, after(1))
    assert made.processes == ("p1",)
    assert told(change) == ["Processo inserido no bloco 7"]


def test_same_document_twice_in_the_same_block_is_refused():
    made, process = filled()
    with pytest.raises(Refused, match="already_in_block"):
        block_contents.include_document(made, process, draft(), PROTOCOL_CLERK, after(2))


def test_cancelled_document_enters_no_block():
    cancelled = draft(state=DocumentState.CANCELLED)
    with pytest.raises(Refused, match="document_cancelled"):
        block_contents.include_document(block(), started(), cancelled, PROTOCOL_CLERK, after(1))


@pytest.mark.parametrize("kind", [BlockKind.MEETING, BlockKind.INTERNAL])
def test_document_enters_signing_blocks_only(kind: BlockKind):
    with pytest.raises(Refused, match="block_of_processes"):
        block_contents.include_document(block(kind), started(), draft(), PROTOCOL_CLERK, after(1))


def test_whole_process_enters_no_signing_block():
    with pytest.raises(Refused, match="block_of_documents"):
        block_contents.include_process(block(), started(), PROTOCOL_CLERK, after(1))


@pytest.mark.parametrize("state", [State.SUSPENDED, State.ANNEXED, State.LOCKED])
def test_process_that_is_not_active_enters_no_block(state: State):
    with pytest.raises(Refused, match=f"process_{state.value}"):
        block_contents.include_process(
            block(BlockKind.MEETING), replace(started(), state=state), PROTOCOL_CLERK, after(1)
        )


def test_full_block_takes_no_other_process():
    made = block(BlockKind.MEETING)
    for number in range(block_contents.MAXIMUM_PROCESSES):
        made, _ = block_contents.include_process(
            made, replace(started(), id=f"p{number}"), PROTOCOL_CLERK, after(1)
        )
    with pytest.raises(Refused, match="block_full"):
        block_contents.include_process(made, replace(started(), id="other"), PROTOCOL_CLERK, after(1))


def test_internal_block_is_a_folder_of_many_processes():
    made = block(BlockKind.INTERNAL)
    for number in range(block_contents.MAXIMUM_PROCESSES + 1):
        made, _ = block_contents.include_process(
            made, replace(started(), id=f"p{number}"), PROTOCOL_CLERK, after(1)
        )
    assert len(made.items) == block_contents.MAXIMUM_PROCESSES + 1


def test_removed_item_is_forgotten_and_told():
    made, process = filled()
    left, change = block_contents.remove(made, process, "00001-d1", PROTOCOL_CLERK, after(2))
    assert (left.items, change.process.blocks) == ((), ())
    assert told(change) == ["Documento 0000123 (Ofício 12/2026) retirado do bloco 7"]


def test_item_that_is_not_there_cannot_be_removed():
    made, process = filled()
    with pytest.raises(Refused, match="block_item_not_found"):
        block_contents.remove(made, process, "other", PROTOCOL_CLERK, after(2))


def test_note_says_who_and_when_and_is_cleared_by_an_empty_one():
    made, _ = filled()
    noted = block_contents.annotate(made, "00001-d1", "Conferir o nome", PERSONNEL_HEAD, after(2))
    note = noted.items[0].note
    assert note
    assert (note.text, note.unit, note.at) == ("Conferir o nome", PERSONNEL.short, after(2))
    assert block_contents.annotate(noted, "00001-d1", "", PERSONNEL_HEAD, after(3)).items[0].note is None


def test_flag_says_who_raised_it_until_lowered():
    made = block_contents.flag(block(), BlockFlag.COMMENTED, "Ver o item 2", PERSONNEL_HEAD, after(2))
    assert made.flags["commented"].by == PERSONNEL_HEAD.user
    assert made.flags["commented"].text == "Ver o item 2"
    assert block_contents.unflag(made, BlockFlag.COMMENTED, after(3)).flags == {}


def test_each_unit_assigns_its_own_side():
    made = block_contents.assign(block(), PROTOCOL.id, CARLOS, after(2))
    made = block_contents.assign(made, PERSONNEL.id, PERSONNEL_HEAD.user, after(3))
    assert made.assignees == {PROTOCOL.id: CARLOS, PERSONNEL.id: PERSONNEL_HEAD.user}
    assert block_contents.assign(made, PROTOCOL.id, None, after(4)).assignees == {
        PERSONNEL.id: PERSONNEL_HEAD.user
    }


def test_numbers_of_the_entries_are_those_of_the_catalogue():
    """features.md §1.5, BLO-08."""
    kinds = {
        34: history.ProcessPutInBlock,
        35: history.DocumentPutInBlock,
        36: history.ProcessTakenFromBlock,
        37: history.DocumentTakenFromBlock,
        38: history.BlockShared,
        39: history.BlockSharingCancelled,
        40: history.BlockReturned,
        95: history.BlockConcluded,
        96: history.BlockReopened,
    }
    assert {number: kind.number for number, kind in kinds.items()} == {number: number for number in kinds}
