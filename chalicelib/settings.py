"""The only place that reads the environment. Validated once, at start."""

import os
from collections.abc import Mapping

from chalicelib.domain.retention import Kept, period
from chalicelib.domain.value import dataclass

REQUIRED = (
    "IPEROIG_MAIN_TABLE",
    "IPEROIG_HISTORY_TABLE",
    "IPEROIG_SESSIONS_TABLE",
    "IPEROIG_PROJECTIONS_TABLE",
    "IPEROIG_WAITS_TABLE",
    "IPEROIG_CONTENT_BUCKET",
    "IPEROIG_QUARANTINE_BUCKET",
    "IPEROIG_COPIES_BUCKET",
    "IPEROIG_LEDGER_TABLE",
    "IPEROIG_LEDGER_BUCKET",
    "IPEROIG_AUDIT_TABLE",
)


# What IPEROIG_ANTIVIRUS may say: one of the first two, or the third with "host:port".
NO_ANTIVIRUS, GUARDDUTY, CLAMD = "none", "guardduty", "clamd://"


class SettingsInvalid(RuntimeError):
    """The environment lacks something; the message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of the resources and the few knobs of an installation.

    ``tenant`` is the one that logins and public pages of this installation belong to.
    ``mail_sender`` is who automatic e-mails come from; without it the installation sends none.
    ``client_secrets`` is how the names begin of the secrets by which others know a tenant as their client.
    ``edge_secret`` is what the site's distribution shows, to be believed about the address of who asks.
    ``audit_days`` is for how long it is remembered who read what, ``log_days`` for how long logs are kept.
    ``ledger_key`` is the KMS key that signs the heads of the public ledger, of one function alone.
    ``draft_key`` is the KMS key that the keys of people's drafts in browsers are derived from; ``seal_key`` the one
    that seals signatures; what is signed is locked in ``lock_mode`` for ``lock_days``.
    ``flow_machines`` is how the ARN of every flow's machine begins; ``flow_role`` is the role they run under.
    Times in seconds, ``argon2_memory`` in KiB.
    """

    main_table: str
    history_table: str
    sessions_table: str
    projections_table: str
    waits_table: str
    content_bucket: str
    quarantine_bucket: str
    tenant: str
    public_address: str
    bus: str
    render_function: str
    signing_function: str
    routing_machine: str
    reopening_machine: str
    flows_queue: str
    statistics_queue: str
    search_queue: str
    jobs_machine: str
    flow_machines: str
    flow_role: str
    publish_function: str
    copies_bucket: str
    ledger_table: str
    ledger_bucket: str
    audit_table: str
    fill_function: str = ""
    uploads_machine: str = ""
    mail_queue: str = ""
    ledger_queue: str = ""
    ledger_key: str = ""
    mail_sender: str = ""
    client_secrets: str = ""
    edge_secret: str = ""
    seal_key: str = ""
    draft_key: str = ""
    audit_days: int = period(Kept.READINGS).days
    log_days: int = period(Kept.LOGS).days
    lock_mode: str = "GOVERNANCE"
    lock_days: int = 1
    session_idle: int = 60 * 60
    session_life: int = int(period(Kept.SESSIONS).total_seconds())
    argon2_memory: int = 19 * 1024
    argon2_rounds: int = 2
    upload_limit: int = 5 * 1024**3
    antivirus: str = NO_ANTIVIRUS


def being_packaged() -> bool:
    """Whether Chalice's own command reads the application, to learn what it is made of."""
    return os.environ.get("AWS_CHALICE_CLI_MODE", "") == "true"


