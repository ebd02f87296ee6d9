"""Carry the e-mails that a process has waiting: each at most once, and none forgotten (DOC-22, TRA-01).

The state moves to ``sending`` before the e-mail is handed over, so that two deliveries of the same fact never send
it twice. Whoever dies in between leaves it ``sending``; the next delivery finds it abandoned and says so.
"""

from chalicelib.domain.mail import Mail, MailState, moved

from .ports import CarrierRefused, CarrierSilent, Mailing, NotCarried


class StillWaiting(Exception):
    """Some e-mails could not be carried now; the message must come back later."""


def carry_mails(outside: Mailing, process: str) -> int:
    """Carry what waits; -> how many were sent. Raises StillWaiting."""
    sent = left = 0
    for mail in outside.outbox.of_process(process):
        if mail.abandoned(outside.now()):
            outside.outbox.move(mail, moved(mail, MailState.UNCONFIRMED, outside.now()))
        elif mail.state is MailState.WAITING:
            done = _carry(outside, mail)
            sent += done
            left += not done
        elif mail.open:
            left += 1
    if left:
        raise StillWaiting(f"{left} of process {process}")
    return sent


def _carry(outside: Mailing, mail: Mail) -> bool:
    """-> whether it left the queue: sent, or refused for good."""
    files = [outside.contents.get(attachment.key) for attachment in mail.attachments]
    taken = moved(mail, MailState.SENDING, outside.now())
    if not outside.outbox.move(mail, taken):
        return False
    try:
        receipt = outside.carrier.carry(taken, files)
    except NotCarried:
        outside.outbox.move(taken, moved(taken, MailState.WAITING, outside.now()))
        return False
    except CarrierRefused as refusal:
        outside.outbox.move(taken, moved(taken, MailState.REFUSED, outside.now(), reason=refusal.reason))
    except CarrierSilent:
        outside.outbox.move(taken, moved(taken, MailState.UNCONFIRMED, outside.now()))
    else:
        outside.outbox.move(taken, moved(taken, MailState.SENT, outside.now(), receipt=receipt))
    return True
