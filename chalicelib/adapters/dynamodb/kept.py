"""What a unit keeps for itself, standard texts, favourites and views: one partition per unit, one prefix per kind."""

from collections.abc import Sequence

from chalicelib.application.ports import Kept, KeptThing
from chalicelib.domain.block_group import BlockGroupShelf
from chalicelib.domain.checklist import Checklist, ChecklistShelf
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.sending_group import GroupShelf
from chalicelib.domain.standard_text import StandardText

from . import keys
from .codec import decode, encode
from .items import MainItem

PREFIXES: dict[type, str] = {
    StandardText: "TEXT",
    Favourite: "FAVOURITE",
    SavedView: "VIEW",
    GroupShelf: "GROUPS",
    EmailGroupShelf: "EMAILS",
    BlockGroupShelf: "BLOCKGROUPS",
    Checklist: "CHECK",
    ChecklistShelf: "CHECKLISTS",
    PlanShelf: "PLANS",
}


def item(tenant: str, thing: KeptThing) -> MainItem:
    """The thing as it lies in the table."""
    pk, sk = keys.kept(tenant, thing.unit.id, PREFIXES[type(thing)], thing.id)
    return MainItem(pk, sk, body=encode(thing))


def of_unit(tenant: str, kind: type[Kept], unit: str) -> Sequence[Kept]:
    """All that the unit keeps of one kind."""
    pk, sk = keys.kept(tenant, unit, PREFIXES[kind], "")
    found = MainItem.query(pk, MainItem.sk.startswith(sk), consistent_read=True, attributes_to_get=["body"])
    return [decode(kind, each.body) for each in found]
