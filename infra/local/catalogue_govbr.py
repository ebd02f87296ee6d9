"""The city's agreement with gov.br's signature API; its secret is never in a file (docs/operations.md)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from infra.local.catalogue_certificates import authorities
from infra.local.catalogue_rows import Row

#: The two environments that gov.br publishes: where to authorise, where to change the code, where to sign.
ENVIRONMENTS = {
    "producao": ("https://cas.iti.br/oauth2.0", "https://assinatura-api.iti.br"),
    "homologacao": ("https://cas.staging.iti.br/oauth2.0", "https://assinatura-api.staging.iti.br"),
}


def govbr_signature(folder: Path, row: Row) -> Mapping[str, Any] | None:
    """As the tenant's card holds it; None for the city that wrote no ``govbr_cliente``."""
    client = row.optional_text("govbr_cliente", 200)
    environment = row.optional_text("govbr_ambiente") or "producao"
    believed = authorities(folder, row, "govbr_autoridades")
    if not client:
        return None
    if environment not in ENVIRONMENTS:
        row.problem("govbr_ambiente", f"deve ser {' ou '.join(ENVIRONMENTS)}.")
        return None
    if not believed:
        row.problem("govbr_autoridades", "falta o arquivo com o certificado da autoridade do gov.br.")
        return None
    access, api = ENVIRONMENTS[environment]
    return {
        "authorise": f"{access}/authorize",
        "token": f"{access}/token",
        "api": api,
        "client": client,
        "authorities": list(believed),
    }
