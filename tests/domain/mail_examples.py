"""An e-mail that tests may quote."""

from chalicelib.domain.mail import Mail
from tests.fakes.city import ANA, PROTOCOL, START

LETTER = Mail(
    "m1",
    "p1",
    PROTOCOL.short,
    ANA,
    START,
    "prot@ubatuba.example",
    "SEMAD/PROT",
    ("eva@example.com",),
    "Olá",
    "Oi",
)
