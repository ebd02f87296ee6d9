"""The pictures of a text and the files they are: checked at each save, taken along to another process (DOC-03)."""

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UploadKey
from chalicelib.domain.content import Content
from chalicelib.domain.content_images import image_uploads, images_of, under_other_uploads
from chalicelib.domain.document import Document
from chalicelib.domain.upload import Upload, UploadState


def image_keys(process: str, content: Content) -> tuple[UploadKey, ...]:
    """What has to be loaded to know that the pictures are of this process."""
    return tuple(UploadKey(process, name) for name in image_uploads(content))


def take_along(ports: Ports, work: Work, document: Document, content: Content) -> Content:
    """The content of another document with its pictures made this process's own: same files, uploads of their own."""
    names = {name: ports.identifier() for name in image_uploads(content)}
    files = {node["attrs"]["upload"]: node["attrs"] for node in images_of(content)}
    for name, own in names.items():
        digest, media_type = files[name]["sha256"], files[name]["media_type"]
        upload = Upload(
            id=own,
            process=document.process,
            unit=document.unit.id,
            user=document.author.id,
            file_name=f"imagem.{media_type.rpartition('/')[2]}",
            media_type=media_type,
            size=files[name]["size"],
            sha256=digest,
            declared_at=document.created_at,
            state=UploadState.ACCEPTED,
            content_key=ports.contents.address(digest),
        )
        work.put_upload(None, upload)
    return under_other_uploads(content, names)
