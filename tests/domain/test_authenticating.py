"""DOC-13: who certifies what, and what undoes it; entries 115 and 116."""

from dataclasses import replace

import pytest

from chalicelib.domain import history
from chalicelib.domain.authenticating import ADMINISTRATIVE, after_editing, authenticate, seal, stamps
from chalicelib.domain.document import Metadata, Pen
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.process import Named
from tests.domain.document_examples import draft, signature, uploaded
from tests.fakes.city import CARLOS

CHECK = Named(ADMINISTRATIVE, "Cópia autenticada administrativamente")
PAPER = uploaded(metadata=Metadata(format="digitized", conformity_check=CHECK))
DIGEST = "f" * 64


def certified(by=None):
    made = signature(digest=DIGEST) if by is None else signature(by, DIGEST)
    return seal(authenticate(PAPER, made), "e" * 64, "kid")[0]


def test_authenticated_document_is_yellow_until_another_unit_sees_it():
    document, facts = seal(authenticate(PAPER, signature(digest=DIGEST)), "e" * 64, "kid")
    assert (document.pen, document.revision) == (Pen.UNSEEN, PAPER.revision + 1)
    assert document.state == PAPER.state
    assert replace(document, seen_elsewhere=True).pen is Pen.SEEN
    assert facts == (
        history.DocumentAuthenticated(
            PAPER.id, PAPER.label, "ana.lima", "Agente de Protocolo", DIGEST, "e" * 64
        ),
    )
    assert (document.signatures[-1].record, document.signatures[-1].kid) == ("e" * 64, "kid")


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata(format="born_digital"),
        Metadata(format="digitized", conformity_check=Named("copia-simples", "Cópia simples")),
        Metadata(format="digitized"),
    ],
)
def test_only_what_was_digitized_here_and_answered_for_is_authenticated(metadata):
    with pytest.raises(Refused) as refusal:
        authenticate(replace(PAPER, metadata=metadata), signature(digest=DIGEST))
    assert refusal.value.code == "not_for_authentication"


def test_other_bytes_than_those_read_are_not_authenticated():
    for document in (PAPER, draft(metadata=PAPER.metadata)):
        with pytest.raises(Conflict) as conflict:
            authenticate(document, signature(digest="0" * 64))
        assert conflict.value.code == "document_changed"


def test_each_person_authenticates_once():
    with pytest.raises(Refused) as refusal:
        authenticate(certified(), signature(digest=DIGEST, hours=2))
    assert refusal.value.code == "already_authenticated"
    assert len(authenticate(certified(), signature(CARLOS, DIGEST)).signatures) == 2


def test_changing_what_was_certified_cancels_the_authentication_while_the_pen_is_yellow():
    before = certified()
    after = replace(before, metadata=replace(before.metadata, conformity_check=None))
    edited, facts = after_editing(before, after)
    assert (edited.pen, edited.signatures) == (Pen.NONE, ())
    assert facts == (history.AuthenticationCancelled(before.id, before.label),)


def test_changing_what_was_certified_is_refused_once_another_unit_saw_it():
    before = replace(certified(), seen_elsewhere=True)
    after = replace(before, metadata=replace(before.metadata, format="born_digital"))
    with pytest.raises(Refused) as refusal:
        after_editing(before, after)
    assert refusal.value.code == "document_frozen"


def test_other_data_change_and_leave_the_authentication():
    before = replace(certified(), seen_elsewhere=True)
    after = replace(before, metadata=replace(before.metadata, description="Escritura"))
    assert after_editing(before, after) == (after, ())
    assert after_editing(PAPER, after) == (after, ())


def test_stamp_says_that_it_was_authenticated_by_whom_when_and_on_what_law():
    (stamp,) = stamps(certified(), "Decreto Municipal nº 1/2026")
    assert stamp.startswith(
        "Documento autenticado eletronicamente por Ana Lima, Agente de Protocolo, em 23/11/2026, às 10:00, "
        "conforme horário oficial de Brasília, com fundamento no Decreto Municipal nº 1/2026."
    )
    assert "assinado" not in stamp
    assert stamps(draft(signatures=(signature(),)), "") == ()
