"""What a criterion of internal control adds, whatever the facts (features.md §1.3)."""

from dataclasses import replace

from hypothesis import given

from chalicelib.domain.access import AccessLevel, Oversight
from chalicelib.domain.policy_actions import Action
from tests.policy.test_properties import _allowed as allowed_to
from tests.policy.test_properties import contexts, documents, processes, subjects

#: What reading opens to whoever does not have the process at hand.
READING = {
    Action.PROCESS_LIST,
    Action.PROCESS_SEE,
    Action.PROCESS_EXPORT,
    Action.PROCESS_COPY,
    Action.PROCESS_FOLLOW,
    Action.PROCESS_DUPLICATE,
    Action.DOCUMENT_SEE_NODE,
    Action.DOCUMENT_READ,
    Action.DOCUMENT_EXTRACT_TEXT,
}


@given(subjects, processes | documents, contexts)
def test_internal_control_opens_reading_of_what_is_restricted_and_nothing_else(subject, thing, context):
    """features.md §1.3: access to all processes of given types or agencies, and never to a confidential one."""
    without = replace(subject, oversees=frozenset())
    over = replace(subject, oversees=frozenset({Oversight()}))
    added = allowed_to(over, thing, context) - allowed_to(without, thing, context)
    assert allowed_to(without, thing, context) <= allowed_to(over, thing, context)
    if thing.secrecy is not AccessLevel.RESTRICTED:
        assert not added
    same_agency = subject.agency == thing.process.agency
    assert added <= READING or not same_agency
