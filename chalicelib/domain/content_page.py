"""The whole page of a document: letterhead, sections, signature stamps, in one HTML (DOC-14, DOC-15).

The page is shown inside a sandboxed frame and may also be saved: it asks nothing of the network, runs no
script, and its policy says so even where the server's headers are lost.
"""

import base64
import hashlib
from html import escape

from chalicelib.domain.content_html import HtmlWriter
from chalicelib.domain.content_sections import on_paper
from chalicelib.domain.rendition import DRAFT_NOTICE, Letterhead, RenderModel
from chalicelib.domain.signature_stamp import Run, authenticity_runs, reference_line, signature_runs
from chalicelib.domain.training import TRAINING_NOTICE

STYLESHEET = """
*{box-sizing:border-box}
html{background:#e6e8eb;color-scheme:light}
body{margin:0;color:#111;font:12pt/1.35 Carlito,Calibri,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:21cm;min-height:29.7cm;margin:0 auto;padding:2cm 1.8cm 2cm 3cm;background:#fff;
overflow-wrap:break-word}
p,h1,h2,h3,h4,h5,ul,ol,blockquote,.table{margin:0 0 .5em}
h1,h2,h3,h4,h5{font-size:1em;font-weight:700;line-height:1.3;margin-top:1em;break-after:avoid}
.body{text-align:justify;text-indent:2.5cm}
li .body,td .body,th .body,blockquote .body{text-indent:0;text-align:left}
.justified,.numbered,.item{text-align:justify}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
.title{text-align:center;font-size:1.08em;font-weight:700;text-transform:none;margin:1em 0}
.subtitle{text-align:center;font-weight:700}
.citation,blockquote{margin-left:4cm;font-size:.92em;text-align:justify}
blockquote .citation{margin-left:0}
.item{margin-left:2.5cm;padding-left:.8cm;text-indent:-.8cm}
.numbered .label{min-width:.9cm}.item .label{min-width:.8cm;text-indent:0}
.article,.clause,.sole_clause,.inciso{text-align:justify;text-indent:2.5cm}
.article .label,.clause .label,.sole_clause .label,.inciso .label{text-indent:0}
.note{font-size:.84em}
.figure_caption,.table_caption{text-align:center;font-size:.92em;break-after:avoid}
.note-call{font-size:.75em}
.notes{margin-top:1.2em;padding-top:.4em;border-top:1px solid #8a929b;font-size:.84em}
.notes ol{padding-left:1cm}.notes .back{font-size:.92em}
.contents-title{font-weight:700;text-align:center}
.contents ul{list-style:none;padding:0}.contents li{margin-bottom:.25em}
.contents-2{padding-left:.8cm}.contents-3{padding-left:1.6cm}.contents-4,.contents-5{padding-left:2.4cm}
.heading-1{font-size:1.08em}.heading-3{font-style:italic}.heading-4{font-weight:400;font-style:italic}
.label{display:inline-block}
sup,sub{line-height:0}
ul,ol{padding-left:1.6cm}li p{margin-bottom:.2em}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%}
td,th{border:1px solid #333;padding:3pt 5pt;vertical-align:top;text-align:left}
th{background:#eceff2;font-weight:700}
td p:last-child,th p:last-child{margin-bottom:0}
.picture{text-align:center;text-indent:0}.picture img{max-width:100%;height:auto}
hr{border:0;border-top:1px solid #333;margin:.8em 0}
.page-break{break-after:page;border-top:1px dashed #8a929b;margin:1.2em 0}
td .page-break,blockquote .page-break{display:none}
a{color:#0b4a8f}
.unresolved{background:#fff1b8;outline:1px dashed #8a6100}
.letterhead{text-align:center;margin-bottom:1em}
.letterhead img{display:block;height:2.2cm;max-width:6cm;margin:0 auto .3em}
.letterhead p,.section-header p{margin:0;text-align:center;text-indent:0}
.letterhead p:first-of-type,.section-header p:first-child{font-weight:700}
.section-header{margin-bottom:1.2em}
.section-footer{margin-top:1.5em;padding-top:.4em;border-top:1px solid #8a929b;font-size:.8em;
text-align:center}
.section-footer p{text-align:center;text-indent:0;margin:0}
.section-closing,.section-signature{break-inside:avoid}
.section-signature{margin-top:2.2em}
.section-signature p{text-indent:0;margin-bottom:.1em}
.draft{border:1.5px solid #9c1c1c;color:#9c1c1c;text-align:center;font-weight:700;padding:.3em;margin:0 0 1em}
.stamps{margin:1.4em 0 0;font-size:.86em;break-inside:avoid}
.stamp{display:flex;gap:.9em;align-items:center;border-top:1px solid #333;padding:.6em 0;margin:0}
.stamp:last-child{border-bottom:1px solid #333}
.stamp .mark{flex:none;width:2cm;text-align:center;font-weight:700;font-size:.85em;line-height:1.15;
color:#0b4a8f}
.stamp img{flex:none;width:2cm;height:2cm}
.stamp p{margin:0}
.origin{margin-top:.8em;font-size:.82em;color:#444}
@media (max-width:40em){main{padding:1rem}.body{text-indent:1.2cm}.citation,blockquote,.item{margin-left:1cm}}
@media print{html{background:#fff}main{max-width:none;min-height:0;padding:0}.page-break{border:0;margin:0}
@page{size:A4;margin:2cm 1.5cm 2cm 3cm}}
""".strip()

