"""Documents that are refused, each with one fault; made from whole ones by real programs where there are such."""

import io
import struct
import subprocess
import zipfile
import zlib

from documents import bytes_of, document, kept, smallest_pdf


def cut(kind: str) -> bytes:
    """A document whose upload or copy broke off."""
    whole = bytes_of(kind)
    return whole[: len(whole) * 2 // 3]


def locked_pdf() -> bytes:
    """A PDF with a password, by qpdf."""
    def make(target):
        subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", document("pdf"), target], check=True)

    return kept("locked.pdf", make).read_bytes()


def huge_png() -> bytes:
    """A black picture of 10,001 × 10,000 pixels, which ImageMagick refuses to make: 13 KB that unpack to 12 MB."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 10_001, 10_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(10_000 * (1 + 10_001 // 8 + 1)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def docx_with(more: dict[str, bytes]) -> bytes:
    """The whole DOCX with some parts added or replaced."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes_of("docx"))) as whole, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            if name not in more:
                archive.writestr(name, whole.read(name))
        for name, data in more.items():
            archive.writestr(name, data)
    return result.getvalue()


def docx_with_macros() -> bytes:
    return docx_with({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def docx_with_remote_template() -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relationships = (f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                     f'Type="{kind}" Target="https://example.org/letter.dotm" TargetMode="External"/></Relationships>')
    return docx_with({"word/_rels/settings.xml.rels": relationships.encode()})


def docx_bomb() -> bytes:
    return docx_with({"word/media/image.bmp": bytes(200 * 1_048_576)})


def docx_of_many_parts() -> bytes:
    return docx_with({f"word/media/{number}": b"" for number in range(2_001)})


def doc_with_macros() -> bytes:
    """The whole DOC with one entry of its directory renamed to the storage of macros."""
    name = "\x01CompObj".encode("utf-16-le")
    whole = bytes_of("doc")
    assert whole.count(name) == 1
    macros = "Macros".encode("utf-16-le")
    place = whole.index(name)
    renamed = macros + bytes(64 - len(macros)) + struct.pack("<H", len(macros) + 2)
    return whole[:place] + renamed + whole[place + 66:]


def page_in_front() -> bytes:
    """A web page that is a PDF too."""
    return b"<html><script>alert(1)</script>" + smallest_pdf()


def archive_behind() -> bytes:
    """A photograph that is an archive too."""
    return bytes_of("jpg") + docx_with({})


def cases() -> list[tuple[str, tuple[str, bytes], int, str]]:
    """What it is, the file, the status of the answer and words of the sentence."""
    return [
        *((f"a cut {kind}", (f"نامه.{kind}", cut(kind)), 400, "آسیب دیده") for kind in ("pdf", "jpg", "png", "tiff", "doc", "docx")),
        ("a PDF with a password", ("letter.pdf", locked_pdf()), 400, "با رمز قفل شده"),
        ("a DOCX with macros", ("letter.docx", docx_with_macros()), 400, "ماکرو"),
        ("a DOC with macros", ("letter.doc", doc_with_macros()), 400, "ماکرو"),
        ("a DOCX with a template from elsewhere", ("letter.docx", docx_with_remote_template()), 400, "از رایانهٔ دیگری"),
        ("a picture of too many pixels", ("photo.png", huge_png()), 400, "میلیون پیکسل"),
        ("a DOCX that unpacks to too much", ("letter.docx", docx_bomb()), 400, "پس از باز شدن"),
        ("a DOCX of too many parts", ("letter.docx", docx_of_many_parts()), 400, "۲۰۰۰ بخش"),
        ("a photograph with an archive behind it", ("photo.jpg", archive_behind()), 400, "نامعمول"),
        ("a web page in front of a PDF", ("letter.pdf", page_in_front()), 415, "نوع‌های پذیرفته"),
    ]

