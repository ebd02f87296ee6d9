"""The folder ``templates/``: one file per document type, plus sections that many types share.

``_comuns.yaml`` holds named sections (letterhead, footer, …); a template puts one in with ``usar: nome``,
so a city changes its letterhead in one place (DOC-04).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chalicelib.domain.content import ContentRefused, parse
from infra.local.catalogue_records import Template
from infra.local.catalogue_rows import Problem, Row, read_yaml
from infra.local.template_markup import ROLES, Node, block_node, document_content, section_node

SHARED_FILE = "_comuns.yaml"


def read_templates(folder: Path, problems: list[Problem]) -> tuple[Template, ...]:
    """Every template of the folder in the normal form of the editor's JSON, in the order of their codes."""
    shared_name = f"templates/{SHARED_FILE}"
    shared: Mapping[str, Any] = {}
    if (folder / SHARED_FILE).exists():
        content = read_yaml(folder / SHARED_FILE, shared_name, problems)
        if isinstance(content, dict):
            shared = content
        elif content is not None:
            problems.append(Problem(shared_name, None, None, "deve ter nomes de seções com o seu conteúdo."))
    templates = []
    for path in sorted(folder.glob("[!_]*.yaml")):
        file = f"templates/{path.name}"
        content = read_yaml(path, file, problems)
        if content is None:
            continue
        if not isinstance(content, list) or not content:
            problems.append(Problem(file, None, None, "o modelo deve ser uma lista de seções."))
            continue
        sections = [_section(file, n, entry, shared, problems) for n, entry in enumerate(content, start=1)]
        whole = document_content([section for section in sections if section])
        try:
            templates.append(Template(path.stem, parse(whole).tree))
        except ContentRefused as refused:
            problems.append(Problem(file, refused.path, None, refused.errors[0].message))
    return tuple(templates)


def _section(
    file: str, position: int, entry: Any, shared: Mapping[str, Any], problems: list[Problem]
) -> Node | None:
    name = f"seção {position}"
    if not isinstance(entry, dict):
        problems.append(Problem(file, name, None, "deve ter papel e blocos, ou usar uma seção comum."))
        return None
    if "usar" in entry:
        chosen = entry["usar"]
        if len(entry) != 1 or not isinstance(shared.get(chosen), dict):
            problems.append(Problem(file, name, "usar", f"não há a seção “{chosen}” em {SHARED_FILE}."))
            return None
        return _built(Row(f"templates/{SHARED_FILE}", chosen, shared[chosen], problems))
    return _built(Row(file, name, entry, problems))


def _built(row: Row) -> Node:
    role = row.choice("papel", ROLES)
    locked = row.flag("bloqueada")
    dynamic = row.flag("dinamica")
    raw = row.raw("blocos")
    if not isinstance(raw, list) or not raw:
        row.problem("blocos", "a seção precisa de ao menos um bloco.")
        raw = []
    blocks = [block_node(block, row.problem) for block in raw]
    row.close()
    return section_node(role, locked, dynamic, [block for block in blocks if block])
