"""Templates: real official texts that the editor and the renderer accept (DOC-02, DOC-03, DOC-04, DOC-10)."""

from typing import Any

import pytest

from chalicelib.domain import content
from chalicelib.domain.content_form import with_answers
from chalicelib.domain.form import FieldKind
from infra.local.catalogue_reader import read_city
from infra.local.template_markup import block_node, inline_nodes
from tests.catalogues.city_folder import UBATUBA

CITY = read_city(UBATUBA)
TYPES = {kind.code: kind for kind in CITY.document_types}
FORMS = {form.document_type: form.form for form in CITY.forms}
EXPECTED = {
    *("oficio", "memorando", "despacho", "parecer", "nota-tecnica", "requerimento", "declaracao", "termo"),
    *("ata", "certidao", "relatorio", "portaria"),
}
TEMPLATES = [pytest.param(template.document_type, template.content) for template in CITY.templates]


def section(tree: dict[str, Any], role: str) -> dict[str, Any]:
    return next(part for part in tree["content"] if part["attrs"]["role"] == role)


def variables(node: dict[str, Any]) -> list[str]:
    if node["type"] == "variable":
        return [node["attrs"]["name"]]
    return [name for child in node.get("content", ()) for name in variables(child)]


def test_every_type_the_city_writes_has_its_template() -> None:
    templates = {template.document_type for template in CITY.templates}
    assert templates >= EXPECTED
    assert templates == {code for code, kind in TYPES.items() if kind.has_template}
    assert len(TYPES) >= 16
    assert all(not kind.has_template for kind in TYPES.values() if kind.applies_to == "uploaded")


@pytest.mark.parametrize(("code", "tree"), TEMPLATES)
def test_template_is_valid_content_that_may_be_signed(code: str, tree: dict[str, Any]) -> None:
    content.validate(tree)
    parsed = content.parse(tree)
    assert content.has_signature_section(parsed)
    assert content.canonical(parsed) == content.canonical(content.parse(parsed.tree))


@pytest.mark.parametrize(("code", "tree"), TEMPLATES)
def test_letterhead_signature_and_footer_are_locked_and_refreshed(code: str, tree: dict[str, Any]) -> None:
    for role in ("header", "signature", "footer"):
        attributes = section(tree, role)["attrs"]
        assert attributes["locked"]
        assert attributes["dynamic"]
    assert not section(tree, "body")["attrs"]["locked"]
    assert variables(section(tree, "header")) == ["orgao_nome", "unidade_nome"]
    assert "unidade_endereco" in variables(section(tree, "footer"))


@pytest.mark.parametrize(("code", "tree"), TEMPLATES)
def test_title_shows_the_type_number_exactly_when_the_type_has_one(code: str, tree: dict[str, Any]) -> None:
    title = section(tree, "title")
    assert [block["attrs"]["style"] for block in title["content"]] == ["title"]
    assert ("documento_numero_tipo" in variables(title)) == (TYPES[code].numbering != "none")
    # The kind of "termo" (de compromisso, de recebimento …) is known only to who writes it.
    assert title["attrs"]["locked"] == (code != "termo")


@pytest.mark.parametrize(("code", "tree"), TEMPLATES)
def test_template_never_prints_markup_left_over(code: str, tree: dict[str, Any]) -> None:
    values = dict.fromkeys(content.VARIABLES, "preenchido")
    text = content.plain_text(content.resolve_variables(content.from_template(tree), values))
    for leftover in ("**", "__", "@", "]("):
        assert leftover not in text
    # What a form says are its fields.
    assert len(text) > 300 or code in FORMS


def test_official_letter_follows_the_presidency_manual() -> None:
    """Manual de Redação da Presidência da República: local e data, endereçamento, assunto, fecho."""
    letter = next(template.content for template in CITY.templates if template.document_type == "oficio")
    values = dict.fromkeys(content.VARIABLES, "x") | {
        "municipio": "Ubatuba",
        "data_extenso": "23 de novembro de 2026",
        "documento_numero_tipo": "12/2026",
        "unidade_sigla": "SEMAD/PROT",
        "processo_especificacao": "Vistoria na orla",
    }
    text = content.plain_text(content.resolve_variables(content.from_template(letter), values))
    wanted = ["OFÍCIO Nº 12/2026/SEMAD/PROT", "Ubatuba, 23 de novembro de 2026.", "Assunto: Vistoria na orla"]
    places = [text.index(part) for part in [*wanted, "Atenciosamente,"]]
    assert places == sorted(places)


def test_markup_becomes_marks_links_variables_and_line_breaks() -> None:
    nodes = inline_nodes("a **b @ano@** [c](https://x.example)\n*d* __e__", pytest.fail)
    bold = [{"type": "bold"}]
    assert nodes == [
        {"type": "text", "text": "a "},
        {"type": "text", "text": "b ", "marks": bold},
        {"type": "variable", "attrs": {"name": "ano"}, "marks": bold},
        {"type": "text", "text": " "},
        {
            "type": "text",
            "text": "c",
            "marks": [{"type": "link", "attrs": {"href": "https://x.example"}}],
        },
        {"type": "hardBreak"},
        {"type": "text", "text": "d", "marks": [{"type": "italic"}]},
        {"type": "text", "text": " "},
        {"type": "text", "text": "e", "marks": [{"type": "underline"}]},
    ]


def test_an_address_with_an_at_sign_is_not_taken_for_a_variable() -> None:
    nodes = inline_nodes("de a@b.example para c@d.example", pytest.fail)
    assert nodes == [{"type": "text", "text": "de a@b.example para c@d.example"}]


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ({"texto": "Prezada @interessado_nome@"}, "a variável “@interessado_nome@” não existe"),
        ({"negrito": "x"}, "não é um estilo conhecido"),
        ({"texto": "x", "centro": "y"}, "cada bloco tem um só estilo"),
        ({"texto": "  "}, "está vazio"),
        ({"lista": "x"}, "deve ser uma lista"),
        ({"tabela": {"linhas": [["a", "b"], ["c"]]}}, "o mesmo número de colunas"),
        ({"tabela": {"linhas": "abc"}}, "deve ter “colunas”"),
        ({"tabela": {"colunas": ["a"]}}, "deve ter “colunas”"),
        ("figura", "cada bloco tem um só estilo"),
    ],
)
def test_block_that_cannot_be_printed_is_refused_with_its_reason(block: object, sentence: str) -> None:
    refused: list[str] = []
    block_node(block, lambda _name, message: refused.append(message))
    assert sentence in refused[0]


@pytest.mark.parametrize("code", sorted(FORMS))
def test_form_of_the_city_asks_enough_and_fits_its_template(code: str) -> None:
    """DOC-07."""
    kinds = {field.kind for field in FORMS[code].fields}
    assert len(FORMS[code].fields) >= 8
    assert any(field.required for field in FORMS[code].fields)
    assert len(kinds) >= 5
    template = next(item.content for item in CITY.templates if item.document_type == code)
    filled = with_answers(content.parse(template), FORMS[code], {})
    assert content.has_signature_section(filled)


def test_forms_of_the_city_use_every_kind_of_field() -> None:
    """DOC-07: the demonstration shows each of them once at least."""
    assert {field.kind for form in FORMS.values() for field in form.fields} == set(FieldKind)
