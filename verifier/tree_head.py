"""The signed head of a public ledger: a C2SP checkpoint in a signed note, with one line of ours for the instant."""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .chain import Broken
from .seals import verified

NOTE = re.compile(
    r"(?P<text>(?P<origin>iperoig/[^\n /]+/[^\n /]+)\n(?P<size>0|[1-9]\d{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"at (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\n)\n— (?P<name>[^\n ]+) (?P<mark>[A-Za-z0-9+/]+={0,2})\n",
    re.ASCII,
)


@dataclass(frozen=True)
class Head:
    """How many records the ledger had, what they amounted to, and when this was signed."""

    origin: str
    size: int
    root: bytes
    at: datetime
    kid: str

    @property
    def told(self) -> str:
        """For people."""
        return f"{self.size} registros em {self.at:%d/%m/%Y %H:%M:%S} UTC"


def read_head(note: str, keys: Mapping[str, bytes]) -> Head:
    """The head that a key of ``keys`` signed. Raises Broken."""
    found = NOTE.fullmatch(note)
    if found is None:
        raise Broken(None, "o marco do registro público não está na forma esperada")
    if found["name"] != found["origin"]:
        raise Broken(None, "o marco do registro público foi assinado em nome de outro registro")
    mark, root = exact(found["mark"]), exact(found["root"])
    for kid, key in keys.items():
        if mark[:4] == hashlib.sha256(key).digest()[:4]:
            if not verified(key, found["text"].encode(), mark[4:]):
                raise Broken(None, "a assinatura do marco do registro público não confere com a chave")
            try:
                at = datetime.fromisoformat(found["at"].replace("Z", "+00:00"))
            except ValueError as error:
                raise Broken(None, "a hora do marco do registro público não existe") from error
            return Head(found["origin"], int(found["size"]), root, at, kid)
    raise Broken(None, "a chave que assinou o marco do registro público não está entre as chaves conhecidas")


def exact(text: str) -> bytes:
    """Base64 that can be written in one way only. Raises Broken."""
    try:
        value = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise Broken(None, "há no registro público um valor que não é Base64") from error
    if base64.b64encode(value).decode() != text:
        raise Broken(None, "há no registro público um valor em Base64 fora da forma única")
    return value