def being_traced() -> bool:
    """Whether X-Ray chose what runs now, and somebody takes what is drawn of it."""
    chosen = "Sampled=1" in os.environ.get("_X_AMZN_TRACE_ID", "")
    return chosen and bool(os.environ.get("AWS_XRAY_DAEMON_ADDRESS"))


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment. Raises SettingsInvalid naming every missing variable."""
    source = os.environ if environment is None else environment
    missing = [name for name in REQUIRED if not source.get(name)]
    if missing:
        raise SettingsInvalid("missing environment variables: " + ", ".join(missing))
    return Settings(
        main_table=source["IPEROIG_MAIN_TABLE"],
        history_table=source["IPEROIG_HISTORY_TABLE"],
        sessions_table=source["IPEROIG_SESSIONS_TABLE"],
        projections_table=source["IPEROIG_PROJECTIONS_TABLE"],
        waits_table=source["IPEROIG_WAITS_TABLE"],
        content_bucket=source["IPEROIG_CONTENT_BUCKET"],
        quarantine_bucket=source["IPEROIG_QUARANTINE_BUCKET"],
        tenant=source.get("IPEROIG_TENANT", "ubatuba"),
        public_address=source.get("IPEROIG_PUBLIC_ADDRESS", "http://localhost:8420"),
        bus=source.get("IPEROIG_EVENT_BUS", ""),
        render_function=source.get("IPEROIG_RENDER_FUNCTION", ""),
        signing_function=source.get("IPEROIG_SIGNING_FUNCTION", ""),
        routing_machine=source.get("IPEROIG_ROUTING_MACHINE", ""),
        reopening_machine=source.get("IPEROIG_REOPENING_MACHINE", ""),
        flows_queue=source.get("IPEROIG_FLOWS_QUEUE", ""),
        statistics_queue=source.get("IPEROIG_STATISTICS_QUEUE", ""),
        search_queue=source.get("IPEROIG_SEARCH_QUEUE", ""),
        copies_bucket=source["IPEROIG_COPIES_BUCKET"],
        ledger_table=source["IPEROIG_LEDGER_TABLE"],
        ledger_bucket=source["IPEROIG_LEDGER_BUCKET"],
        audit_table=source["IPEROIG_AUDIT_TABLE"],
        audit_days=int(source.get("IPEROIG_AUDIT_DAYS", period(Kept.READINGS).days)),
        log_days=int(source.get("IPEROIG_LOG_DAYS", period(Kept.LOGS).days)),
        ledger_queue=source.get("IPEROIG_LEDGER_QUEUE", ""),
        ledger_key=source.get("IPEROIG_LEDGER_KEY", ""),
        jobs_machine=source.get("IPEROIG_JOBS_MACHINE", ""),
        flow_machines=source.get("IPEROIG_FLOW_MACHINES", ""),
        flow_role=source.get("IPEROIG_FLOW_ROLE", ""),
        publish_function=source.get("IPEROIG_PUBLISH_FUNCTION", ""),
        fill_function=source.get("IPEROIG_FILL_FUNCTION", ""),
        uploads_machine=source.get("IPEROIG_UPLOADS_MACHINE", ""),
        mail_queue=source.get("IPEROIG_MAIL_QUEUE", ""),
        mail_sender=source.get("IPEROIG_MAIL_SENDER", ""),
        client_secrets=source.get("IPEROIG_CLIENT_SECRETS", ""),
        edge_secret=source.get("IPEROIG_EDGE_SECRET", ""),
        seal_key=source.get("IPEROIG_SEAL_KEY", ""),
        draft_key=source.get("IPEROIG_DRAFT_KEY", ""),
        lock_mode=source.get("IPEROIG_LOCK_MODE", "GOVERNANCE"),
        lock_days=int(source.get("IPEROIG_LOCK_DAYS", 1)),
        session_idle=int(source.get("IPEROIG_SESSION_IDLE", 60 * 60)),
        session_life=int(source.get("IPEROIG_SESSION_LIFE", period(Kept.SESSIONS).total_seconds())),
        argon2_memory=int(source.get("IPEROIG_ARGON2_MEMORY", 19 * 1024)),
        argon2_rounds=int(source.get("IPEROIG_ARGON2_ROUNDS", 2)),
        upload_limit=int(source.get("IPEROIG_UPLOAD_LIMIT", 5 * 1024**3)),
        antivirus=_antivirus(source.get("IPEROIG_ANTIVIRUS", NO_ANTIVIRUS)),
    )


def _antivirus(value: str) -> str:
    # A scanner misspelt must not become no scanner.
    _, _, port = value.partition(CLAMD)[2].rpartition(":")
    if value in (NO_ANTIVIRUS, GUARDDUTY) or (value.startswith(CLAMD) and port.isdigit()):
        return value
    raise SettingsInvalid(f"IPEROIG_ANTIVIRUS is neither none, guardduty nor clamd://host:port: {value!r}")
