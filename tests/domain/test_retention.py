"""Issue 5 §5, LGPD arts. 15 and 16: one table says how long what is kept, and everything that expires follows it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.domain.account import TRUSTED
from chalicelib.domain.certificate import PATIENCE
from chalicelib.domain.job import FILE_KEPT, Batch, JobState, begun, cancel, divide, ended
from chalicelib.domain.password_link import LIVES, LinkPurpose
from chalicelib.domain.retention import MEANS_NAMES, RULES, Kept, Means, in_force, period, told
from chalicelib.domain.trash import KEPT
from chalicelib.domain.upload import Upload, UploadState
from infra import stacks
from infra.package import ROOT
from tests.domain.test_job import JOB, items

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
DATA, APP = (stacks.read_template(stacks.INFRA / name) for name in ("data.yaml", "app.yaml"))
WRITES = re.compile(r"expires_at(=|\.set\()|\"expires_at\": \{")
TAKES = re.compile(r"Kept\.([A-Z_]+)")
#: Where an expiry is written, and what it is that expires there; a place that is not here is an expiry without a rule.
WRITERS = {
    "account_writes.py": {Kept.LINK_LETTERS, Kept.LINK_REQUESTS},
    "attempts.py": {Kept.FAILED_LOGINS},
    "audit.py": {Kept.READINGS},
    "beside.py": {Kept.TRASH},
    "identity.py": {Kept.LOGINS, Kept.SESSIONS, Kept.TRUSTED_DEVICES},
    "jobs.py": {Kept.JOBS},
    "recognitions.py": {Kept.JOBS},
    "unit_of_work.py": {Kept.OPERATIONS, Kept.UPLOADS},
    "writes_apart.py": {Kept.PREPARATIONS},
}


def days(kept: Kept) -> int:
    return period(kept).days


def test_everything_that_is_kept_has_one_rule_with_its_law_and_its_means():
    assert [rule.kept for rule in RULES] == list(Kept)
    for rule in RULES:
        assert re.search(r"LGPD|Lei nº", rule.basis), rule.kept
        assert bool(rule.period) is bool(rule.since) is (rule.means is not Means.NONE), rule.kept
    assert set(MEANS_NAMES) == set(Means) == {rule.means for rule in RULES}


def test_no_expiry_is_written_without_a_rule_and_every_rule_of_expiry_has_its_writer():
    folder = ROOT / "chalicelib" / "adapters"
    found = {path.name for path in folder.rglob("*.py") if WRITES.search(path.read_text())}
    assert found == set(WRITERS)
    expiring = {rule.kept for rule in RULES if rule.means is Means.EXPIRY}
    assert set().union(*WRITERS.values()) == expiring


def test_every_period_is_taken_from_the_table_by_somebody():
    modules = [path for path in (ROOT / "chalicelib").rglob("*.py") if path.name != "retention.py"]
    taken = {name for path in modules for name in TAKES.findall(path.read_text())}
    # What S3 forgets after a day is the template's alone; the rest is computed with.
    assert taken == {rule.kept.name for rule in RULES if rule.period} - {"QUARANTINE"}


def test_marco_civil_asks_for_six_months_whichever_they_are():
    """Lei nº 12.965/2014, art. 15: from the first of any month to the first of the sixth after it."""
    months = [datetime(2028 + n // 12, n % 12 + 1, 1, tzinfo=UTC) for n in range(30)]
    assert period(Kept.LOGINS) == max(late - early for early, late in zip(months, months[6:], strict=False))


@pytest.mark.parametrize(("bucket", "kept"), [("CopiesBucket", Kept.COPIES), ("QuarantineBucket", Kept.QUARANTINE)])
def test_buckets_forget_when_the_table_says(bucket: str, kept: Kept):
    (rule,) = DATA["Resources"][bucket]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", days(kept))
    assert rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"] <= days(kept)


def test_no_other_bucket_forgets_what_is_kept():
    forgetting = {
        name
        for name, resource in DATA["Resources"].items()
        if "ExpirationInDays" in str(resource.get("Properties", {}).get("LifecycleConfiguration"))
    }
    assert forgetting == {"CopiesBucket", "QuarantineBucket"}


def test_tables_whose_rows_expire_have_the_expiry_on_and_the_record_has_none():
    on = {
        name
        for name, resource in DATA["Resources"].items()
        if resource["Type"] == "AWS::DynamoDB::Table"
        and resource["Properties"].get("TimeToLiveSpecification")
        == {"AttributeName": "expires_at", "Enabled": True}
    }
    assert {"MainTable", "SessionsTable", "AuditTable"} <= on
    assert not on & {"HistoryTable", "LedgerTable"}


def test_what_an_installation_may_choose_begins_as_the_table_says():
    assert APP["Parameters"]["AuditDays"]["Default"] == days(Kept.READINGS)
    assert APP["Parameters"]["LogDays"]["Default"] == days(Kept.LOGS)
    told = APP["Globals"]["Function"]["Environment"]["Variables"]
    assert told["IPEROIG_AUDIT_DAYS"] == {"Ref": "AuditDays"}
    assert told["IPEROIG_LOG_DAYS"] == {"Ref": "LogDays"}


def test_rules_of_the_domain_hold_for_as_long_as_the_table_says():
    assert {
        Kept.TRUSTED_DEVICES: TRUSTED,
        Kept.TRASH: KEPT,
        Kept.PREPARATIONS: PATIENCE,
        Kept.COPIES: FILE_KEPT,
        Kept.FIRST_LINKS: LIVES[LinkPurpose.FIRST_ACCESS],
        Kept.RESET_LINKS: LIVES[LinkPurpose.RESET],
    }.items() <= {rule.kept: rule.period for rule in RULES}.items()
    # The e-mail is never gone before its link is.
    assert period(Kept.LINK_LETTERS) > max(LIVES.values())


def test_job_expires_from_its_end_and_never_while_it_is_open():
    later = START + timedelta(hours=3)
    running = begun(JOB, START)
    assert (JOB.kept_until, running.kept_until) == (None, None)
    over = [ended(running, state, later) for state in (JobState.DONE, JobState.FAILED)] + [cancel(running, later)]
    assert {one.kept_until for one in over} == {later + timedelta(days=90)}


def test_items_of_a_job_outlive_it_however_often_they_are_written():
    (batch,) = divide("j1", "ana.lima", items(3), START)
    month_late = ended(begun(JOB, START), JobState.DONE, START + timedelta(days=30))
    assert batch.kept_until is not None
    assert month_late.kept_until is not None
    assert batch.kept_until >= month_late.kept_until
    assert Batch("j1", "ana.lima", 0, 0, ()).kept_until is None


@pytest.mark.parametrize("state", UploadState)
def test_upload_that_nobody_used_expires_and_one_that_a_process_holds_stays(state: UploadState):
    upload = Upload("u", "p", "prot", "ana.lima", "a.pdf", "application/pdf", 9, "a" * 64, START, state)
    assert upload.kept_until == (None if state is UploadState.FILED else START + timedelta(days=30))


def test_installation_chooses_only_what_may_be_chosen():
    wanted = {Kept.READINGS: timedelta(days=10), Kept.LOGINS: timedelta(days=10)}
    got = {rule.kept: rule.period for rule in in_force(wanted)}
    assert (got[Kept.READINGS], got[Kept.LOGINS]) == (timedelta(days=10), timedelta(days=184))
    assert in_force({}) == RULES


def test_periods_are_told_in_words():
    lengths = [None, *(timedelta(minutes=n) for n in (1, 30, 60, 600, 90, 1440, 4320, 264_960, 2_630_880))]
    assert [told(one) for one in lengths] == [
        "Sem prazo", "1 minuto", "30 minutos", "1 hora", "10 horas", "90 minutos", "1 dia", "3 dias", "184 dias",
        "1.827 dias",
    ]  # fmt: skip
