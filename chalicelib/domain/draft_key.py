"""By which key the browser keeps what somebody writes until the server has it (DOC-03, ASVS 14.3.3).

The copy lies on the computer, which others use too; the key does not. It is derived from the person's name by a secret
of the installation, so the same person gets the same one after entering again, here or at another computer, and it is
kept nowhere.
"""


def drafts_of(tenant: str, user: str) -> str:
    """What the key of a person's drafts is derived from. The number changes with how the copies are encrypted."""
    return f"iperoig-drafts-1:{tenant}/{user}"
