"""What is told before a text is signed (DOC-03): personal data only where anybody may read it (LGPD)."""

from chalicelib.application.documents.check_text import check_text
from chalicelib.domain.content_checks import Finding
from tests.application.under_way import CLERK, started
from tests.application.under_way import RESTRICTED as RESTRICTED_PROCESS
from tests.fakes.outside import Outside

from .office import RESTRICTED, draft_form, drafted, saved

NUMBER = "529.982.247-25"


def told(outside: Outside, process: str, **metadata: str) -> list[str]:
    letter = saved(outside, drafted(outside, process, form=draft_form(**metadata)), f"Ao titular do CPF {NUMBER}.")
    found = check_text(outside.ports, CLERK, letter.process, letter.id)
    assert all(isinstance(each, Finding) for each in found)
    return [each.text for each in found if each.kind == "personal_data"]


def test_personal_data_is_told_in_a_public_document(outside: Outside):
    assert told(outside, started(outside)) == [NUMBER]


def test_personal_data_is_not_told_where_the_document_or_its_process_is_restricted(outside: Outside):
    level = {"access_level": RESTRICTED.access_level, "legal_basis": RESTRICTED.legal_basis}
    assert told(outside, started(outside), **level) == []
    assert told(outside, started(outside, RESTRICTED_PROCESS)) == []
