"""Small official letters, and the strategies that draw any document the vocabulary allows."""

from hypothesis import strategies as st

from chalicelib.domain.content_schema import PARAGRAPH_STYLES, SECTION_ROLES, VARIABLES


def text(value, *marks):
    return {"type": "text", "text": value, **({"marks": [{"type": mark} for mark in marks]} if marks else {})}


def variable(name, value=None):
    return {"type": "variable", "attrs": {"name": name, "value": value}}


def paragraph(*inline, style="body"):
    children = [text(item) if isinstance(item, str) else item for item in inline]
    return {"type": "paragraph", "attrs": {"style": style}, "content": children}


def heading(value, level=1, anchor=None):
    attributes = {"level": level, **({"anchor": anchor} if anchor else {})}
    return {"type": "heading", "attrs": attributes, "content": [text(value) if isinstance(value, str) else value]}


def anchored(node, anchor):
    return {**node, "attrs": {**node["attrs"], "anchor": anchor}}


def footnote(*inline):
    return {"type": "footnote", "content": [text(item) if isinstance(item, str) else item for item in inline]}


def reference(target, value=None):
    return {"type": "crossReference", "attrs": {"target": target, "value": value}}


CONTENTS = {"type": "tableOfContents"}


def section(role, *blocks, locked=False, dynamic=False):
    return {
        "type": "section",
        "attrs": {"role": role, "locked": locked, "dynamic": dynamic},
        "content": list(blocks),
    }


def document(*sections):
    return {"schema": 1, "type": "doc", "content": list(sections)}


def letter(*body):
    return document(
        section("header", paragraph(variable("orgao_nome"), style="center"), locked=True, dynamic=True),
        section(
            "title", paragraph("Ofício nº ", variable("documento_numero_tipo"), style="title"), locked=True
        ),
        section("body", *(body or (paragraph("Senhor Secretário,"),))),
        section("signature", paragraph(variable("usuario_nome"), style="center")),
    )


def _broken(lines):
    """The lines of a note with a break between them."""
    return [part for line in lines for part in ({"type": "hardBreak"}, line)][1:]


any_text = st.text(alphabet=st.characters(), min_size=1, max_size=30)
_mark_names = ["bold", "italic", "underline", "strike", "subscript", "superscript"]
_marks = st.lists(st.sampled_from(_mark_names), unique=True, max_size=3).map(
    lambda names: [{"type": name} for name in names]
)
_anchors = st.sampled_from(["aaaaaa", "bbbbbb", "cccccc"])
_inline = st.one_of(
    st.builds(lambda value, marks: {"type": "text", "text": value, "marks": marks}, any_text, _marks),
    st.just({"type": "hardBreak"}),
    st.builds(variable, st.sampled_from(sorted(VARIABLES)), st.none() | any_text),
    st.builds(
        lambda number: {"type": "documentReference", "attrs": {"number": str(number)}},
        st.integers(1_000_000, 9_999_999),
    ),
    st.builds(
        lambda n: {"type": "processReference", "attrs": {"number": f"3555406.{n:06d}/2026-19"}},
        st.integers(1, 999_999),
    ),
    st.builds(lambda lines: footnote(*_broken(lines)), st.lists(any_text, max_size=2)),
    st.builds(reference, _anchors, st.none() | any_text),
)
paragraphs = st.builds(
    lambda inline, style: paragraph(*inline, style=style),
    st.lists(_inline, max_size=4),
    st.sampled_from(PARAGRAPH_STYLES),
)


def _cell(kind, blocks, columns, rows):
    return {"type": kind, "attrs": {"colspan": columns, "rowspan": rows}, "content": blocks}


_leaves = st.one_of(
    paragraphs,
    st.builds(
        lambda inline, level: {"type": "heading", "attrs": {"level": level}, "content": inline},
        st.lists(_inline, max_size=2),
        st.integers(1, 4),
    ),
    st.builds(anchored, paragraphs, _anchors),
    st.just({"type": "horizontalRule"}),
    st.builds(
        lambda alt, width: {"type": "image", "attrs": {"upload": "u" * 26, "alt": alt, "width": width}},
        any_text,
        st.integers(10, 100),
    ),
)


def _containers(blocks):
    some = st.lists(blocks, min_size=1, max_size=2)
    item = st.builds(
        lambda first, rest: {"type": "listItem", "content": [first, *rest]},
        paragraphs,
        st.lists(blocks, max_size=1),
    )
    cells = st.builds(
        _cell, st.sampled_from(["tableHeader", "tableCell"]), some, st.integers(1, 3), st.integers(1, 3)
    )
    rows = st.lists(cells, max_size=3).map(lambda content: {"type": "tableRow", "content": content})
    return st.one_of(
        some.map(lambda content: {"type": "blockquote", "content": content}),
        st.lists(item, min_size=1, max_size=2).map(
            lambda content: {"type": "bulletList", "content": content}
        ),
        st.builds(
            lambda content, start: {"type": "orderedList", "attrs": {"start": start}, "content": content},
            st.lists(item, min_size=1, max_size=2),
            st.integers(0, 20),
        ),
        st.lists(rows, min_size=1, max_size=3).map(lambda content: {"type": "table", "content": content}),
    )


blocks = st.recursive(_leaves, _containers, max_leaves=6)
documents = st.lists(
    st.builds(
        lambda role, content, locked, dynamic: section(role, *content, locked=locked, dynamic=dynamic),
        st.sampled_from(SECTION_ROLES),
        st.lists(blocks | st.sampled_from([{"type": "pageBreak"}, CONTENTS]), max_size=3),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
).map(lambda sections: document(*sections))
