"""The pictures of a text and the files they are: checked at each save, taken along to another process (DOC-03)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UploadKey
from chalicelib.domain.content import Content
from chalicelib.domain.content_images import image_uploads, images_of
from chalicelib.domain.document import Document
from chalicelib.domain.upload import Upload, UploadState


def image_keys(process: str, content: Content) -> tuple[UploadKey, ...]:
    """What has to be loaded to know that the pictures are of this process."""
    return tuple(UploadKey(process, name) for name in image_uploads(content))


def use_pictures(work: Work, uploads: Iterable[Upload | None]) -> None:
    """Let the files that a text shows from now on be kept: what nobody used goes by itself. On condition that each is
    still there when the text is kept.
    """
    for one in uploads:
        if one and one.state is UploadState.ACCEPTED:
            work.put_upload(one, replace(one, state=UploadState.FILED))


def other_uploads(ports: Ports) -> Mapping[str, str]:
    """The pictures' uploads in another process, by those they came from: each drawn once, when it is first asked for,
    however often the transaction that keeps them is tried."""
    return defaultdict(ports.identifier)


def keep_pictures(ports: Ports, work: Work, document: Document, content: Content) -> None:
    """Make the pictures' files uploads of the process of ``document``."""
    for own, node in {each["attrs"]["upload"]: each["attrs"] for each in images_of(content)}.items():
        upload = Upload(
            id=own,
            process=document.process,
            unit=document.unit.id,
            user=document.author.id,
            file_name=f"imagem.{node['media_type'].rpartition('/')[2]}",
            media_type=node["media_type"],
            size=node["size"],
            sha256=node["sha256"],
            declared_at=document.created_at,
            state=UploadState.FILED,
            content_key=ports.contents.address(node["sha256"]),
        )
        work.put_upload(None, upload)