_STYLE_DIGEST = base64.b64encode(hashlib.sha256(STYLESHEET.encode()).digest()).decode()
POLICY = "; ".join(
    (
        "default-src 'none'",
        "img-src data:",
        f"style-src 'sha256-{_STYLE_DIGEST}'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def page(model: RenderModel, *, qr_code: bytes | None = None) -> str:
    """A complete HTML page in pt-BR. ``qr_code`` is an SVG of the authenticity link."""
    title = escape(f"{model.title} ({model.document_number})" if model.document_number else model.title)
    return (
        '<!doctype html><html lang="pt-BR"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{title}</title><style>{STYLESHEET}</style></head><body><main>"
        f"{_notice(model)}{_letterhead(model)}{_sections(model, qr_code)}{_origin(model)}{_training(model)}"
        "</main></body></html>"
    )


def _notice(model: RenderModel) -> str:
    draft = f'<p class="draft">{DRAFT_NOTICE}</p>' if model.draft else ""
    return _training(model) + draft


def _training(model: RenderModel) -> str:
    """At the head and at the foot: part of what is signed, like the rest of the page."""
    return f'<p class="draft">{TRAINING_NOTICE}</p>' if model.training else ""


def _letterhead(model: RenderModel) -> str:
    letterhead = model.letterhead
    image = _coat_of_arms(letterhead)
    lines = "" if model.has_header_section else "".join(f"<p>{escape(line)}</p>" for line in letterhead.lines)
    return f'<div class="letterhead">{image}{lines}</div>' if image or lines else ""


def _coat_of_arms(letterhead: Letterhead) -> str:
    if not letterhead.coat_of_arms:
        return ""
    address = data_address(letterhead.coat_of_arms, letterhead.coat_of_arms_type)
    return f'<img src="{address}" alt="{escape(letterhead.alternative_text)}">'


def _sections(model: RenderModel, qr_code: bytes | None) -> str:
    pictures = {key: data_address(each.data, each.media_type) for key, each in model.pictures.items()}
    writer = HtmlWriter(model.content, model.site, pictures)
    before: list[str] = []
    footers: list[str] = []
    stamps = _stamps(model, qr_code)
    for section in on_paper(model.content.sections):
        role = section["attrs"]["role"]
        (footers if role == "footer" else before).append(writer.section(section))
        if role == "signature" and stamps:
            before.append(stamps)
            stamps = ""
    return "".join((*before, stamps, writer.notes(), *footers))


def _stamps(model: RenderModel, qr_code: bytes | None) -> str:
    mark = '<span class="mark" aria-hidden="true">assinatura eletrônica</span>'
    stamps = [_stamp(mark, signature_runs(stamp, model.founding_norm)) for stamp in model.signatures]
    if model.authenticity and not model.draft:
        code = ""
        if qr_code:
            address = data_address(qr_code, "image/svg+xml")
            code = f'<img src="{address}" alt="Código QR para conferir a autenticidade deste documento">'
        stamps.append(_stamp(code, authenticity_runs(model.authenticity)))
    return f'<div class="stamps">{"".join(stamps)}</div>' if stamps else ""


def _stamp(side: str, runs: tuple[Run, ...]) -> str:
    text = "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
    return f'<div class="stamp">{side}<p>{text}</p></div>'


def _origin(model: RenderModel) -> str:
    if not model.document_number:
        return ""
    return f'<p class="origin">{escape(reference_line(model.process_nup, model.document_number))}</p>'


def data_address(image: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(image).decode()}"
