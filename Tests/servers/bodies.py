"""Bodies of forms for `pishkhan inspect`: well-formed ones, malformed ones, and what lies between.

Each row is a phrase, the body, and its Content-Type where it is not the usual one.
"""

TYPE = "multipart/form-data; boundary=B"
URLENCODED = "application/x-www-form-urlencoded"


def named(rest: str = 'name="a"') -> str:
    return f"Content-Disposition: form-data; {rest}"


def part(*headers: str, content: str | bytes = "value", boundary: str = "B", end: str = "\r\n") -> bytes:
    head = end.join([f"--{boundary}", *headers, "", ""])
    return head.encode("utf-8", "surrogateescape") + _bytes(content) + end.encode()


def form(*parts: bytes, close: str = "--B--\r\n") -> bytes:
    return b"".join(parts) + close.encode()


def one(disposition: str, *more: str, content: str | bytes = "value") -> bytes:
    return form(part(named(disposition), *more, content=content))


def file(disposition: str, *more: str, content: str | bytes = "bytes") -> bytes:
    return one(f'name="f"; {disposition}', *more, content=content)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")


FIELD = part(named())
OTHER = part(named('name="b"'), content="other")

ROWS: list[tuple] = [
    # Fields
    ("one field", form(FIELD)),
    ("two fields", form(FIELD, OTHER)),
    ("one name twice", form(FIELD, FIELD)),
    ("an empty value", one('name="a"', content="")),
    ("an empty name", one('name=""')),
    ("a Persian name and value", one('name="نام"', content="مقدار")),
    ("a value of several lines", one('name="a"', content="one\r\ntwo\r\n\r\nthree")),
    ("a value that ends with a line end", one('name="a"', content="value\r\n")),
    ("a value of line ends alone", one('name="a"', content="\r\n\r\n")),
    ("a value with LF alone and CR alone", one('name="a"', content="one\ntwo\rthree")),
    ("a value with zero bytes", one('name="a"', content="a\0b")),
    ("a value that is not UTF-8", one('name="a"', content=b"\xff\xfe")),
    ("a long value", one('name="a"', content="x" * 60_000)),
    ("a part without header lines", form(b"--B\r\n\r\nvalue\r\n")),
    ("no parts", b"--B--\r\n"),
    ("an empty body", b""),

    # Files
    ("a file", file('filename="f.txt"', "Content-Type: text/plain")),
    ("a file without a type", file('filename="f.txt"')),
    ("an empty file", file('filename="f.txt"', content="")),
    ("a file field in which nothing was chosen", file('filename=""', "Content-Type: application/octet-stream", content="")),
    ("bytes in a file without a name", file('filename=""', content="bytes")),
    ("a file of every byte", file('filename="all"', content=bytes(range(256)) * 4)),
    ("a file that is longer than a buffer", file('filename="long"', content=bytes(200_000))),
    ("a file of boundaries that are none", file('filename="f"', content="\r\n--b\r\n\r\n-B\r\n--A\r\n--\r\n\r\n" * 50)),
    ("two files of one name", form(*[part(named(f'name="f"; filename="{n}"'), content=n) for n in "12"])),
    ("a file between fields", form(FIELD, part(named('name="f"; filename="f"')), OTHER)),

    # Quoting
    ("an escaped quote in a filename", file(r'filename="a\"b.txt"')),
    ("an escaped backslash in a filename", file(r'filename="a\\b.txt"')),
    ("a single backslash in a filename", file(r'filename="a\b.txt"')),
    ("a Windows path as a filename", file(r'filename="C:\dir\f.txt"')),
    ("a path as a filename", file('filename="../../etc/passwd"')),
    ("a quote as browsers escape it", file('filename="a%22b.txt"')),
    ("line ends as browsers escape them", file('filename="a%0D%0Ab.txt"')),
    ("another percent sign in a filename", file('filename="100%25.txt"')),
    ("a semicolon in a quoted name", one('name="a;b"')),
    ("an equals sign in a quoted name", one('name="a=b"')),
    ("a name that looks like a parameter", one('name="x; filename=y"')),
    ("a name without quotes", one("name=a")),
    ("a filename without quotes", file("filename=f.txt")),
    ("single quotes, which quote nothing", one("name='a'")),
    ("a quote that is never closed", one('name="a')),
    ("text after a closing quote", one('name="a"b')),
    ("blanks around a parameter", form(part('Content-Disposition: form-data ; name="a" ; x=y'))),
    ("blanks around the equals sign", one('name = "a"')),
    ("a semicolon at the end", one('name="a";')),
    ("two semicolons", form(part('Content-Disposition: form-data;; name="a"'))),
    ("a parameter without a value", one('name="a"; x')),
    ("names of parameters in capitals", one('NAME="a"')),
    ("the name twice", one('name="a"; name="b"')),
    ("the filename twice", file('filename="a"; filename="b"')),
    ("the name after the filename", form(part(named('filename="f.txt"; name="f"')))),
    ("filename* alone", file("filename*=UTF-8''f.txt")),
    ("filename* beside filename", file("filename=\"plain.txt\"; filename*=UTF-8''star.txt")),
    ("filename* before filename", file("filename*=UTF-8''star.txt; filename=\"plain.txt\"")),
    ("a filename of Persian letters", file('filename="نامه.pdf"')),
    ("a filename that is not UTF-8", file('filename="\udcff.txt"')),
    ("a filename of 300 letters", file(f'filename="{"x" * 300}"')),

    # Header lines
    ("header names in capitals", form(part('CONTENT-DISPOSITION: form-data; name="a"'))),
    ("form-data in capitals", form(part('Content-Disposition: Form-Data; name="a"'))),
    ("no blank after the colon", form(part('Content-Disposition:form-data; name="a"'))),
    ("a blank before the colon", form(part('Content-Disposition : form-data; name="a"'))),
    ("a header line without a colon", form(part(named(), "nonsense"))),
    ("a header line without a name", form(part(named(), ": value"))),
    ("a header line that goes on in the next", form(part('Content-Disposition: form-data;\r\n name="a"'))),
    ("an unknown header", form(part(named(), "X-Other: 1"))),
    ("eight headers", form(part(named(), *[f"X-{n}: 1" for n in range(7)]))),
    ("nine headers", form(part(named(), *[f"X-{n}: 1" for n in range(8)]))),
    ("a header line of 4,096 bytes", form(part(named(), "X: " + "x" * 4093))),
    ("a header line of 100,000 bytes", form(part(named(), "X: " + "x" * 100_000))),
    ("a zero byte in a header line", one('name="a\0b"')),
    ("no Content-Disposition", form(part("Content-Type: text/plain"))),
    ("Content-Disposition twice", form(part(named(), named('name="b"')))),
    ("an attachment instead of form-data", form(part('Content-Disposition: attachment; name="a"'))),
    ("a part without a name", form(part("Content-Disposition: form-data"))),
    ("a filename without a name", form(part(named('filename="f"')))),
    ("Content-Type twice", file('filename="f"', "Content-Type: text/plain", "Content-Type: text/html")),
    ("a Content-Type that is none", file('filename="f"', "Content-Type: nonsense")),
    ("a charset of the part", one('name="a"', "Content-Type: text/plain; charset=UTF-8")),
    ("a quoted charset of the part", file('filename="f"', 'Content-Type: text/plain; charset="utf-8"')),
    ("a part as 8bit", one('name="a"', "Content-Transfer-Encoding: 8bit")),
    ("a part as binary", one('name="a"', "Content-Transfer-Encoding: binary")),
    ("a part as base64", one('name="a"', "Content-Transfer-Encoding: base64", content="dmFsdWU=")),
    ("a part as quoted-printable", one('name="a"', "Content-Transfer-Encoding: quoted-printable", content="val=75e")),
    ("a Content-Length in a part", one('name="a"', "Content-Length: 5")),

    # Boundaries
    ("a preamble", b"words\r\nmore words\r\n" + form(FIELD)),
    ("a line end before the first boundary", b"\r\n" + form(FIELD)),
    ("an epilogue", form(FIELD) + b"words\r\n"),
    ("an epilogue that looks like a part", form(FIELD) + form(OTHER)),
    ("no line end after the closing boundary", form(FIELD, close="--B--")),
    ("blanks after a boundary", form(FIELD).replace(b"--B\r\n", b"--B \t\r\n")),
    ("blanks after the closing boundary", form(FIELD, close="--B-- \t\r\n")),
    ("letters after a boundary", form(FIELD).replace(b"--B\r\n", b"--Bx\r\n")),
    ("letters after a boundary in a value", form(part(named(), content="one\r\n--Bx\r\ntwo"))),
    ("a boundary in the middle of a line", form(part(named(), content="one--B\r\ntwo"))),
    ("a boundary with one dash in a value", form(part(named(), content="one\r\n-B\r\ntwo"))),
    ("a closing boundary with one dash", form(FIELD, close="--B-\r\n")),
    ("a boundary of another form", form(part(named(), content="one\r\n--C\r\ntwo"))),
    ("a nested form", form(part(named(), "Content-Type: multipart/mixed; boundary=C",
                                content=form(part(named('name="c"'), boundary="C"), close="--C--")))),
    ("another boundary than announced", form(FIELD).replace(b"--B", b"--C")),
    ("the boundary in another case", form(FIELD).replace(b"--B", b"--b")),
    ("LF as line end everywhere", form(part(named(), end="\n"), close="--B--\n")),
    ("LF after the header lines", form(FIELD).replace(b"\r\n\r\n", b"\n\n")),
    ("LF before a boundary", form(FIELD).replace(b"value\r\n", b"value\n")),
    ("LF after a boundary", form(FIELD).replace(b"--B\r\n", b"--B\n")),
    ("CR as line end everywhere", form(part(named(), end="\r"), close="--B--\r")),

    # Cut off
    ("no closing boundary", form(FIELD, close="")),
    ("cut in a value", form(FIELD)[:-12]),
    ("cut in a header line", form(FIELD)[:20]),
    ("cut after a boundary", b"--B\r\n"),
    ("cut in the closing boundary", form(FIELD)[:-3]),
    ("cut in a second part", form(FIELD, OTHER)[:-30]),

    # The boundary parameter
    ("a quoted boundary", form(FIELD), 'multipart/form-data; boundary="B"'),
    ("a quoted boundary with a blank", form(FIELD).replace(b"--B", b"--B C"), 'multipart/form-data; boundary="B C"'),
    ("a boundary of all allowed characters", form(FIELD).replace(b"--B", b"--'()+_,-./:=?9zZ"),
     "multipart/form-data; boundary=\"'()+_,-./:=?9zZ\""),
    ("a boundary of 70 characters", form(FIELD).replace(b"--B", b"--" + b"x" * 70), "multipart/form-data; boundary=" + "x" * 70),
    ("a boundary of 71 characters", form(FIELD).replace(b"--B", b"--" + b"x" * 71), "multipart/form-data; boundary=" + "x" * 71),
    ("a boundary that begins with dashes", form(FIELD).replace(b"--B", b"------B"), "multipart/form-data; boundary=----B"),
    ("no boundary", form(FIELD), "multipart/form-data"),
    ("an empty boundary", form(FIELD), 'multipart/form-data; boundary=""'),
    ("a boundary with letters beyond ASCII", form(FIELD).replace(b"--B", "--پ".encode()), "multipart/form-data; boundary=پ"),
    ("the media type in capitals", form(FIELD), "Multipart/Form-Data; Boundary=B"),
    ("a charset beside the boundary", form(FIELD), "multipart/form-data; charset=utf-8; boundary=B"),
    ("another multipart type", form(FIELD), "multipart/mixed; boundary=B"),

    # Urlencoded forms
    ("urlencoded fields", b"a=1&b=2&a=3", URLENCODED),
    ("urlencoded escapes", "a=%D9%86%D8%A7%D9%85%D9%87+%2B%26".encode(), URLENCODED),
    ("an urlencoded name without a value", b"a&b=", URLENCODED),
    ("an urlencoded value with equals signs", b"a=b=c", URLENCODED),
    ("urlencoded nothing between ampersands", b"&&a=1&&", URLENCODED),
    ("an urlencoded body with a charset", b"a=1", URLENCODED + "; charset=utf-8"),
    ("an urlencoded escape with one digit", b"a=%2", URLENCODED),
    ("an urlencoded value that is not UTF-8", b"a=%FF", URLENCODED),
    ("plain text", b"a=1", "text/plain"),
]
