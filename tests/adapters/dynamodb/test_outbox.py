"""The e-mails of a process in the table (DOC-22)."""

from chalicelib.adapters.dynamodb import keys, records
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.outbox import DynamoOutbox
from chalicelib.domain.mail import MailState, moved
from tests.domain.mail_examples import LETTER


def test_an_email_moves_only_from_the_step_it_was_seen_at(connection, tenant) -> None:
    MainItem(*keys.mail(tenant, "p1", "m1"), n=1, body=records.encode(LETTER)).save()
    box = DynamoOutbox(connection, tenant)
    taken = moved(LETTER, MailState.SENDING, LETTER.at)
    assert box.move(LETTER, taken)
    assert not box.move(LETTER, taken)
    assert list(box.of_process("p1")) == [taken]
    assert list(box.of_process("p2")) == []
