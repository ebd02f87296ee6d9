"""From admission to text (DOC-08): each step once, whoever dies on the way, and for its readers only."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from chalicelib.application.extraction.ask import ask_extraction
from chalicelib.application.extraction.extract import extract_text
from chalicelib.application.extraction.give_up import give_up_extraction
from chalicelib.application.extraction.keep import keep_text
from chalicelib.application.extraction.ports import CannotRead
from chalicelib.application.extraction.read import read_text
from chalicelib.application.extraction.recognize import recognize_pages
from chalicelib.application.references import ExtractionKey
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.extraction import ExtractionState, PageText
from chalicelib.domain.file_inspection import Verdict
from tests.application.documents.office import declared, drafted, filed, inspected
from tests.application.under_way import CLERK, TECHNICIAN, refused, started
from tests.fakes.outside import Outside

SHA = "ff" * 32
OWN = PageText("Ofício em papel timbrado, com o texto inteiro.", 0, True)
SCAN = PageText("", 1, True)
READ = PageText("Despacho digitalizado, reconhecido pelas letras.", 1, True, 92)


@dataclass
class Paper:
    """Implements ``FileReader`` over given pages; those in ``torn`` cannot be recognized."""

    every: list[PageText]
    torn: frozenset[int] = frozenset()
    trouble: str = ""
    read: list[int] = field(default_factory=list)

    def pages(self, extraction):
        if self.trouble:
            raise CannotRead(self.trouble)
        return self.every

    def recognize(self, extraction, pages: Iterable[int]):
        for number in pages:
            self.read.append(number)
            yield number, None if number in self.torn else READ


@dataclass
class Drawer:
    """Implements ``Scratch``."""

    left: dict = field(default_factory=dict)

    def leave(self, extraction, step, pages):
        self.left[(extraction.attempt, step)] = dict(pages)

    def take(self, extraction, step):
        return self.left.get((extraction.attempt, step))


@pytest.fixture
def drawer():
    return Drawer()


def found(outside):
    return outside.memory.things[ExtractionKey(SHA)]


def whole(outside, drawer, paper, attempt=1):
    """What the machine does."""
    asked = extract_text(outside.ports, paper, drawer, SHA, attempt)
    for batch in asked["batches"]:
        recognize_pages(outside.ports, paper, drawer, (SHA, attempt), batch["n"], batch["pages"])
    if asked["batches"]:
        keep_text(outside.ports, drawer, SHA, attempt)
    return found(outside)


def text_of(outside):
    return outside.contents.blobs[found(outside).text_key].decode()


def test_extraction_begins_with_the_admission_and_the_machine_is_told(outside: Outside):
    process = started(outside)
    upload = declared(outside, process)
    reply = inspect_upload(outside.ports, lambda _: Verdict(None, "application/pdf", 2), process, upload)
    assert reply == {"state": "accepted", "extraction": {"sha256": SHA, "attempt": 1}}
    assert found(outside).state is ExtractionState.WAITING
    again = inspect_upload(outside.ports, lambda _: Verdict(None), process, upload)
    assert again == reply, "who tells it died before the machine heard: told again"


def test_refused_file_has_no_text_to_extract(outside: Outside):
    process = started(outside)
    inspected(outside, process, declared(outside, process), "checksum_differs")
    assert ExtractionKey(SHA) not in outside.memory.things


def test_the_same_bytes_in_another_process_are_not_read_twice(outside: Outside, drawer):
    filed(outside, started(outside))
    whole(outside, drawer, Paper([OWN]))
    other = started(outside)
    reply = inspect_upload(
        outside.ports, lambda _: Verdict(None, "application/pdf", 2), other, declared(outside, other)
    )
    assert reply == {"state": "accepted"}
    assert found(outside).state is ExtractionState.DONE


def test_text_of_a_born_digital_file_is_kept_by_the_first_step(outside: Outside, drawer):
    filed(outside, started(outside))
    done = whole(outside, drawer, Paper([OWN, OWN]))
    assert (done.state, done.pages, done.recognized, done.unread) == (ExtractionState.DONE, 2, 0, 0)
    assert text_of(outside) == f"{OWN.text}\f{OWN.text}"
    assert drawer.left == {}


def test_pages_without_text_are_recognized_and_the_others_are_left_as_they_are(outside: Outside, drawer):
    filed(outside, started(outside))
    paper = Paper([OWN, SCAN, SCAN, PageText("")])
    done = whole(outside, drawer, paper)
    assert (done.pages, done.recognized, paper.read) == (4, 2, [2, 3])
    assert text_of(outside) == f"{OWN.text}\f{READ.text}\f{READ.text}\f"


def test_a_page_that_cannot_be_read_is_counted_and_the_rest_is_kept(outside: Outside, drawer):
    filed(outside, started(outside))
    done = whole(outside, drawer, Paper([SCAN, SCAN], torn=frozenset({2})))
    assert (done.state, done.recognized, done.unread) == (ExtractionState.DONE, 1, 1)


def test_whoever_waits_is_told_how_many_pages_were_recognized_and_how_long_the_others_may_take(
    outside: Outside, drawer
):
    """Issue 6 §6."""
    document = filed(outside, started(outside))

    def told():
        read = read_text(outside.ports, CLERK, document.process, document.id)
        far = read.recognition
        return far and (far.read, far.pages, read.seconds_left)

    assert told() is None
    paper = Paper([OWN, *[SCAN] * 10])
    asked = extract_text(outside.ports, paper, drawer, SHA, 1)
    assert told() == (0, 10, None)
    for batch, far in zip(asked["batches"], [(8, 10, 10), (10, 10, 0)], strict=True):
        outside.now += timedelta(seconds=40)
        recognize_pages(outside.ports, paper, drawer, (SHA, 1), batch["n"], batch["pages"])
        assert told() == far
    keep_text(outside.ports, drawer, SHA, 1)
    assert told() is None, "it is over"


def test_a_batch_that_nobody_could_work_on_leaves_its_pages_unread(outside: Outside, drawer):
    filed(outside, started(outside))
    extract_text(outside.ports, Paper([OWN, SCAN]), drawer, SHA, 1)
    assert keep_text(outside.ports, drawer, SHA, 1) == {"state": "done"}
    assert (found(outside).recognized, found(outside).unread) == (0, 1)


@pytest.mark.parametrize(
    ("paper", "state", "reason"),
    [
        (Paper([PageText("")]), ExtractionState.EMPTY, "no_text_found"),
        (Paper([], trouble="damaged"), ExtractionState.FAILED, "damaged"),
        (Paper([SCAN], torn=frozenset({1})), ExtractionState.FAILED, "pages_unreadable"),
    ],
)
def test_what_has_no_text_says_why(outside: Outside, drawer, paper, state, reason):
    filed(outside, started(outside))
    done = whole(outside, drawer, paper)
    assert (done.state, done.reason, done.text_key) == (state, reason, "")
    assert outside.contents.blobs == {}


def test_a_step_that_comes_again_does_its_work_once(outside: Outside, drawer):
    filed(outside, started(outside))
    paper = Paper([SCAN])
    extract_text(outside.ports, paper, drawer, SHA, 1)
    for _ in range(2):
        told = recognize_pages(outside.ports, paper, drawer, (SHA, 1), 0, [1])
        assert told == {"read": 1, "unread": 0}
    assert paper.read == [1]
    for _ in range(2):
        assert keep_text(outside.ports, drawer, SHA, 1) == {"state": "done"}
    before = dict(outside.memory.things)
    assert extract_text(outside.ports, paper, drawer, SHA, 1) == {"batches": []}
    assert give_up_extraction(outside.ports, SHA, 1) == {"state": "done"}
    assert recognize_pages(outside.ports, paper, drawer, (SHA, 1), 1, [1]) == {"read": 0, "unread": 0}
    assert outside.memory.things == before


def test_one_that_died_is_given_up_and_may_be_asked_for_again(outside: Outside, drawer):
    document = filed(outside, started(outside))
    assert give_up_extraction(outside.ports, SHA, 1) == {"state": "failed"}
    assert read_text(outside.ports, CLERK, document.process, document.id).may_ask
    asked = ask_extraction(outside.ports, CLERK, outside.operation(), document.process, document.id)
    assert asked == {"state": "waiting"}
    assert outside.extractions.started == [(SHA, 2)]
    # The dead one wakes up: nobody listens to it.
    assert keep_text(outside.ports, drawer, SHA, 1) == {"state": "waiting"}
    assert whole(outside, drawer, Paper([OWN]), attempt=2).state is ExtractionState.DONE


def test_pages_lost_on_the_way_are_not_a_text(outside: Outside, drawer):
    filed(outside, started(outside))
    assert keep_text(outside.ports, drawer, SHA, 1) == {"state": "failed"}
    assert found(outside).reason == "interrupted"


def test_asking_twice_with_one_key_asks_once(outside: Outside):
    document = filed(outside, started(outside))
    give_up_extraction(outside.ports, SHA, 1)
    operation = outside.operation(key="texto-1")
    for _ in range(2):
        ask_extraction(outside.ports, CLERK, operation, document.process, document.id)
    assert found(outside).attempt == 2
    assert set(outside.extractions.started) == {(SHA, 2)}, "the machine is told again: it knows the name"
    with refused("extraction_under_way", Refused):
        ask_extraction(outside.ports, CLERK, outside.operation(), document.process, document.id)


def test_a_file_from_before_there_was_extraction_is_read_on_request(outside: Outside):
    document = filed(outside, started(outside))
    del outside.memory.things[ExtractionKey(SHA)]
    assert read_text(outside.ports, CLERK, document.process, document.id).extraction is None
    ask_extraction(outside.ports, CLERK, outside.operation(), document.process, document.id)
    begun = found(outside)
    assert (begun.key, begun.size, begun.attempt) == (document.file.key, document.file.size, 1)
    assert outside.extractions.started == [(SHA, 1)]


# Who


def test_text_is_read_by_whoever_reads_the_document_through_an_address_of_a_minute(outside: Outside, drawer):
    document = filed(outside, started(outside))
    waiting = read_text(outside.ports, CLERK, document.process, document.id)
    assert (waiting.extraction.state, waiting.url) == (ExtractionState.WAITING, None)
    whole(outside, drawer, Paper([OWN]))
    told = read_text(outside.ports, CLERK, document.process, document.id)
    assert told.url == f"https://contents.example/{found(outside).text_key}"


def test_whoever_does_not_see_the_document_finds_no_text_though_the_bytes_are_the_same(
    outside: Outside, drawer
):
    document = filed(outside, started(outside))
    whole(outside, drawer, Paper([OWN]))
    for act in (
        lambda: read_text(outside.ports, TECHNICIAN, document.process, document.id),
        lambda: ask_extraction(
            outside.ports, TECHNICIAN, outside.operation(), document.process, document.id
        ),
    ):
        with pytest.raises(NotFound):
            act()


def test_what_was_written_here_has_its_text_on_its_own_page(outside: Outside):
    process = started(outside)
    letter = drafted(outside, process)
    with refused("no_file", Refused):
        read_text(outside.ports, CLERK, process, letter.id)
    assert replace(letter) == letter
