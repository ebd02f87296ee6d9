"""Access levels and what carries them (PRO-08; features.md §1.3: the effective level is the most secret)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.access import AccessLevel, DocumentResource, ProcessResource


def test_document_read_before_its_process_was_raised_is_as_secret_as_the_process():
    process = ProcessResource("ubatuba", "pmu", AccessLevel.CONFIDENTIAL, "here", frozenset({"here"}))
    assert (
        DocumentResource(process, "here", AccessLevel.PUBLIC, "authored", "draft").secrecy == "confidential"
    )
    open_process = replace(process, level=AccessLevel.PUBLIC)
    document = DocumentResource(open_process, "here", AccessLevel.RESTRICTED, "authored", "draft")
    assert document.secrecy is AccessLevel.RESTRICTED


@given(st.sampled_from(AccessLevel), st.sampled_from(AccessLevel))
def test_levels_are_ordered_by_secrecy(one, two):
    order = ["public", "restricted", "confidential"]
    assert (one < two, one <= two, one > two, one >= two) == tuple(
        getattr(order.index(one), name)(order.index(two)) for name in ("__lt__", "__le__", "__gt__", "__ge__")
    )
