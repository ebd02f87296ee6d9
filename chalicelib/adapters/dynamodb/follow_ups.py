"""Follow-ups in the process's partition, listed by unit through the first index."""

from collections.abc import Sequence

from chalicelib.domain.follow_up import FollowUp

from . import keys
from .codec import decode, encode
from .items import MainItem


def item(tenant: str, follow_up: FollowUp) -> MainItem:
    """The follow-up as it lies in the table."""
    unit = follow_up.unit.id
    return MainItem(
        *keys.follow_up(tenant, follow_up.process, unit, follow_up.id),
        body=encode(follow_up),
        gsi1pk=keys.followed_by(tenant, unit),
        gsi1sk=keys.part(keys.moment(follow_up.at), follow_up.id),
    )


def of_process(tenant: str, process: str, unit: str) -> Sequence[FollowUp]:
    """The unit's follow-ups of one process, read consistently."""
    pk, prefix = keys.follow_up(tenant, process, unit, "")
    found = MainItem.query(
        pk, MainItem.sk.startswith(prefix), consistent_read=True, attributes_to_get=["body"]
    )
    return [decode(FollowUp, each.body) for each in found]
