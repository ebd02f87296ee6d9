"""What lies beside a process and is no part of its record: its comments, those on passages of its texts, the trash
(PRO-25, DOC-03, DOC-17)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from chalicelib.domain.comment import Comment
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.trash import Discarded

from . import keys
from .codec import decode, encode
from .items import MainItem

NEW = MainItem.pk.does_not_exist()


def comment_item(tenant: str, before: Comment | None, after: Comment) -> tuple[MainItem, Any]:
    """-> (item, the condition that it is still as it was)."""
    pk, sk = keys.comment(tenant, after.process, after.id)
    item = MainItem(pk, sk, n=after.revision, body=encode(after))
    return item, (MainItem.n == before.revision if before else NEW)


def passage_item(
    tenant: str, before: PassageComment | None, after: PassageComment
) -> tuple[MainItem, Any]:
    """-> (item, the condition that it is still as it was)."""
    pk, sk = keys.passage_comment(tenant, after.process, after.document, after.id)
    item = MainItem(pk, sk, n=after.revision, body=encode(after))
    return item, (MainItem.n == before.revision if before else NEW)


def discarded_item(tenant: str, thing: Discarded) -> MainItem:
    """Found by who put it there; the table itself drops it some days after it left the trash."""
    document = thing.document
    pk, sk = keys.discarded(tenant, document.process, document.id)
    return MainItem(
        pk,
        sk,
        body=encode(thing),
        gsi2pk=keys.trash_of(tenant, thing.by.id),
        gsi2sk=keys.part(keys.moment(thing.until), document.id),
        expires_at=int((thing.until + timedelta(days=2)).timestamp()),
    )


def comments(tenant: str, process: str) -> Sequence[Comment]:
    """All comments of a process and its documents, oldest first."""
    pk, _ = keys.process(tenant, process)
    found = MainItem.query(pk, MainItem.sk.startswith(keys.COMMENTS), consistent_read=True)
    return sorted((decode(Comment, item.body or "") for item in found), key=lambda one: (one.at, one.id))


def passage_comments(tenant: str, process: str, document: str) -> Sequence[PassageComment]:
    """All comments on passages of one text, oldest first."""
    pk, _ = keys.process(tenant, process)
    found = MainItem.query(pk, MainItem.sk.startswith(keys.passages_of(document)), consistent_read=True)
    comments = [decode(PassageComment, item.body or "") for item in found]
    return sorted(comments, key=lambda one: (one.first.at, one.id))


def trash(tenant: str, user: str) -> Sequence[Discarded]:
    """What somebody deleted or cancelled, newest first; may lag by a moment."""
    found = MainItem.second.query(keys.trash_of(tenant, user), scan_index_forward=False, limit=200)
    return [decode(Discarded, item.body or "") for item in found]


class ReadsBeside:
    """The part of ``application.ports.Reader`` that is about it."""

    _tenant: str

    def comments(self, process: str) -> Sequence[Comment]:
        """All comments of a process, oldest first."""
        return comments(self._tenant, process)

    def passage_comments(self, process: str, document: str) -> Sequence[PassageComment]:
        """All comments on passages of one text, oldest first."""
        return passage_comments(self._tenant, process, document)

    def discarded(self, user: str) -> Sequence[Discarded]:
        """What somebody deleted or cancelled, newest first."""
        return trash(self._tenant, user)
