"""What the checks of templates and source find is judged against reasons, and each rule against its own examples."""

from pathlib import Path

from infra.checks import source
from infra.checks.findings import Accepted, Finding, baseline, judge

OPEN = Finding("CKV_1", "data/AWS::S3::Bucket.Open", "the bucket is open")
READ = Finding("printed", "chalicelib/one.py", "print has no form", 7)
REASON = "It is a page that everybody may read."


def test_what_nobody_explained_is_told_with_its_place():
    assert list(judge([OPEN, READ], [])) == [
        "data/AWS::S3::Bucket.Open: CKV_1: the bucket is open",
        "chalicelib/one.py:7: printed: print has no form",
    ]


def test_what_is_explained_is_not_told_and_only_where_it_is():
    explained = Accepted("CKV_1", ("data/AWS::S3::Bucket.*",), REASON)
    assert list(judge([OPEN], [explained])) == []
    other = Finding("CKV_1", "web/AWS::S3::Bucket.Open", "the bucket is open")
    assert list(judge([OPEN, other], [explained])) == ["web/AWS::S3::Bucket.Open: CKV_1: the bucket is open"]
    assert len(list(judge([Finding("CKV_2", OPEN.where, "of another kind"), OPEN], [explained]))) == 1


def test_an_explanation_that_nothing_needs_any_more_is_told():
    explained = Accepted("CKV_1", (OPEN.where, "data/AWS::S3::Bucket.Gone"), REASON)
    assert list(judge([OPEN], [explained])) == [
        "baseline.yaml: CKV_1: nothing is found at data/AWS::S3::Bucket.Gone any more"
    ]


def test_a_reason_that_explains_nothing_is_told():
    assert list(judge([OPEN], [Accepted("CKV_1", (OPEN.where,), "false positive")])) == [
        "baseline.yaml: CKV_1: the reason is missing"
    ]


def test_no_check_is_set_aside_everywhere():
    """A kind of resource of one template, or one file of the source, and never all of them."""
    accepted = baseline()
    assert len(accepted) > 10
    for one in accepted:
        for place in one.where:
            assert "/" in place.partition("*")[0], place
            assert "." in place.partition("*")[0] or "::" in place.partition("*")[0], place


def test_every_rule_of_ours_has_a_planted_mistake_and_an_innocent_twin():
    written = source.examples()
    assert len(written) >= 2 * 20
    assert len({one.text for one in written}) == len(written)


def test_a_rule_that_misses_its_mistake_or_accuses_the_innocent_is_told(tmp_path: Path):
    planted = source.Example("printed", source.PLANTED, "chalicelib/a.py", "print(user)")
    innocent = source.Example("printed", source.INNOCENT, "chalicelib/a.py", "document.print(page)")
    at = {one.kind: ("printed", str(tmp_path / "printed" / one.kind / one.place)) for one in (planted, innocent)}
    assert list(source.misjudged([planted, innocent], {at[source.PLANTED]}, tmp_path)) == []
    assert list(source.misjudged([planted, innocent], {at[source.INNOCENT]}, tmp_path)) == [
        "printed: the planted example is not found",
        "printed: the innocent example is found",
    ]


def test_a_file_that_was_passed_over_is_told():
    everything = source.unread(("infra/checks",), [])
    assert "infra/checks/source.py" in everything
    assert source.unread(("infra/checks",), everything) == []
