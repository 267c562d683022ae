"""Real documents, made by real programs, kept in .build/documents: `document("pdf")` is a file's path."""

import pathlib
import shutil
import subprocess
import tarfile
import tempfile

from site_copy import CHECKOUT

CACHE = CHECKOUT / ".build" / "documents"
CONVERT = "/usr/bin/convert"
KINDS = ("pdf", "jpg", "png", "tiff", "docx", "doc")


def document(kind: str) -> pathlib.Path:
    """A small valid document of one of KINDS."""
    return kept(f"letter.{kind}", _MAKERS[kind])


def bytes_of(kind: str) -> bytes:
    return document(kind).read_bytes()


def smallest_pdf(trailer: bytes = b"", comment: bytes = b"") -> bytes:
    """A PDF without a page; `trailer` adds to its trailer, and `comment` is a line that means nothing."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + (b"%" + comment + b"\n" if comment else b"")
    return (body + b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Size 2" + trailer
            + b">>\nstartxref\n%d\n%%%%EOF\n" % len(body))


def large_jpeg(size: int) -> pathlib.Path:
    """A photograph of at least `size` bytes, and no more than a fifth above it."""
    return kept(f"photograph-{size}.jpg", lambda target: _photograph(size, target))


def kept(name: str, make) -> pathlib.Path:
    """The file of that name, which `make` writes when it is first needed."""
    target = CACHE / name
    if not target.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
            made = pathlib.Path(scratch) / name
            make(made)
            made.rename(target)
    return target


def _run(*command) -> None:
    subprocess.run([str(word) for word in command], check=True, stdin=subprocess.DEVNULL, capture_output=True)


def _picture(target: pathlib.Path) -> None:
    _run(CONVERT, "-size", "620x877", "xc:white", "-fill", "black", "-draw", "line 60,120 560,120",
         "-draw", "rectangle 60,160 400,170", "-draw", "rectangle 60,200 500,210",
         "-type", "TrueColor", "-depth", "8", target)


def _pdf(target: pathlib.Path) -> None:
    # Not by ImageMagick: Debian's policy forbids it to write PDF.
    page = target.with_name("page.tif")
    _picture(page)
    _run("tiff2pdf", "-z", "-o", target, page)


def _tiff(target: pathlib.Path) -> None:
    pages = [target.with_name(f"page{number}.tif") for number in (1, 2)]
    for page in pages:
        _picture(page)
    _run("tiffcp", "-c", "lzw", *pages, target)


def _photograph(size: int, target: pathlib.Path) -> None:
    # Noise does not compress: the size of the file follows the number of pixels.
    side = 256
    while True:
        _run(CONVERT, "-seed", "1", "-size", f"{side}x{side}", "xc:gray", "+noise", "Random", "-quality", "92", target)
        if target.stat().st_size >= size:
            return
        side = max(side + 8, int(side * (size * 1.02 / target.stat().st_size) ** 0.5))


def _docx(target: pathlib.Path) -> None:
    import docx  # python-docx, from the virtual environment

    letter = docx.Document()
    letter.add_heading("درخواست", 1)
    letter.add_paragraph("با سلام و احترام، خواهشمند است دستور فرمایید رسیدگی شود.")
    letter.save(target)


def _doc(target: pathlib.Path) -> None:
    # A document that Word itself has written: the sample in the sources of Debian's antiword.
    folder = target.parent
    (folder / "lists" / "partial").mkdir(parents=True)
    (folder / "src.list").write_text(_source_lines())
    apt = ["apt-get", "-qq", "-o", f"Dir::Etc::SourceList={folder}/src.list", "-o", "Dir::Etc::SourceParts=-",
           "-o", f"Dir::State::Lists={folder}/lists", "-o", "APT::Sandbox::User=root"]
    subprocess.run([*apt, "update"], check=True, cwd=folder, capture_output=True)
    subprocess.run([*apt, "source", "--download-only", "antiword"], check=True, cwd=folder, capture_output=True)
    (archive,) = folder.glob("antiword_*.orig.tar.gz")
    with tarfile.open(archive) as sources:
        member = next(one for one in sources.getnames() if one.endswith("Docs/testdoc.doc"))
        with sources.extractfile(member) as sample, target.open("wb") as output:
            shutil.copyfileobj(sample, output)


def _source_lines() -> str:
    """The machine's own package sources, as lines for sources; not every mirror has those of security updates."""
    found = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"],
        check=True, capture_output=True, text=True).stdout.split("\n")
    return "".join(f"deb-src {line} main\n" for line in sorted(set(found)) if line.strip() and "-security" not in line)


_MAKERS = {"pdf": _pdf, "jpg": _picture, "png": _picture, "tiff": _tiff, "docx": _docx, "doc": _doc}
