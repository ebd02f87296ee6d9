"""DOC-07: each kind of field, what it takes, what it refuses in words, and how it is read on paper."""

import pytest

from chalicelib.domain import content as contents
from chalicelib.domain.content_form import answers_of, is_complete, with_answers
from chalicelib.domain.content_html import to_html
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.form import FieldKind, Form, FormField, check_answers, missing, shown
from tests.domain.content_examples import document, paragraph, section


def field(kind: FieldKind, **more: object) -> FormField:
    return FormField("x", kind, "Campo", **more)  # type: ignore[arg-type]


TAKEN = [
    (field(FieldKind.DATE), ["2026-02-28"], ("2026-02-28",), ("28/02/2026",)),
    (field(FieldKind.DATE, minimum="2026-01-01"), ["2026-01-01"], ("2026-01-01",), ("01/01/2026",)),
    (field(FieldKind.DATE, maximum="2026-01-01"), ["2026-01-01"], ("2026-01-01",), ("01/01/2026",)),
    (field(FieldKind.MONEY), ["1234567.5"], ("1234567.50",), ("R$ 1.234.567,50",)),
    (field(FieldKind.MONEY), ["-3"], ("-3.00",), ("R$ -3,00",)),
    (field(FieldKind.INTEGER, minimum="1", maximum="200"), ["200"], ("200",), ("200",)),
    (field(FieldKind.DECIMAL), ["0.125"], ("0.125",), ("0,125",)),
    (field(FieldKind.TEXT), ["  Rua  Guarani "], ("  Rua  Guarani",), ("  Rua  Guarani",)),
    (field(FieldKind.LONG_TEXT), ["", "um", "", "dois", ""], ("um", "", "dois"), ("um", "", "dois")),
    (field(FieldKind.MASKED, mask="(99) A9"), ["(12) Z7"], ("(12) Z7",), ("(12) Z7",)),
    (field(FieldKind.LIST, options=("a", "b")), ["b"], ("b",), ("b",)),
    (field(FieldKind.OPTIONS, options=("a", "b", "c")), ["c", "a"], ("a", "c"), ("a", "c")),
    (field(FieldKind.FLAG), ["true"], ("true",), ("Sim",)),
    (field(FieldKind.FLAG), ["false"], (), ("Não",)),
    (field(FieldKind.TEXT), [""], (), ()),
]  # fmt: skip

REFUSED = [
    (field(FieldKind.DATE), ["2026-02-29"], "informe uma data válida"),
    (field(FieldKind.DATE, minimum="2026-01-02"), ["2026-01-01"], "a partir de 02/01/2026"),
    (field(FieldKind.DATE, maximum="2026-01-02"), ["2026-01-03"], "até 02/01/2026"),
    (field(FieldKind.INTEGER), ["1.5"], "número inteiro"),
    (field(FieldKind.INTEGER), ["1e9"], "informe um número"),
    (field(FieldKind.INTEGER), ["٣"], "informe um número"),
    (field(FieldKind.INTEGER, minimum="1"), ["0"], "no mínimo 1"),
    (field(FieldKind.INTEGER, maximum="1000"), ["1001"], "no máximo 1.000"),
    (field(FieldKind.MONEY), ["1.999"], "2 casas"),
    (field(FieldKind.TEXT, longest=3), ["abcd"], "no máximo 3"),
    (field(FieldKind.TEXT), ["a", "b"], "uma resposta só"),
    (field(FieldKind.LONG_TEXT), ["x"] * 201, "longa demais"),
    (field(FieldKind.LONG_TEXT), ["x" * 2001], "longa demais"),
    (field(FieldKind.MASKED, mask="99.9"), ["1234"], "use o formato 99.9"),
    (field(FieldKind.LIST, options=("a", "b")), ["c"], "entre as opções"),
    (field(FieldKind.OPTIONS, options=("a", "b")), ["a", "c"], "entre as opções"),
    (field(FieldKind.FLAG), ["talvez"], "marque ou desmarque"),
]


@pytest.mark.parametrize(("asked", "given", "kept", "read"), TAKEN)
def test_answer_is_kept_in_one_form_and_read_in_another(asked, given, kept, read):
    answers = check_answers(Form((asked,)), {"x": given})
    assert answers == {"x": kept}
    assert shown(asked, kept) == read


@pytest.mark.parametrize(("asked", "given", "said"), REFUSED)
def test_answer_that_its_field_does_not_take_is_refused_in_words(asked, given, said):
    with pytest.raises(InvalidRequest) as refused:
        check_answers(Form((asked,)), {"x": given})
    (error,) = refused.value.errors
    assert (error.field, error.code) == ("answers.x", "invalid_answer")
    assert said in error.message


def test_every_wrong_answer_is_told_at_once_and_unknown_fields_are_refused():
    form = Form((FormField("a", FieldKind.DATE, "A"), FormField("b", FieldKind.INTEGER, "B")))
    with pytest.raises(InvalidRequest) as refused:
        check_answers(form, {"a": ["ontem"], "b": ["dois"], "c": ["?"]})
    assert {error.field for error in refused.value.errors} == {"answers.a", "answers.b", "answers.c"}


TREE = Form(
    (
        FormField("info", FieldKind.NOTE, "Leia antes."),
        FormField("onde", FieldKind.TEXT, "Onde", required=True),
        FormField("risco", FieldKind.FLAG, "Há risco", required=True),
    )
)
TEMPLATE = contents.parse(document(section("body", paragraph("vazio")), section("signature", locked=True)))


def test_mandatory_answer_may_wait_but_the_form_is_not_complete_without_it():
    answers = check_answers(TREE, {"onde": ["Itaguá"]})
    assert missing(TREE, answers) == ("Há risco",)
    assert not is_complete(with_answers(TEMPLATE, TREE, answers))
    assert is_complete(with_answers(TEMPLATE, TREE, {**answers, "risco": ("true",)}))
    assert is_complete(TEMPLATE)


def test_answers_are_content_and_come_back_from_it():
    filled = with_answers(TEMPLATE, TREE, {"onde": ("<b>Itaguá</b>",), "risco": ("true",)})
    assert contents.parse(filled.tree) == filled
    assert answers_of(filled) == {"onde": ("<b>Itaguá</b>",), "risco": ("true",)}
    assert answers_of(TEMPLATE) is None
    assert contents.plain_text(filled) == "Leia antes.\nOnde: <b>Itaguá</b>\nHá risco: Sim"
    html = to_html(filled)
    assert '<th scope="row"><p class="left">Onde</p></th><td><p class="left">&lt;b&gt;Itaguá&lt;/b&gt;</p></td>' in html
    assert '<td colspan="2"><p class="left">Leia antes.</p></td>' in html


def test_form_is_answered_never_written():
    filled = with_answers(TEMPLATE, TREE, {"onde": ("Itaguá",)})
    changed = with_answers(TEMPLATE, TREE, {"onde": ("Centro",)})
    with pytest.raises(Refused, match="fixada pelo modelo"):
        contents.check_fixed(contents.fixed_marks(filled), changed)
    loose = filled.tree | {"content": [filled.tree["content"][0] | {"attrs": {"role": "body"}}]}
    with pytest.raises(contents.ContentRefused, match="ninguém escreve"):
        contents.parse(loose)
