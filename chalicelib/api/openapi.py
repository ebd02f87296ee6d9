"""``openapi.json`` from the routes themselves: ``python -m chalicelib.api.openapi [--write]``.

Never imported by the application. The file is committed; a test and ``make lint`` refuse a drift.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from chalicelib.domain.policy_profiles import ANONYMOUS
from chalicelib.domain.policy_titles import TITLES
from chalicelib.domain.service_scope import OPERABLE

from . import replies
from .areas import every_area
from .routes import Declared
from .service_authentication import UNIT_HEADER

FILE = Path(__file__).resolve().parents[2] / "openapi.json"
PLACES = Path(__file__).with_name("places.py")
REFERENCE = "#/components/schemas/{model}"
TAGS = {
    "redaction": "Ocultação de trechos",
    "own_access": "Minhas sessões e minha senha",
    "password_links": "Links por e-mail para criar a própria senha",
    "second_factor": "Verificação em duas etapas",
    "session": "Sessão",
    "inbox": "Caixa da unidade",
    "follow_ups": "Acompanhamento especial",
    "confidential": "Processos sigilosos",
    "holdings": "Acervo de sigilosos",
    "panel": "Painel de controle da unidade",
    "learning": "Primeiros passos e exercícios",
    "rollout": "Implantação e entrada em produção",
    "city_profiles": "Perfis do município",
    "mail_merge": "Um documento em vários processos",
    "type_numbering": "Numeração dos tipos de documento",
    "document_text": "O que acompanha o texto de um documento",
    "desk": "A mesa da unidade: anotações, marcadores, prazos",
    "checklists": "Listas de verificação da unidade",
    "arrangement": "Marcadores e pontos de controle da unidade",
    "processes": "Processos",
    "process_reading": "Consulta de processos",
    "tree": "Árvore: ordem e minutas",
    "routing": "Tramitação",
    "flows": "Fluxos",
    "email_groups": "Grupos de e-mail",
    "correspondence": "Correspondência eletrônica",
    "circulars": "Circulares",
    "duplicates": "Duplicação de processos",
    "ties": "Vínculos, sobrestamento, bloqueio e ciência",
    "undoing": "Desfazer, e o que saiu da caixa",
    "documents": "Documentos",
    "document_acts": "Mover, dar ciência, bloquear; lixeira",
    "comments": "Comentários",
    "passages": "Comentários nos trechos de um texto",
    "document_files": "Versões, assinaturas e arquivos",
    "uploads": "Envio de arquivos",
    "file_texts": "Texto dos arquivos",
    "certificates": "Assinatura com certificado digital",
    "govbr": "Assinatura com a conta gov.br",
    "oidc": "Entrar com a identidade confirmada por outro",
    "certifying": "Autenticação de documentos digitalizados",
    "spreadsheets": "Planilhas do cadastro",
    "unit_grants": "Permissões de unidades",
    "bulk": "O mesmo ato em muitos processos",
    "bulk_documents": "O mesmo ato em muitos documentos",
    "views": "Visões salvas da caixa",
    "blocks": "Blocos",
    "block_sharing": "Blocos entre unidades",
    "editing": "Edição em curso",
    "forms": "Formulários",
    "html_import": "Texto vindo de fora",
    "returns": "Retornos programados",
    "routing_path": "Percurso do processo",
    "work_plan": "Plano de trabalho",
    "sending_groups": "Grupos de envio",
    "block_groups": "Grupos de blocos",
    "standard_texts": "Textos padrão",
    "favourites": "Favoritos",
    "copies": "Cópias do processo",
    "jobs": "Trabalhos demorados",
    "find": "Pesquisa rápida",
    "contacts": "Contatos",
    "catalogues": "Tabelas",
    "units": "Unidades",
    "users": "Usuários e permissões",
    "service_accounts": "Sistemas integrados e suas chaves",
    "tables": "Tabelas da administração",
    "organisation": "Órgãos e unidades",
    "register": "Histórico do cadastro e quem pode o quê",
    "public": "Público",
    "audit": "Auditoria",
    "person_reports": "Relatório do titular de dados",
    "erasures": "Eliminação de dados pessoais",
    "leavers": "Eliminação dos dados de quem saiu",
    "retention": "Guarda de dados",
    "ledger": "Registro público de atos",
}
SCHEMES = {
    "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-iperoig"},
    "bearer": {"type": "http", "scheme": "bearer", "description": "O token de uma sessão."},
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "A chave de um sistema integrado, iperoig_….…, dentro do escopo que lhe foi dado.",
    },
}
REFUSALS = {
    "400": "Pedido inválido",
    "401": "É preciso entrar",
    "403": "Sem permissão",
    "404": "Não encontrado, ou invisível para quem pede",
    "409": "A regra não permite agora, ou alguém mudou antes",
    "429": "Muitas tentativas",
    "503": "Indisponível por um instante; repetir é seguro",
}


def document() -> dict[str, Any]:
    """The whole OpenAPI 3.1 description."""
    routes = [declared for area in every_area() for declared in area.declared]
    adapters: dict[Any, TypeAdapter[Any]] = {}
    for declared in routes:
        for model in (declared.body, declared.query, declared.reply):
            if model is not None:
                adapters[model] = TypeAdapter(model)
    adapters[replies.Problem] = TypeAdapter(replies.Problem)
    inputs = [(model, "validation", adapter) for model, adapter in adapters.items()]
    schemas, definitions = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)  # type: ignore[arg-type]
    found = {model: schemas[(model, "validation")] for model in adapters}
    paths: dict[str, Any] = {}
    for declared in sorted(routes, key=lambda one: (one.path, one.method)):
        paths.setdefault(declared.path, {})[declared.method.lower()] = _operation(
            declared, found, definitions
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Iperoig",
            "version": "1",
            "description": "Processo administrativo eletrônico. Toda escrita leva o cabeçalho Idempotency-Key: "
            "repetir o pedido com a mesma chave dá a mesma resposta, sem efeito novo.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api"}],
        "tags": [{"name": name, "description": TAGS.get(name, name)} for name in _tags(routes)],
        "paths": paths,
        "components": {
            "schemas": definitions.get("$defs", {}),
            "securitySchemes": SCHEMES,
        },
    }


def _tags(routes: list[Declared]) -> list[str]:
    declared = {one.tag for one in routes}
    return [tag for tag in TAGS if tag in declared] + sorted(declared - set(TAGS))


def _operation(declared: Declared, found: dict[Any, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": f"{declared.tag}.{declared.view.__name__}",
        "tags": [declared.tag],
        "summary": declared.summary,
        "description": f"Ato: {TITLES[declared.action]} (`{declared.action.value}`).",
        "parameters": _parameters(declared, found, definitions),
        "responses": _responses(declared, found),
        "security": _security(declared),
    }
    if declared.body:
        content = {"application/json": {"schema": found[declared.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _security(declared: Declared) -> list[dict[str, list[str]]]:
    """Whoever is in session; a system by its key, where the act can be given to one."""
    if declared.action in ANONYMOUS:
        return []
    keyed: list[dict[str, list[str]]] = [{"key": []}] if declared.action in OPERABLE else []
    return [{"cookie": []}, {"bearer": []}, *keyed]


def _parameters(
    declared: Declared, found: dict[Any, Any], definitions: dict[str, Any]
) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", declared.path)
    parameters = [_parameter(name, "path", {"type": "string"}, True) for name in names]
    if declared.query:
        schema = found[declared.query]
        model = definitions["$defs"][schema["$ref"].rpartition("/")[2]]
        required = model.get("required", [])
        parameters += [
            _parameter(name, "query", one, name in required) for name, one in model["properties"].items()
        ]
    if declared.writes and declared.action not in ANONYMOUS:
        parameters.append(_parameter("Idempotency-Key", "header", {"type": "string"}, True))
    if declared.action in OPERABLE:
        parameters.append(_parameter(UNIT_HEADER, "header", {"type": "string"}, False))
    if declared.if_match:
        parameters.append(_parameter("If-Match", "header", {"type": "string"}, True))
    return parameters


def _parameter(name: str, place: str, schema: dict[str, Any], required: bool) -> dict[str, Any]:
    return {"name": name, "in": place, "required": required, "schema": schema}


def _responses(declared: Declared, found: dict[Any, Any]) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "Feito"}
    if declared.reply is not None:
        success["content"] = {"application/json": {"schema": found[declared.reply]}}
    problem = {"application/problem+json": {"schema": found[replies.Problem]}}
    refusals = dict(REFUSALS)
    if declared.action in ANONYMOUS and declared.tag != "session":
        refusals.pop("401")
        refusals.pop("403")
    if declared.if_match:
        refusals["412"] = "O documento mudou desde que foi lido"
    responses = {str(declared.status): success}
    for status in sorted(refusals):
        responses[status] = {"description": refusals[status], "content": problem}
    return responses


def places() -> str:
    """``places.py``: the address of every route and the area that declares it, for ``doors``."""
    rows = sorted((one.path, one.method, area.tag) for area in every_area() for one in area.declared)
    lines = [f'    ("{method}", "{path}", "{tag}"),' for path, method, tag in rows]
    head = '"""The address of every route and the area that declares it. Written by ``make openapi``."""'
    return "\n".join([head, "", "PLACES: tuple[tuple[str, str, str], ...] = (", *lines, ")", ""])


def main() -> int:
    """Print, write, or (``--check``) compare; -> exit code."""
    text = json.dumps(document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if "--write" in sys.argv:
        FILE.write_text(text, encoding="utf-8")
        PLACES.write_text(places(), encoding="utf-8")
    elif "--check" in sys.argv:
        if FILE.read_text(encoding="utf-8") != text or PLACES.read_text(encoding="utf-8") != places():
            print("openapi.json está desatualizado: rode make openapi")
            return 1
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
