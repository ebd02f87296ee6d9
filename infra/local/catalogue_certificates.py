"""The certificate authorities that a city believes, from files of its folder, and its authority of time."""

import base64
import re
import ssl
from pathlib import Path
from urllib.parse import urlsplit

from infra.local.catalogue_rows import Row

_ONE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def authorities(folder: Path, row: Row, field: str = "autoridades_certificadoras") -> tuple[str, ...]:
    """Each certificate of each file, DER in Base64, in the order written."""
    found: list[str] = []
    for name in row.texts(field):
        path = folder / name
        if not path.is_file():
            row.problem(field, f"o arquivo “{name}” não está na pasta da cidade.")
            continue
        held = _ONE.findall(path.read_text("ascii", errors="replace"))
        if not held:
            row.problem(field, f"o arquivo “{name}” não tem certificado no formato PEM.")
        for each in held:
            try:
                found.append(base64.b64encode(ssl.PEM_cert_to_DER_cert(each)).decode())
            except ValueError:
                row.problem(field, f"um certificado do arquivo “{name}” não pode ser lido.")
    return tuple(found)


def clock(row: Row) -> str:
    """The address of the authority of time; empty where there is none."""
    field = "carimbo_do_tempo"
    address = row.optional_text(field, 200) or ""
    if address and urlsplit(address).scheme not in ("http", "https"):
        row.problem(field, "deve ser um endereço que comece por http:// ou https://.")
    return address
