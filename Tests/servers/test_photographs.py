"""Several photographs of the pages of one letter become one document."""

import re
import subprocess

from citizen import CGI, Citizen
from client import Client
from digits import latin_digits
from documents import bytes_of, large_jpeg
from PIL import Image
from photographs import as_seen, checked_pages, difference, jpeg, page, png
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

MIB = 1024 * 1024


def signed_in(portal: Portal) -> Citizen:
    citizen = Citizen(portal)
    citizen.log_in()
    return citizen


def document_of(portal: Portal, citizen: Citizen, photographs: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """Sends them as the pages of one letter; answers with its id and with its document, which must be well made."""
    letter, receipt = citizen.register_letter(letter=photographs, attachment=("a.pdf", bytes_of("pdf")))
    expect(f"{len(photographs)} عکس به همین ترتیب یک سند شد" in latin_digits(receipt.text), receipt.text)
    english = Client(portal.address, dict(citizen.client.cookies)).get(f"{CGI}/letters/{letter}/receipt?lang=en").text
    expect(f"{len(photographs)} photographs became one document" in english, "the English receipt")
    expect_equal(len(re.findall(r'href="[^"]*/documents/\d+"', receipt.text)), 2, "documents on the receipt")
    document = citizen.client.get(f"{CGI}/letters/{letter}/documents/1")
    expect_equal((document.status, document.headers["Content-Type"]), (200, "application/pdf"))
    expect(".pdf" in document.headers["Content-Disposition"], document.headers["Content-Disposition"])
    attachment = citizen.client.get(f"{CGI}/letters/{letter}/documents/2")
    expect(attachment.body == bytes_of("pdf"), "the attachment came back changed")
    return letter, document.body


def expect_pages(document: bytes, photographs: list[tuple[str, bytes]], tolerance: float = 6) -> None:
    pages = checked_pages(document)
    expect_equal(len(pages), len(photographs), "pages")
    for shown, (name, content) in zip(pages, photographs):
        wanted = as_seen(content)
        expect(abs(shown.width / shown.height - wanted.width / wanted.height) < 0.02, f"{name}: {shown.size} for {wanted.size}")
        distance = difference(shown, wanted)
        expect(distance < tolerance, f"the page of {name} is not its photograph: {distance:.1f}")


@test("Photographs of all eight Exif orientations become pages that stand upright, in the order in which they were chosen")
def orientations(portal: Portal) -> None:
    # What the sensor saw of an upright page that is held so.
    stored = {1: [], 2: [Image.Transpose.FLIP_LEFT_RIGHT], 3: [Image.Transpose.ROTATE_180], 4: [Image.Transpose.FLIP_TOP_BOTTOM],
              5: [Image.Transpose.TRANSPOSE], 6: [Image.Transpose.ROTATE_90], 7: [Image.Transpose.TRANSVERSE], 8: [Image.Transpose.ROTATE_270]}
    photographs = []
    for orientation, turns in stored.items():
        image = upright = page(orientation)
        for turn in turns:
            image = image.transpose(turn)
        content = jpeg(image, orientation, progressive=orientation % 2 == 0)
        expect(difference(as_seen(content), upright) < 3, f"the sample of orientation {orientation} is wrong")
        photographs.append((f"IMG_{orientation}.jpg", content))
    citizen = signed_in(portal)
    letter, document = document_of(portal, citizen, photographs)
    expect_pages(document, photographs)
    # Turned round they are another document: the order is the citizen's.
    _, other = document_of(portal, citizen, photographs[::-1])
    expect_pages(other, photographs[::-1])
    for name, content in photographs:
        expect(content in document, f"{name} does not stand in the document as it was")
    expect(all(difference(one, page(4)) > 6 for one in checked_pages(document)[:2]), "the comparison sees no difference")
    reviewer = Staff(portal, "reviewer").signed_in()
    expect("۸ عکس" in reviewer.letter(letter).text, "the staff do not see that the document was made of photographs")
    expect(reviewer.client.get(f"{CGI}/staff/letters/{letter}/documents/1").body == document, "the staff's document")
    expect_equal(portal.left_in_incoming(), [])


@test("Grey, colour, palette and transparent PNG and grey and CMYK JPEG files become pages that look as they do")
def kinds(portal: Portal) -> None:
    faded = page(2, colours="RGBA")
    faded.putalpha(Image.linear_gradient("L").resize(faded.size))
    grey = page(3, colours="L")
    photographs = [
        ("grey.png", png(grey)), ("colour.png", png(page(1))), ("palette.png", png(page(2).quantize(16))),
        ("two.png", png(page(4, colours="1"))), ("faded.png", png(faded)), ("grey-faded.png", png(faded.convert("LA"))),
        ("opaque.png", png(page(5, colours="RGBA"))), ("grey.jpg", jpeg(grey)), ("inks.jpg", jpeg(page(5, colours="CMYK"))),
        ("deep.png", png(Image.frombytes("I;16", (64, 80), bytes(range(256)) * 40))), ("wide.jpg", jpeg(page(1, (900, 300))))]
    _, document = document_of(portal, signed_in(portal), photographs)
    # Inks have another red in each program; inverted they would be apart by far more.
    expect_pages(document, photographs, tolerance=14)


@test("Photographs that cannot be pages, other files among them, and too many are refused with a sentence, and leave nothing")
def refused(portal: Portal) -> None:
    citizen = signed_in(portal)
    good = ("good.jpg", jpeg(page(1)))
    interlaced = subprocess.run(["convert", "png:-", "-interlace", "PNG", "png:-"], input=png(page(1)), capture_output=True, check=True).stdout
    for letter, status, words in (
            ([good, ("letter.pdf", bytes_of("pdf"))], 400, "letter.pdf"), ([good, ("scan.tiff", bytes_of("tiff"))], 400, "scan.tiff"),
            ([good, ("interlaced.png", interlaced)], 400, "interlaced.png"),
            ([good, ("cut.jpg", good[1][:-40])], 400, "cut.jpg"), ([good, ("text.txt", b"text")], 415, "text.txt"),
            ([good] * 21, 400, "20"),
            ([("large.jpg", large_jpeg(12 * MIB).read_bytes())] * 2, 413, ".pdf")):
        answer = citizen.send_letter(letter=letter)
        expect_equal((answer.status, answer.errors), (status, ["letter"]), words)
        expect(words in latin_digits(answer.text), f"{words} is not in the sentence")
        expect_equal(portal.left_in_incoming(), [], words)
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {}, "letters after all that")
    _, document = document_of(portal, citizen, [good] * 20)
    expect_equal(len(checked_pages(document)), 20, "as many as the limit")


@test("One photograph stays the file that it was")
def one(portal: Portal) -> None:
    citizen = signed_in(portal)
    content = jpeg(page(1), 6)
    letter, receipt = citizen.register_letter(letter=[("photo.jpg", content)])
    expect("یک سند" not in receipt.text, "the receipt speaks of a document")
    expect(citizen.client.get(f"{CGI}/letters/{letter}/documents/1").body == content, "the photograph came back changed")
