"""The corpus: hostile files of every kind that city halls are sent, each with the reason it must be refused for."""

import io
import os
import zipfile

import pikepdf

from tests.adapters.inspection.files import (
    archive,
    deflated,
    docx,
    odt,
    page_with_stream,
    pdf,
    picture,
    png_header,
    raw_pdf,
    raw_stream,
    xlsx,
)

JAVASCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def _with_root(**entries):
    def change(document):
        for key, value in entries.items():
            document.Root[f"/{key}"] = value

    return change


def _attach(document):
    document.attachments["nota.exe"] = b"MZ"


def _launch_from_a_link(document):
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])


def _film(document):
    film = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.RichMedia, Rect=[0, 0, 9, 9])
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(film)])


def _symlink():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        entry = zipfile.ZipInfo("atalho.txt")
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, "/etc/passwd")
    return out.getvalue()


def _locked_zip():
    data = bytearray(archive({"a.txt": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    return bytes(data)


def _lying_size():
    """A directory that says the entry is small, over data that is not."""
    data = bytearray(archive({"a.txt": bytes(40 << 20)}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def _action(kind):
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), F=pikepdf.String("https://golpe.example"))


def _attach_to_a_note(document):
    file = pikepdf.AttachedFileSpec(document, b"MZ", filename="nota.exe")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=file.obj
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


DDE_FIELD = (
    '<w:p><w:instrText xml:space="preserve"> DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:p>'
)
DDE_LINK = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
ODF_DDE = '<office:styles><text:dde-connection-decl office:dde-application="cmd"/></office:styles>'
ODF_LISTENER = '<office:styles><script:event-listener script:event-name="dom:load"/></office:styles>'
REMOTE_TEMPLATE = (
    '<Relationships><Relationship Id="r" TargetMode="External" Target="https://golpe.example/a.dotm" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
DEEP = b"[" * 20_000 + b"]" * 20_000

HOSTILE = [
    # name, bytes, reason
    ("vazio.pdf", b"", "empty_file"),
    ("programa.exe", b"MZ" + bytes(100), "extension_not_allowed"),
    ("pagina.html", b"<script>alert(1)</script>", "extension_not_allowed"),
    ("desenho.svg", b"<svg onload='alert(1)'/>", "extension_not_allowed"),
    ("sem_extensao", b"abc", "extension_not_allowed"),
    ("nota.pdf.exe", pdf(), "extension_not_allowed"),
    ("../../etc/nota.pdf", pdf(), "name_not_allowed"),
    ("nota\u202efdp.pdf", pdf(), "name_not_allowed"),
    ("programa.pdf", b"MZ\x90\x00" + bytes(1000), "type_mismatch"),
    ("deslocado.pdf", b"<html>" + pdf(), "type_mismatch"),
    ("foto.png", picture("JPEG"), "type_mismatch"),
    ("foto.jpg", pdf(), "type_mismatch"),
    ("dois_em_um.pdf", pdf() + archive({"a.txt": "x"}), "type_mismatch"),
    ("dois_em_um.png", picture() + archive({"a.txt": "x"}), "type_mismatch"),
    ("carta.docx", xlsx(), "type_mismatch"),
    ("carta.odt", docx(), "type_mismatch"),
    ("carta.docx.pdf", docx(), "type_mismatch"),
    ("som.mp3", b"MZ" + bytes(500), "type_mismatch"),
    ("pagina.txt", b"  <!DOCTYPE html><script>alert(1)</script>", "type_mismatch"),
    ("programa.txt", b"\x7fELF" + bytes(500), "type_mismatch"),
    ("binario.csv", bytes(range(256)), "not_text"),
    ("largo.txt", "çã".encode("utf-16"), "not_text"),
    ("cortado.pdf", pdf(3)[:-200], "damaged"),
    ("lixo.pdf", b"%PDF-1.7\n" + os.urandom(20_000) + b"\n%%EOF", "damaged"),
    ("sem_paginas.pdf", raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), "damaged"),
    ("circular.pdf", raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), "damaged"),
    ("com_senha.pdf", pdf(encryption=pikepdf.Encryption(owner="dono", user="senha")), "protected_pdf"),
    ("restrito.pdf", pdf(encryption=pikepdf.Encryption(owner="dono", user="")), "protected_pdf"),
    ("comandos.pdf", pdf(change=_with_root(OpenAction=JAVASCRIPT)), "active_pdf"),
    (
        "comandos_escondidos.pdf",
        pdf(
            change=_with_root(OpenAction=JAVASCRIPT),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        ),
        "active_pdf",
    ),
    (
        "nome_disfarcado.pdf",
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ),
        "active_pdf",
    ),
    ("dispara.pdf", pdf(change=_launch_from_a_link), "active_pdf"),
    ("filme.pdf", pdf(change=_film), "active_pdf"),
    (
        "formulario.pdf",
        pdf(change=_with_root(AcroForm=pikepdf.Dictionary(XFA=pikepdf.String("<xdp/>")))),
        "active_pdf",
    ),
    ("anotacao_com_arquivo.pdf", pdf(change=_attach_to_a_note), "files_inside_pdf"),
    ("manda_dados.pdf", pdf(change=_with_root(OpenAction=_action("SubmitForm"))), "active_pdf"),
    ("pula_para_anexo.pdf", pdf(change=_with_root(OpenAction=_action("GoToE"))), "active_pdf"),
    ("ao_fechar.pdf", pdf(change=_with_root(AA=pikepdf.Dictionary(WC=JAVASCRIPT))), "active_pdf"),
    ("anexo.pdf", pdf(change=_attach), "files_inside_pdf"),
    ("bomba.pdf", page_with_stream(raw_stream(deflated(300), b"/Filter/FlateDecode")), "bomb"),
    (
        "bomba_dupla.pdf",
        page_with_stream(raw_stream(deflated(300, 2), b"/Filter[/FlateDecode/FlateDecode]")),
        "bomb",
    ),
    (
        "bomba_de_imagem.pdf",
        page_with_stream(
            raw_stream(b"x", b"/Type/XObject/Subtype/Image/Width 90000/Height 90000/Filter/DCTDecode")
        ),
        "bomb",
    ),
    (
        "muitos_objetos.pdf",
        raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>", size=90_000_000),
        "bomb",
    ),
    (
        "fundo.pdf",
        raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1/X " + DEEP + b">>", b"<</Type/Page>>"),
        "damaged",
    ),
    ("gigante.png", png_header(60_000, 60_000), "image_too_large"),
    ("cortada.png", picture()[:-30], "damaged"),
    ("cortada.jpg", picture("JPEG", (900, 900))[:-2500], "damaged"),
    ("quebrado.tif", b"II*\x00\xff\xff\xff\x7f", "damaged"),
    ("bomba.zip", archive({"a.txt": bytes(300 << 20)}), "bomb"),
    ("bomba.docx", docx(**{"word/media/a.bin": bytes(120 << 20)}), "bomb"),
    ("mentira.zip", _lying_size(), "damaged"),
    ("itens_demais.zip", archive([(f"{i}.txt", "x") for i in range(1001)]), "too_many_entries"),
    ("foge.zip", archive({"../../../etc/a.txt": "x"}), "unsafe_path"),
    ("foge_do_windows.zip", archive({"C:/Windows/a.txt": "x"}), "unsafe_path"),
    ("raiz.zip", archive({"/etc/a.txt": "x"}), "unsafe_path"),
    ("atalho.zip", _symlink(), "unsafe_path"),
    ("com_senha.zip", _locked_zip(), "protected_archive"),
    (
        "embrulhado.zip",
        archive({"pasta/comandos.pdf": pdf(change=_with_root(OpenAction=JAVASCRIPT))}),
        "active_pdf",
    ),
    ("macros_embrulhadas.zip", archive({"a.docx": docx(**{"word/vbaProject.bin": "x"})}), "macros"),
    ("disfarce_embrulhado.zip", archive({"nota.pdf": b"MZ" + bytes(999)}), "type_mismatch"),
    (
        "senha_embrulhada.zip",
        archive({"a.pdf": pdf(encryption=pikepdf.Encryption(owner="a", user="b"))}),
        "protected_pdf",
    ),
    ("bomba_embrulhada.zip", archive({"a.png": png_header(60_000, 60_000)}), "image_too_large"),
    (
        "foto_e_pdf.jpg",
        picture("JPEG")[:2] + b"\xff\xfe\x00\x09%PDF-1." + picture("JPEG")[2:],
        "type_mismatch",
    ),
    (
        "programa_embutido.docx",
        docx(**{"word/embeddings/oleObject1.bin": bytes(300_000) + "\x01Ole10Native".encode("utf-16-le")}),
        "file_inside_not_allowed",
    ),
    ("planilha_com_macros_embutida.docx", docx(**{"word/embeddings/a.xlsm": "PK"}), "macros"),
    ("som_e_pacote.mp3", b"ID3\x04\x00\x00" + bytes(600) + archive({"a.txt": "x"}), "type_mismatch"),
    ("programa.zip", archive({"instala.exe": "MZ"}), "file_inside_not_allowed"),
    ("boneca.zip", archive({"outro.zip": "PK"}), "file_inside_not_allowed"),
    ("macros.docx", docx(**{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "macros"),
    ("comando_no_campo.docx", docx(**{"word/a.xml": DDE_FIELD}), "macros"),
    ("comando_na_celula.xlsx", xlsx(**{"xl/externalLinks/a.xml": DDE_LINK}), "macros"),
    ("comando_no_texto.odt", odt(**{"styles.xml": ODF_DDE}), "macros"),
    ("ouvinte.odt", odt(**{"styles.xml": ODF_LISTENER}), "macros"),
    ("macros.odt", odt(**{"Basic/Standard/a.xml": "<script/>"}), "macros"),
    ("entidades.docx", docx(**{"word/a.xml": ENTITIES}), "unsafe_xml"),
    ("entidades_largas.docx", docx(**{"word/a.xml": ENTITIES.encode("utf-16")}), "unsafe_xml"),
    ("modelo_remoto.docx", docx(**{"word/_rels/settings.xml.rels": REMOTE_TEMPLATE}), "remote_content"),
    ("cortado.docx", docx()[:-40], "damaged"),
]
