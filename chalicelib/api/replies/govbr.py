"""Signatures with the gov.br account."""

from typing_extensions import TypedDict


class PreparedForGovbr(TypedDict):
    """O documento está pronto para o gov.br assinar, até a hora dita"""

    id: str
    expires_at: str


class GovbrAuthorisation(TypedDict):
    """O endereço do gov.br em que a pessoa autoriza"""

    url: str


class FromGovbr(TypedDict):
    """A assinatura que o gov.br fez de um documento (PKCS#7 em Base64), ou por que não fez"""

    process: str
    document: str
    signature: str | None
    code: str | None
    message: str | None


class CollectedFromGovbr(TypedDict):
    """Uma resposta por documento, na ordem pedida"""

    items: list[FromGovbr]
