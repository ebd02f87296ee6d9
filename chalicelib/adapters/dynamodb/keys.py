"""Every key of every table; the only place that knows the separator. All begin with the tenant, but for the list of
tenants itself.

Each function returns the (partition, sort) pair of an item, or one index key. ``RefusedKey`` guards the border:
a part that carries the separator could reach another tenant's item.
"""

from datetime import date, datetime

from chalicelib.domain.account import letters_of

SEPARATOR = "#"
LAST = "~"


class RefusedKey(ValueError):
    """A key part that is empty or holds the separator."""


def join(tenant: str, *parts: str) -> str:
    """``T#<tenant>#<part>#…``. Raises RefusedKey."""
    for part in (tenant, *parts):
        if not part or SEPARATOR in part:
            raise RefusedKey(part)
    return SEPARATOR.join(("T", tenant, *parts))


def part(*parts: str) -> str:
    """A sort key made of parts. Raises RefusedKey."""
    for piece in parts:
        if SEPARATOR in piece:
            raise RefusedKey(piece)
    return SEPARATOR.join(parts)


def moment(at: datetime) -> str:
    """An instant as a sortable part, to the microsecond."""
    return at.strftime("%Y%m%dT%H%M%S.%f")


def process(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", identifier), "A"


def presence(tenant: str, process_id: str, unit: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("UNIT", unit)


def document(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("DOC", identifier)


DOCUMENTS = "DOC" + SEPARATOR


def document_order(order: int) -> str:
    """How the sort key of the process's document with this order begins: its identifier carries it first."""
    return DOCUMENTS + f"{order:05d}"


VERSIONS = "VER" + SEPARATOR


def version(tenant: str, process_id: str, document_id: str, number: int) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("VER", document_id, f"{number:06d}")


def rendition(tenant: str, process_id: str, document_id: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("PDF", document_id)


def editing(tenant: str, process_id: str, document_id: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("EDITING", document_id)


SEALS = "SEAL" + SEPARATOR


def seal(tenant: str, process_id: str, document_id: str, digest: str) -> tuple[str, str]:
    """The sealed record of a signature."""
    return join(tenant, "P", process_id), part("SEAL", document_id, digest)


def seals_of(document_id: str) -> str:
    return part("SEAL", document_id, "")


def preparation(tenant: str, process_id: str, document_id: str, user: str) -> tuple[str, str]:
    """A signature by certificate that was begun."""
    return join(tenant, "P", process_id), part("SIGNING", document_id, user)


def file_digest(tenant: str, sha256: str) -> tuple[str, str]:
    """Which signed document a file is the PDF of."""
    return join(tenant, "FILE", sha256), "A"


def seal_keys(tenant: str) -> str:
    """The public keys of everything that was ever sealed."""
    return join(tenant, "SEALKEYS")


def seal_key(tenant: str, kid: str) -> tuple[str, str]:
    return seal_keys(tenant), part(kid)


def versions_of(document_id: str) -> str:
    return part("VER", document_id, "")


def signature(tenant: str, process_id: str, document_id: str, signer: str, digest: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("SIG", document_id, signer, digest[:16])


ROUTINGS = "ROUTE" + SEPARATOR


def routing(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("ROUTE", identifier)


def upload(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("UPLOAD", identifier)


def extraction(tenant: str, sha256: str) -> tuple[str, str]:
    """The text of some bytes, whatever documents hold them."""
    return join(tenant, "TEXT", sha256), "A"


def recognitions(attempt: int) -> str:
    """Under the text of some bytes: how far the OCR of an attempt is; its plan, and each batch of pages."""
    return part("OCR", f"{attempt:03d}", "")


def recognition(tenant: str, sha256: str, attempt: int, name: str) -> tuple[str, str]:
    return join(tenant, "TEXT", sha256), recognitions(attempt) + name


def texts_awaited(tenant: str) -> str:
    """Second index: every extraction that is not over, the oldest first (for the reconciler)."""
    return join(tenant, "TEXTS_AWAITED")


def awaited_text(at: datetime, sha256: str) -> str:
    return part(moment(at), sha256)


def block(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "BLOCK", identifier), "A"


def block_row(tenant: str, identifier: str, unit: str) -> tuple[str, str]:
    return join(tenant, "BLOCK", identifier), part("UNIT", unit)


def kept(tenant: str, unit: str, kind: str, identifier: str) -> tuple[str, str]:
    """What a unit keeps for itself: standard texts, favourites."""
    return join(tenant, "KEPT", unit), part(kind, identifier)


def job(tenant: str, user_id: str, identifier: str) -> tuple[str, str]:
    """Under who asked for it: nobody else's key leads there."""
    return join(tenant, "JOB", user_id, identifier), "A"


BATCHES = "BATCH" + SEPARATOR


def batch(tenant: str, user_id: str, identifier: str, number: int) -> tuple[str, str]:
    return join(tenant, "JOB", user_id, identifier), part("BATCH", f"{number:04d}")


def closing(tenant: str, user_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "JOB", user_id, identifier), "CLOSING"


def jobs_of_user(tenant: str, user_id: str) -> str:
    return join(tenant, "JOBS", user_id)


def jobs_open(tenant: str) -> str:
    """Second index: every job that is not over, the oldest first (for the reconciler)."""
    return join(tenant, "JOBS_OPEN")


def job_order(at: datetime, user_id: str, identifier: str) -> str:
    return part(moment(at), user_id, identifier)


COMMENTS = "COMMENT" + SEPARATOR


def comment(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("COMMENT", identifier)


PASSAGES = "PASSAGE" + SEPARATOR


def passages_of(document_id: str) -> str:
    return part("PASSAGE", document_id) + SEPARATOR


def passage_comment(tenant: str, process_id: str, document_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("PASSAGE", document_id, identifier)


def discarded(tenant: str, process_id: str, document_id: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("TRASH", document_id)


def trash_of(tenant: str, user_id: str) -> str:
    """Second index: what somebody deleted or cancelled, by when it leaves the trash."""
    return join(tenant, "USER", user_id, "TRASH")


FLOW_CARDS = "CARD" + SEPARATOR
FLOW_VERSIONS = "VERSION" + SEPARATOR


def flows(tenant: str) -> str:
    """What was published: one partition, few and small things."""
    return join(tenant, "FLOWS")


def flow(tenant: str, code: str) -> tuple[str, str]:
    """The newest version of a flow."""
    return flows(tenant), part("CARD", code)


def flow_version(tenant: str, code: str, version: int) -> tuple[str, str]:
    return flows(tenant), part("VERSION", code, f"{version:06d}")


def flow_run(tenant: str, process_id: str) -> tuple[str, str]:
    """The last run of a process."""
    return join(tenant, "P", process_id), "FLOW"


def flow_run_past(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    """A run that another one followed."""
    return join(tenant, "P", process_id), part("FLOW", identifier)


def flows_open(tenant: str) -> str:
    """Second index: every process whose flow is under way (for the reconciler)."""
    return join(tenant, "FLOWS_OPEN")


MAILS = "MAIL" + SEPARATOR


def mail(tenant: str, process_id: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("MAIL", identifier)


def acknowledgement(tenant: str, process_id: str, user_id: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("ACK", user_id)


ACKNOWLEDGEMENTS = "ACK" + SEPARATOR


def nup(tenant: str, digits: str) -> tuple[str, str]:
    return join(tenant, "NUP", digits), "A"


def counter(tenant: str, name: str) -> tuple[str, str]:
    return join(tenant, "COUNTER", name), "A"


def sequence(tenant: str, name: str) -> tuple[str, str]:
    """How a counter was adjusted."""
    return join(tenant, "COUNTER", name), "ADJUSTED"


def operation(tenant: str, user: str, key: str) -> tuple[str, str]:
    return join(tenant, "OP", user, key), "A"


def catalogue(tenant: str, name: str) -> str:
    return join(tenant, "CAT", name)


def catalogue_entry(tenant: str, name: str, place: str) -> tuple[str, str]:
    """An entry, by where it stands in its catalogue."""
    return catalogue(tenant, name), place


def new_place(code: str) -> str:
    """Where the administration's own entries stand: after those of the city's files, and one code in one place."""
    return part("99999", code)


def rollout(tenant: str) -> tuple[str, str]:
    """How far the city has come: kept in memory as catalogues are."""
    return catalogue_entry(tenant, "rollout", "A")


def catalogues_revision(tenant: str) -> tuple[str, str]:
    """How often the administration changed any catalogue."""
    return join(tenant, "CAT"), "REVISION"


def people(tenant: str) -> str:
    """First index: every user, by name."""
    return join(tenant, "PEOPLE")


def leavers(tenant: str) -> str:
    """Second index: who left and was not erased, by since when."""
    return join(tenant, "LEAVERS")


def taxpayer(tenant: str, number: str) -> tuple[str, str]:
    """Whose CPF it is."""
    return join(tenant, "CPF", number), "A"


def service_accounts(tenant: str) -> str:
    """Every system that acts by the API."""
    return join(tenant, "SYSTEMS")


def service_account(tenant: str, code: str) -> tuple[str, str]:
    return service_accounts(tenant), part(code)


def service_uses(tenant: str) -> str:
    """On which day each key was last used."""
    return join(tenant, "SYSTEMS", "USED")


def service_use(tenant: str, code: str, key: str) -> tuple[str, str]:
    return service_uses(tenant), part(code, key)


REGISTER = "REGISTER"


def changes(tenant: str, table: str) -> str:
    """In the history table, beside the chains: what was changed in a table of the register."""
    return join(tenant, REGISTER, table)


def change(table_partition: str, code: str, at: datetime, operation: str, n: int) -> tuple[str, str]:
    return table_partition, part(code, moment(at), operation, f"{n:04d}")


def any_change(tenant: str, at: datetime, table: str, code: str, n: int) -> tuple[str, str]:
    """The same again among all changes of the register, by when it was made."""
    return changes(tenant, "ALL"), part(moment(at), table, code, f"{n:04d}")


def is_of_register(pk: str) -> bool:
    """Whether a partition of the history table holds changes of the register."""
    pieces = pk.split(SEPARATOR)
    return len(pieces) == 4 and pieces[2] == REGISTER


TENANTS = "INSTALLATION" + SEPARATOR + "TENANTS"
ADDRESSES = "INSTALLATION" + SEPARATOR + "ADDRESSES"


def listed_tenant(tenant: str) -> tuple[str, str]:
    """Of the items that belong to no tenant: that there is this one, and where it is reached."""
    return TENANTS, part(tenant)


INSTALLATION = "INSTALLATION"
OPERATED = INSTALLATION + SEPARATOR + "OPERATED" + SEPARATOR


def operator_log(tenant: str) -> str:
    """In the history table: what operators did to a tenant."""
    return OPERATED + part(tenant)


def is_of_operators(pk: str) -> bool:
    """Whether a partition of the history table holds what operators did."""
    return pk.startswith(OPERATED)


def operator_entry(tenant: str, at: datetime, operation: str) -> tuple[str, str]:
    return operator_log(tenant), part(moment(at), operation)


def site_address(text: str) -> tuple[str, str]:
    """And whose an address is: nobody else takes it."""
    return ADDRESSES, part(text)


def contact(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "CONTACT", identifier), "A"


def erasure(tenant: str, identifier: str) -> tuple[str, str]:
    """A request to erase somebody's data."""
    return join(tenant, "ERASURE", identifier), "A"


def erasures(tenant: str) -> str:
    """First index: every such request, by when it was made."""
    return join(tenant, "ERASURES")


def user(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "USER", identifier), "A"


def password(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "USER", identifier), "SECRET"


def second_factor(tenant: str, identifier: str) -> tuple[str, str]:
    return join(tenant, "USER", identifier), "FACTOR"


def learner(tenant: str, user_id: str) -> tuple[str, str]:
    """What a person chose about learning."""
    return join(tenant, "USER", user_id), "LEARNING"


LETTERS = "LETTERS"


def password_link(tenant: str, letters: str) -> tuple[str, str]:
    """The last link of a person, under the name that stands for the person in what the stream tells."""
    return join(tenant, LETTERS, letters), "A"


def password_link_of(tenant: str, user_id: str) -> tuple[str, str]:
    return password_link(tenant, letters_of(user_id))


def link_request(tenant: str, letters: str) -> tuple[str, str]:
    """What was last asked at the door for a person, who may be nobody."""
    return join(tenant, LETTERS, letters), "ASKED"


def link_request_told(tenant: str, letters: str, at: datetime, operation: str) -> tuple[str, str]:
    """In the history table, beside the chains: that it was asked, for the stream to tell."""
    return join(tenant, LETTERS, letters), part(moment(at), operation)


def of_letters(pk: str) -> tuple[str, str] | None:
    """(tenant, name that stands for a person) when the partition is one of those."""
    pieces = pk.split(SEPARATOR)
    return (pieces[1], pieces[3]) if len(pieces) == 4 and pieces[2] == LETTERS else None


def device(tenant: str, user_id: str, digest: str) -> tuple[str, str]:
    """In the table of sessions: a browser that is not asked for the code."""
    return join(tenant, "USER", user_id), part("DEVICE", digest)


DEVICES = "DEVICE" + SEPARATOR
ACCOUNT = "ACCOUNT"


def account_log(tenant: str, user_id: str) -> str:
    """In the history table, beside the chains: what changed about how a person enters."""
    return join(tenant, ACCOUNT, user_id)


def account_event(tenant: str, user_id: str, at: datetime, operation: str) -> tuple[str, str]:
    return account_log(tenant, user_id), part(moment(at), operation)


def of_account(pk: str) -> tuple[str, str] | None:
    """(tenant, user) when the partition is one of those."""
    pieces = pk.split(SEPARATOR)
    return (pieces[1], pieces[3]) if len(pieces) == 4 and pieces[2] == ACCOUNT else None


def session(tenant: str, user_id: str, digest: str) -> tuple[str, str]:
    return join(tenant, "USER", user_id), part("SESSION", digest)


SESSIONS = "SESSION" + SEPARATOR


def word_of_provider(tenant: str, user_id: str, digest: str) -> tuple[str, str]:
    """A provider's word for a person from whom a code is still awaited."""
    return join(tenant, "USER", user_id), part("WORD", digest)


def access(tenant: str, user_id: str, at: datetime) -> tuple[str, str]:
    return join(tenant, "USER", user_id), part("ACCESS", moment(at))


ACCESSES = "ACCESS" + SEPARATOR


def attempts(tenant: str, name: str) -> tuple[str, str]:
    return join(tenant, "ATTEMPTS", name), "A"


def entry(tenant: str, process_id: str, n: int) -> tuple[str, str]:
    """In the history table: chain order."""
    return join(tenant, "P", process_id), f"{n:08d}"


def arrangement(tenant: str, unit: str) -> tuple[str, str]:
    """How a unit arranged its work: labels, checkpoints, board."""
    return join(tenant, "UNIT", unit), "ARRANGEMENT"


def desk_log(tenant: str, process_id: str, unit: str) -> tuple[str, str]:
    """In the history table, beside the chains: the partition of units' own logs, and how a unit's lines begin."""
    return join(tenant, "DESK", process_id), part(unit, "")


def desk_entry(
    tenant: str, process_id: str, unit: str, at: datetime, operation: str, n: int
) -> tuple[str, str]:
    """A line of a unit's own log about a process."""
    return join(tenant, "DESK", process_id), part(unit, moment(at), operation, str(n))


FOLLOW_UPS = "FOLLOW" + SEPARATOR


def follow_up(tenant: str, process_id: str, unit: str, identifier: str) -> tuple[str, str]:
    """A unit's follow-up of a process; without an identifier, how all of the unit's begin."""
    return join(tenant, "P", process_id), part("FOLLOW", unit, identifier)


def credential(tenant: str, process_id: str, unit: str, user_id: str) -> tuple[str, str]:
    """A confidential process in the list of one person in one unit."""
    return join(tenant, "P", process_id), part("CRED", unit, user_id)


# Index keys of the main table


def held_by(tenant: str, unit: str, user_id: str) -> str:
    """First index: what a person may open from a unit."""
    return join(tenant, "HELD", unit, user_id)


def held_order(at_hand: bool, last_activity: datetime | None = None) -> str:
    """By when something last happened; what is at hand begins with a letter of its own."""
    return part("H" if at_hand else "A", moment(last_activity) if last_activity else "")


def held_count(tenant: str, unit: str, user_id: str) -> tuple[str, str]:
    """How many confidential processes a person has at hand in a unit."""
    return join(tenant, "HELD", unit, user_id), "A"


def holdings(tenant: str, agency: str) -> str:
    """Second index: every credential that somebody of the agency holds, by unit."""
    return join(tenant, "HOLDINGS", agency)


def holdings_of(unit: str) -> str:
    """How the order of a unit's begins."""
    return part(unit, "")


def holdings_order(unit: str, process_id: str, user_id: str) -> str:
    return part(unit, process_id, user_id)


def followed_by(tenant: str, unit: str) -> str:
    """First index: what the unit follows, by when it began."""
    return join(tenant, "FOLLOWED", unit)


def open_in_unit(tenant: str, unit: str) -> str:
    return join(tenant, "OPEN", unit)


def suspended_in_unit(tenant: str, unit: str) -> str:
    return join(tenant, "SUSPENDED", unit)


def concluded_in_unit(tenant: str, unit: str) -> str:
    return join(tenant, "CONCLUDED", unit)


def inbox_order(tab: str, last_activity: datetime) -> str:
    return part(tab[0].upper(), moment(last_activity))


def inbox_tab(tab: str) -> str:
    return part(tab[0].upper(), "")


def assigned_to(tenant: str, unit: str, user_id: str) -> str:
    return join(tenant, "UNIT", unit, "USER", user_id)


def blocks_of_unit(tenant: str, unit: str) -> str:
    return join(tenant, "BLOCKS", unit)


def block_order(kind: str, concluded: bool, number: str) -> str:
    return part(block_shelf(kind, concluded), f"{int(number):09d}")


def block_shelf(kind: str, concluded: bool) -> str:
    return f"{kind}-{'concluded' if concluded else 'open'}"


def document_number(tenant: str, number: str) -> str:
    return join(tenant, "DOCNUM", number)


def contacts_by_name(tenant: str) -> str:
    return join(tenant, "CONTACTS")


def users_of_unit(tenant: str, unit: str) -> str:
    return join(tenant, "USERS", unit)


def member(tenant: str, unit: str, user_id: str) -> tuple[str, str]:
    return join(tenant, "USERS", unit), part("USER", user_id)


def returns_to_give(tenant: str, unit: str) -> str:
    """First index: what the unit must give back, by day."""
    return join(tenant, "RETURNS", unit)


def returns_awaited(tenant: str, unit: str) -> str:
    """Third index: what the unit awaits back, by day."""
    return join(tenant, "AWAITED", unit)


def signed_by(tenant: str, user_id: str) -> str:
    return join(tenant, "USER", user_id, "SIGNED")


# Index keys of the history table


def unit_day(tenant: str, unit: str, day: str) -> str:
    return join(tenant, "UNIT", unit, day)


def user_day(tenant: str, user_id: str, day: str) -> str:
    return join(tenant, "USER", user_id, day)


def open_routings(tenant: str) -> str:
    """Second index: every routing that waits for something, by due date (for the reconciler)."""
    return join(tenant, "ROUTING_OPEN")


def reopenings(tenant: str) -> str:
    """Second index: every presence that reopens on a day, by that day (for the reconciler, TRA-06)."""
    return join(tenant, "REOPENINGS")


# Keys of the waits table: one row per routing, written by the execution that waits


WAITS = "WAIT" + SEPARATOR


def wait(tenant: str, process_id: str, routing_id: str) -> tuple[str, str]:
    return join(tenant, "P", process_id), part("WAIT", routing_id)


FLOW_WAITS = "FLOW" + SEPARATOR


def flow_waits(tenant: str, process_id: str, run: str) -> tuple[str, str]:
    """(partition, beginning of the sort key) of the waits of one run: the place of the step follows."""
    return join(tenant, "P", process_id), part("FLOW", run, "")


def is_flow_wait(sort: str) -> bool:
    """Of a flow, not of a routing."""
    return sort.startswith(FLOW_WAITS)


def of_flow_wait(sort: str) -> tuple[str, str]:
    """(run, place) of a sort key made from ``flow_waits``."""
    _, run, at = sort.split(SEPARATOR)
    return run, at


# Keys of the projections table: what may be dropped and rebuilt


def indexed_words(tenant: str, process_id: str) -> tuple[str, str]:
    """What a process is found by."""
    return join(tenant, "P", process_id), "WORDS"


def word(tenant: str, stem: str, word: str, at: datetime, process_id: str) -> tuple[str, str]:
    """A process under one of its words; those with the same word stand by when they began."""
    return words_of_stem(tenant, stem), part(word, moment(at), process_id)


def party(tenant: str, contact: str, process_id: str) -> tuple[str, str]:
    """That a contact is or was an interested party of a process."""
    return join(tenant, "PARTY", contact), part(process_id)


def words_of_stem(tenant: str, stem: str) -> str:
    """Where the words with these first letters are kept."""
    return join(tenant, "WORD", stem)


COUNTED = "COUNTED" + SEPARATOR


def counted(tenant: str, process_id: str, unit: str) -> tuple[str, str]:
    """The share of a process in the counters of a unit."""
    return join(tenant, "P", process_id), part("COUNTED", unit)


def inbox_counters(tenant: str, unit: str) -> tuple[str, str]:
    return join(tenant, "UNIT", unit), "COUNTERS"


def assigned_counter(tenant: str, unit: str, user_id: str) -> tuple[str, str]:
    return join(tenant, "UNIT", unit), part("ASSIGNED", user_id)


def unit_figures(tenant: str, unit: str) -> tuple[str, str]:
    """What the unit's panel counts."""
    return join(tenant, "UNIT", unit), "FIGURES"


def mark(tenant: str, process_id: str, consumer: str) -> tuple[str, str]:
    """How far a consumer has come in a process's history."""
    return join(tenant, "P", process_id), part("MARK", consumer)


def notice(tenant: str, process_id: str, routing_id: str, kind: str, until: str) -> tuple[str, str]:
    """A notice that was given."""
    return join(tenant, "P", process_id), part("NOTICE", routing_id, kind, until)


def deeds(tenant: str, user_id: str) -> tuple[str, str]:
    """What a person did, as far as lessons ask."""
    return join(tenant, "DEEDS", user_id), "A"


# Keys of the ledger table: append only, beside the history


def ledger_leaf(tenant: str, agency: str, index: int) -> tuple[str, str]:
    """The leaf at a place of an agency's ledger."""
    return join(tenant, "LEDGER", agency), f"{index:012d}"


def ledger_place(tenant: str, process_id: str, n: int) -> tuple[str, str]:
    """Where an entry of a process's history is in the ledger."""
    return join(tenant, "P", process_id), f"{n:08d}"


def ledger_head(tenant: str, agency: str, size: int) -> tuple[str, str]:
    """What was signed of a ledger when it had that many leaves."""
    return join(tenant, "LEDGERHEADS", agency), f"{size:012d}"


# Keys of the audit table: who read what, by day, and by person, unit and process


def audit_day(tenant: str, day: date) -> str:
    return join(tenant, "AUDIT", day.isoformat())


def audit_entry(tenant: str, at: datetime, identifier: str) -> tuple[str, str]:
    """In the order of time; the id tells two of the same microsecond apart."""
    return audit_day(tenant, at.date()), part(moment(at), identifier)


def audit_of(tenant: str, kind: str, identifier: str) -> str:
    return join(tenant, "AUDIT", kind, identifier)


# Reading keys back, for the streams


def of_process(pk: str) -> tuple[str, str]:
    """(tenant, process id) of a process's partition. Raises RefusedKey for any other partition."""
    pieces = pk.split(SEPARATOR)
    if len(pieces) != 4 or pieces[0] != "T" or pieces[2] != "P":
        raise RefusedKey(pk)
    return pieces[1], pieces[3]


def tenant_of(pk: str) -> str:
    """Whose a partition is. Raises RefusedKey for what belongs to no tenant."""
    pieces = pk.split(SEPARATOR)
    if len(pieces) < 3 or pieces[0] != "T":
        raise RefusedKey(pk)
    return pieces[1]


def of_desk(pk: str) -> tuple[str, str] | None:
    """(tenant, process id) of the partition of units' own logs; None for any other."""
    pieces = pk.split(SEPARATOR)
    return (pieces[1], pieces[3]) if len(pieces) == 4 and pieces[2] == "DESK" else None


def of_job(order: str) -> tuple[str, str]:
    """(user, job) of a sort key made by ``job_order``."""
    _, user_id, identifier = order.split(SEPARATOR)
    return user_id, identifier


def last_part(key: str) -> str:
    """The last part of a key."""
    return key.rpartition(SEPARATOR)[2]
