"""Comments on passages beside a text (DOC-03): who reads them, where their passage is, and that the text knows none."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from chalicelib.application.documents.pdf import render_document
from chalicelib.application.passages.answer import answer_passage
from chalicelib.application.passages.comment import PassageForm, comment_on_passage
from chalicelib.application.passages.list import list_passages
from chalicelib.application.passages.resolve import resolve_passage
from chalicelib.application.passages.take_back import take_back_words
from chalicelib.application.processes.export import export_process
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.document import Document
from chalicelib.domain.errors import DomainError, Forbidden, NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.in_block import BlockKind, InBlock
from chalicelib.domain.passage_comment import MOST_COMMENTS, Visibility
from tests.application.documents.office import RESTRICTED, again, draft_form, drafted, office, saved, signed
from tests.application.under_way import CABINET_HEAD, CHIEF, CLERK, FOREIGNER, HEAD, received, started
from tests.fakes.city import ANA, CABINET, PERSONNEL, PROTOCOL, START, at_work
from tests.fakes.outside import Outside
from tests.fakes.sealer import LocalSealer

TEXT = "Responda em vinte dias ao requerente."
WORDS = "vinte dias"
ANA_AT_THE_CABINET = at_work(ANA, CABINET)
EVERYBODY = {
    "ana": CLERK,
    "carlos": CHIEF,
    "marina": HEAD,
    "helena": CABINET_HEAD,
    "ivo": FOREIGNER,
    "ana at the cabinet": ANA_AT_THE_CABINET,
}


@pytest.fixture
def letter(outside: Outside) -> Document:
    """Ana's draft, of a process that Marina's unit holds too."""
    return saved(outside, drafted(outside, received(outside, keep_open=True)), TEXT)


def say(
    outside: Outside,
    of: Document,
    visibility: Visibility = Visibility.DRAFT,
    who: Actor = CLERK,
    words: str = WORDS,
    text: str = "Não são trinta?",
) -> tuple[str, str, str]:
    operation = outside.operation(who.user.id)
    form = PassageForm(0, words, text, visibility)
    made = comment_on_passage(outside.ports, who, operation, of.process, of.id, form)
    return of.process, of.id, str(made["id"])


def read(outside: Outside, of: Document, who: Actor = CLERK):
    return list_passages(outside.ports, who, of.process, of.id)


def readers(outside: Outside, of: Document) -> set[str]:
    """Who is given any comment at all."""

    def given(who: Actor) -> bool:
        try:
            return bool(read(outside, of, who))
        except (Forbidden, NotFound):
            return False

    return {name for name, who in EVERYBODY.items() if given(who)}


def in_block(outside: Outside, of: Document, *units: str, kind: BlockKind = BlockKind.SIGNING) -> None:
    process = outside.memory.process(of.process)
    held = InBlock("block", "1", kind, PROTOCOL.id, units, (of.id,) if kind is BlockKind.SIGNING else ())
    outside.memory.things[ProcessKey(of.process)] = replace(process, blocks=(held,))


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(DomainError) as refusal:
        act()
    assert refusal.value.code == code


# Who reads


BOTH = {"ana", "carlos"}
WHILE_DRAFT = {Visibility.OWN: {"ana"}, Visibility.UNIT: BOTH, Visibility.TRANSIT: BOTH, Visibility.DRAFT: BOTH}


@pytest.mark.parametrize("visibility", Visibility)
def test_draft_shows_its_comments_to_whoever_they_are_for(outside: Outside, letter: Document, visibility):
    say(outside, letter, visibility)
    assert readers(outside, letter) == WHILE_DRAFT[visibility]


@pytest.mark.parametrize(
    ("visibility", "more"),
    [
        (Visibility.OWN, {"ana at the cabinet"}),
        (Visibility.UNIT, set()),
        (Visibility.TRANSIT, {"helena", "ana at the cabinet"}),
        (Visibility.DRAFT, {"helena", "ana at the cabinet"}),
    ],
)
@pytest.mark.parametrize("kind", [BlockKind.SIGNING, BlockKind.MEETING])
def test_who_receives_the_draft_in_a_block_reads_what_is_for_them(
    outside: Outside, letter: Document, visibility, more, kind
):
    say(outside, letter, visibility)
    in_block(outside, letter, CABINET.id, kind=kind)
    assert readers(outside, letter) == WHILE_DRAFT[visibility] | more


@pytest.mark.parametrize(
    ("visibility", "expected"),
    [
        (Visibility.OWN, {"ana", "ana at the cabinet"}),
        (Visibility.UNIT, {"ana", "carlos"}),
        (Visibility.TRANSIT, {"ana", "carlos", "marina"}),
        (Visibility.DRAFT, {"ana", "carlos"}),
    ],
)
def test_what_was_said_of_the_draft_is_not_opened_by_its_signature(
    outside: Outside, letter: Document, visibility, expected
):
    """Everybody of the city reads the letter now; only those of the routing are told more than before."""
    say(outside, letter, visibility)
    signed(outside, letter)
    assert readers(outside, letter) == expected


def test_comment_said_by_who_received_the_draft_stays_in_their_unit(outside: Outside, letter: Document):
    in_block(outside, letter, PERSONNEL.id)
    say(outside, letter, Visibility.UNIT, HEAD)
    assert readers(outside, letter) == {"marina"}
    in_block(outside, letter)
    assert readers(outside, letter) == set()


def test_who_may_not_see_a_comment_may_not_answer_nor_resolve_nor_learn_of_it(outside: Outside, letter: Document):
    own = say(outside, letter, Visibility.OWN)
    operation = outside.operation(CHIEF.user.id)
    refused("not_found", lambda: answer_passage(outside.ports, CHIEF, operation, own, "O quê?"))
    refused("not_found", lambda: resolve_passage(outside.ports, CHIEF, outside.operation(CHIEF.user.id), own))
    absent = (*own[:2], "0" * 26)
    refused("not_found", lambda: resolve_passage(outside.ports, CHIEF, outside.operation(CHIEF.user.id), absent))


def test_restricted_letter_keeps_its_comments_where_the_process_passed(outside: Outside):
    process = received(outside, keep_open=True)
    form = draft_form(access_level=RESTRICTED.access_level, legal_basis=RESTRICTED.legal_basis)
    letter = saved(outside, drafted(outside, process, form=form), TEXT)
    say(outside, letter, Visibility.TRANSIT)
    signed(outside, letter)
    assert readers(outside, letter) == {"ana", "carlos", "marina"}


def test_reading_what_a_comment_quotes_is_having_seen_the_document(outside: Outside, letter: Document):
    """DOC-11: the pen turns black by the quotation as it does by the text."""
    say(outside, letter, Visibility.TRANSIT)
    letter = signed(outside, letter)
    read(outside, letter, CHIEF)
    assert not again(outside, letter).seen_elsewhere
    read(outside, letter, HEAD)
    assert again(outside, letter).seen_elsewhere


# Who writes


def test_only_who_works_on_the_text_comments_on_it(outside: Outside, letter: Document):
    for who, code in ((HEAD, "draft_of_another_unit"), (FOREIGNER, "draft_of_another_unit")):
        refused(code, lambda who=who: say(outside, letter, who=who))
    in_block(outside, letter, PERSONNEL.id, kind=BlockKind.MEETING)
    say(outside, letter, who=HEAD)
    assert readers(outside, letter) == {"ana", "carlos", "marina"}


def test_text_that_will_not_change_any_more_is_not_commented_on(outside: Outside, letter: Document):
    made = say(outside, letter)
    letter = signed(outside, letter)
    say(outside, letter)
    outside.memory.things[DocumentKey(letter.process, letter.id)] = replace(
        again(outside, letter), seen_elsewhere=True
    )
    refused("document_frozen", lambda: say(outside, letter))
    refused("document_frozen", lambda: answer_passage(outside.ports, CLERK, outside.operation(), made, "Sim"))


def test_passage_that_is_not_in_the_text_is_not_commented_on(outside: Outside, letter: Document):
    refused("passage_not_found", lambda: say(outside, letter, words="quarenta dias"))


def test_text_has_room_for_so_many_comments(outside: Outside, letter: Document, monkeypatch):
    monkeypatch.setattr("chalicelib.domain.passage_comment.MOST_COMMENTS", 2)
    assert MOST_COMMENTS > 2
    say(outside, letter)
    say(outside, letter)
    refused("too_many_passages", lambda: say(outside, letter))


# Where the passage is


def test_comment_follows_its_passage_until_the_passage_is_taken_away(outside: Outside, letter: Document):
    say(outside, letter)
    (found,) = read(outside, letter)
    assert found.span
    assert found.words == WORDS
    first = found.span[0]
    saved(outside, letter, "Senhor requerente: responda em trinta dias ao requerente.")
    (found,) = read(outside, letter)
    assert found.span
    assert (found.words, found.span[0] - first) == ("trinta dias", len("Senhor requerente: "))
    saved(outside, letter, "Arquive-se.")
    (found,) = read(outside, letter)
    assert (found.span, found.words) == (None, WORDS)
    saved(outside, letter, TEXT)
    (found,) = read(outside, letter)
    assert found.span == (first, first + len(WORDS))


def test_comments_come_in_the_order_of_the_text_and_those_without_a_passage_last(outside: Outside, letter: Document):
    for words in ("requerente", "Responda", WORDS):
        say(outside, letter, words=words)
    saved(outside, letter, TEXT.replace("em vinte dias ", ""))
    assert [(one.words, one.span is None) for one in read(outside, letter)] == [
        ("Responda", False),
        ("requerente", False),
        (WORDS, True),
    ]


def test_conversation_is_kept_with_who_said_what(outside: Outside, letter: Document):
    made = say(outside, letter)
    answer_passage(outside.ports, CHIEF, outside.operation(CHIEF.user.id), made, "São vinte.")
    take_back_words(outside.ports, CLERK, outside.operation(), made, 0)
    refused("words_of_another", lambda: take_back_words(outside.ports, CLERK, outside.operation(), made, 1))
    resolve_passage(outside.ports, CHIEF, outside.operation(CHIEF.user.id), made)
    (found,) = read(outside, letter)
    told = [(one.by.id, one.text, one.removed_at) for one in found.comment.said]
    assert told == [("ana.lima", "Não são trinta?", START), ("carlos.moura", "São vinte.", None)]
    assert found.comment.resolved_by
    assert found.comment.resolved_by.id == "carlos.moura"


# The text knows nothing of it


class SteadySealer(LocalSealer):
    """The same message gets the same seal, which a true signature does not."""

    def seal(self, message: bytes) -> str:
        return hashlib.sha256(message).hexdigest()


def life_of_a_letter(outside: Outside, speak: Callable[[Document], None]) -> Document:
    """Written, signed, printed; ``speak`` is called whenever something might be said of it."""
    letter = saved(outside, drafted(outside, started(outside)), TEXT)
    speak(letter)
    letter = saved(outside, letter, TEXT + " Cumpra-se.", explicit=True)
    speak(letter)
    letter = signed(outside, letter)
    speak(letter)
    letter = signed(outside, letter, CHIEF)
    render_document(outside.ports, lambda model: repr(model).encode(), letter.process, letter.id)
    return letter


def test_what_is_kept_signed_frozen_and_printed_is_the_same_to_the_byte_with_comments_and_without():
    outside, silent = (replace(office(), sealer=SteadySealer()) for _ in range(2))

    def chatting(letter: Document) -> None:
        made = say(outside, letter)
        answer_passage(outside.ports, CHIEF, outside.operation(CHIEF.user.id), made, "Ver")

    def keeping_quiet(_: Document) -> None:
        # The same numbers are drawn, and nothing is said with them.
        silent.ports.identifier()
        silent.operation()
        silent.operation()

    talked_of = life_of_a_letter(outside, chatting)
    other = life_of_a_letter(silent, keeping_quiet)
    assert len(read(outside, talked_of)) == 3
    assert outside.contents.blobs == silent.contents.blobs
    assert outside.contents.locked == silent.contents.locked != set()
    assert talked_of == other
    assert outside.memory.histories == silent.memory.histories
    assert outside.memory.seals == silent.memory.seals
    chains = [export_process(each.ports, CLERK, talked_of.process) for each in (outside, silent)]
    assert chains[0] == chains[1]
