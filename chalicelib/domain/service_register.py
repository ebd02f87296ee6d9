"""The form of a system as the administration fills it in: what may be chosen, and how its history tells it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from ipaddress import ip_network

from .errors import FieldError, InvalidRequest
from .policy_titles import TITLES
from .service_account import ServiceAccount, ServiceData
from .service_scope import OPERABLE

CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")
_WORDS = {"name": "Informe o nome do sistema.", "contact": "Informe quem responde pelo sistema.",
          "purpose": "Informe para que o sistema usa o acesso."}  # fmt: skip


def check_code(code: str) -> str:
    """Raises InvalidRequest ``code`` ``invalid``."""
    if not CODE.fullmatch(code):
        message = "Use de 2 a 40 letras minúsculas sem acento, números ou hífen, como em portal-do-cidadao."
        raise InvalidRequest(FieldError("code", "invalid", message))
    return code


def check_service(data: ServiceData, units: Mapping[str, str], types: Mapping[str, str]) -> ServiceData:
    """The form with each choice once and networks as they are written. Raises InvalidRequest, field by field."""
    networks, wrong = _networks(data.networks)
    errors = [*_missing(data), *wrong]
    errors += _unknown("operations", data.operations, OPERABLE, "Esta operação não pode ser dada a um sistema.")
    errors += _unknown("units", data.units, units, "Esta unidade não existe ou está desativada.")
    errors += _unknown("process_types", data.process_types, types, "Este tipo de processo não existe.")
    if errors:
        raise InvalidRequest(*errors)
    return replace(
        data,
        operations=tuple(action.value for action in OPERABLE if action in data.operations),
        units=tuple(dict.fromkeys(data.units)),
        process_types=tuple(dict.fromkeys(data.process_types)),
        networks=tuple(dict.fromkeys(networks)),
    )


def described(account: ServiceAccount, units: Mapping[str, str], types: Mapping[str, str]) -> dict[str, str]:
    """In the words of the screen, as the history keeps them."""
    data = account.data
    titles = {action.value: title for action, title in TITLES.items()}
    return {
        "Nome": data.name,
        "Contato": data.contact,
        "Finalidade": data.purpose,
        "Operações": _told(data.operations, titles),
        "Unidades": _told(data.units, units),
        "Tipos de processo": _told(data.process_types, types) or "Todos",
        "Redes de origem": ", ".join(data.networks) or "Qualquer uma",
        "Válido até": data.valid_until.strftime("%d/%m/%Y") if data.valid_until else "",
        "Chaves": ", ".join(f"{key.id[-6:]} (até {key.expires_on.strftime('%d/%m/%Y')})" for key in account.keys),
    }


def _missing(data: ServiceData) -> Iterator[FieldError]:
    for field, message in _WORDS.items():
        if not getattr(data, field).strip():
            yield FieldError(field, "required", message)
    if not data.operations:
        yield FieldError("operations", "required", "Escolha ao menos uma operação.")
    if not data.units:
        yield FieldError("units", "required", "Escolha ao menos uma unidade.")


def _unknown(field: str, chosen: Sequence[str], known: Collection[str], message: str) -> list[FieldError]:
    return [FieldError(f"{field}.{n}", "unknown", message) for n, one in enumerate(chosen) if one not in known]


def _networks(typed: Sequence[str]) -> tuple[list[str], list[FieldError]]:
    found, wrong = [], []
    for place, text in enumerate(typed):
        try:
            found.append(str(ip_network(text.strip(), strict=False)))
        except ValueError:
            message = "Escreva uma rede como 200.145.0.0/16, 2801:80::/28, ou um só endereço."
            wrong.append(FieldError(f"networks.{place}", "invalid", message))
    return found, wrong


def _told(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return "; ".join(names.get(code, code) for code in codes)
