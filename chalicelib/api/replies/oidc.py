"""Coming in by somebody else's word."""

from typing_extensions import TypedDict


class LoginProviderCard(TypedDict):
    """Quem pode confirmar a identidade; ``leave``: o endereço em que também se sai de lá"""

    id: str
    label: str
    leave: str | None


class LoginProviders(TypedDict):
    """Os botões da tela de entrada"""

    items: list[LoginProviderCard]


class OidcEntry(TypedDict):
    """O endereço em que a pessoa confirma quem é"""

    url: str
