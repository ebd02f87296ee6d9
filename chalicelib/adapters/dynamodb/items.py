"""The items of the tables. What conditions, indexes and filters need are attributes; the rest is ``body``."""

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model


class FirstIndex(GlobalSecondaryIndex["MainItem"]):  # type: ignore[no-untyped-call]
    """Inboxes and look-ups by number."""

    class Meta:
        index_name = "gsi1"
        projection = AllProjection()

    gsi1pk = UnicodeAttribute(hash_key=True)
    gsi1sk = UnicodeAttribute(range_key=True)


class SecondIndex(GlobalSecondaryIndex["MainItem"]):  # type: ignore[no-untyped-call]
    """People and dates."""

    class Meta:
        index_name = "gsi2"
        projection = AllProjection()

    gsi2pk = UnicodeAttribute(hash_key=True)
    gsi2sk = UnicodeAttribute(range_key=True)


class ThirdIndex(GlobalSecondaryIndex["MainItem"]):  # type: ignore[no-untyped-call]
    """Returns that a unit awaits, by day."""

    class Meta:
        index_name = "gsi3"
        projection = AllProjection()

    gsi3pk = UnicodeAttribute(hash_key=True)
    gsi3sk = UnicodeAttribute(range_key=True)


class MainItem(Model):
    """State. ``n`` is the process's chain length, a counter's value, a draft's revision or a version's number;
    ``quiet`` counts the process's changes that left no entry; ``expires_at`` is set on what only stays for a while.
    """

    class Meta:
        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    gsi1pk = UnicodeAttribute(null=True)
    gsi1sk = UnicodeAttribute(null=True)
    gsi2pk = UnicodeAttribute(null=True)
    gsi2sk = UnicodeAttribute(null=True)
    gsi3pk = UnicodeAttribute(null=True)
    gsi3sk = UnicodeAttribute(null=True)
    first = FirstIndex()
    second = SecondIndex()
    third = ThirdIndex()
    n = NumberAttribute(null=True)
    quiet = NumberAttribute(null=True)
    body = UnicodeAttribute(null=True)
    digest = UnicodeAttribute(null=True)
    open_units = UnicodeAttribute(null=True)
    seen = BooleanAttribute(null=True)
    unread = BooleanAttribute(null=True)
    assignee = UnicodeAttribute(null=True)
    concluded_by = UnicodeAttribute(null=True)
    type = UnicodeAttribute(null=True)
    expires_at = NumberAttribute(null=True)
    labels = UnicodeAttribute(null=True)
    due = UnicodeAttribute(null=True)
    checkpoint = UnicodeAttribute(null=True)
    steps = UnicodeAttribute(null=True)
    give = UnicodeAttribute(null=True)
    awaited = UnicodeAttribute(null=True)
    group = UnicodeAttribute(null=True)
    words = UnicodeAttribute(null=True)


class HistoryItem(Model):
    """An entry of a process's chain; ``body`` holds the exact bytes that were hashed. Or, in a partition of its own
    and outside the chain and its indexes, a line of a unit's own log (``DeskEntry``).
    """

    class Meta:
        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    gsi1pk = UnicodeAttribute(null=True)
    gsi1sk = UnicodeAttribute(null=True)
    gsi2pk = UnicodeAttribute(null=True)
    gsi2sk = UnicodeAttribute(null=True)
    kind = UnicodeAttribute()
    body = UnicodeAttribute()
    hash = UnicodeAttribute(null=True)


class SessionItem(Model):
    """Sessions, last accesses and failed attempts; ``expires_at`` (epoch seconds) is the table's TTL. ``opened``: until
    when (epoch seconds) the session has each confidential process open.
    """

    class Meta:
        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    body = UnicodeAttribute(null=True)
    failures = NumberAttribute(null=True)
    at = UnicodeAttribute(null=True)
    pending = NumberAttribute(null=True)
    claimed_at = UnicodeAttribute(null=True)
    unit = UnicodeAttribute(null=True)
    used_at = UnicodeAttribute(null=True)
    strength = UnicodeAttribute(null=True)
    epoch = NumberAttribute(null=True)
    expires_at = NumberAttribute(null=True)
    opened: MapAttribute[str, int] = MapAttribute(null=True)  # type: ignore[no-untyped-call]


class PlaceItem(Model):
    """An entry's place in the public ledger, as far as the one act knows it that may change it: destroying the salt."""

    class Meta:
        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    salt = BinaryAttribute(null=True, legacy_encoding=False)


def bind(main: str, history: str, sessions: str, ledger: str = "") -> None:
    """Name the tables, before the first call."""
    PlaceItem.Meta.table_name = ledger
    MainItem.Meta.table_name = main
    HistoryItem.Meta.table_name = history
    SessionItem.Meta.table_name = sessions
