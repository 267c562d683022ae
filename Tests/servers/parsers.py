"""What three parsers make of one body: ours, and PyPI's `multipart` and `python-multipart`.

An outcome is REFUSED, or the fields as (name, value) and the files as (name, filename, bytes, SHA-256), both in order.
"""

import hashlib
import importlib.util
import io
import json
import logging
import os
import pathlib
import subprocess
import sysconfig
import urllib.parse

import python_multipart

REFUSED = "refused"

# It says each refusal on standard error, too.
logging.getLogger("python_multipart").setLevel(logging.CRITICAL)


def _defnulls_multipart():
    # python-multipart has a folder of this name, which hides the module.
    path = pathlib.Path(sysconfig.get_paths()["purelib"]) / "multipart.py"
    specification = importlib.util.spec_from_file_location("multipart_of_defnull", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


multipart = _defnulls_multipart()


def inspected(program: pathlib.Path, body: bytes, content_type: str, *options: str) -> dict:
    """The JSON of `pishkhan inspect`."""
    environment = {"GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "SCRIPT_NAME": "/p", "PATH_INFO": "/form",
                   "QUERY_STRING": "", "REMOTE_ADDR": "192.0.2.1", "CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(body))}
    ended = subprocess.run([program, "inspect", *options], input=body, capture_output=True,
                           env={"PATH": os.environ["PATH"]} | environment, timeout=60)
    if ended.returncode != 0:
        raise RuntimeError(f"inspect ended with {ended.returncode}: {ended.stderr.decode()}")
    return json.loads(ended.stdout)


def ours(seen: dict):
    if seen["error"]:
        return REFUSED
    files = [(one["name"], one["filename"], one["bytes"], one["sha256"]) for one in seen["files"]]
    return [tuple(pair) for pair in seen["fields"]], files


def by_multipart(body: bytes, content_type: str):
    """In its usual mode, which overlooks what it can."""
    kind, options = multipart.parse_options_header(content_type)
    environment = {"CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
    fields, files = [], []
    try:
        if kind != "multipart/form-data":
            if kind != "application/x-www-form-urlencoded":
                return REFUSED
            found, _ = multipart.parse_form_data(environment, ignore_errors=False)
            # It groups values by name; the order across names is the body's.
            order = [urllib.parse.unquote_plus(pair.partition("=")[0]) for pair in body.decode().split("&") if pair]
            left = {name: list(found.getall(name)) for name in found.keys()}
            return [(name, left[name].pop(0)) for name in order if left.get(name)], []
        for one in multipart.MultipartParser(io.BytesIO(body), options.get("boundary", ""), len(body)):
            if one.filename is None:
                fields.append((one.name, one.value))
            else:
                files.append((one.name, one.filename, len(one.raw), hashlib.sha256(one.raw).hexdigest()))
    except (multipart.MultipartError, UnicodeDecodeError):
        return REFUSED
    return fields, files


def by_python_multipart(body: bytes, content_type: str):
    fields, files = [], []

    def on_field(field):
        fields.append((field.field_name.decode(), (field.value or b"").decode()))

    def on_file(one):
        one.file_object.seek(0)
        content = one.file_object.read()
        files.append((one.field_name.decode(), (one.file_name or b"").decode(), len(content), hashlib.sha256(content).hexdigest()))

    try:
        parser = python_multipart.create_form_parser({"Content-Type": content_type.encode("utf-8")}, on_field, on_file)
        parser.write(body)
        parser.finalize()
    except (python_multipart.exceptions.FormParserError, UnicodeError, ValueError):
        return REFUSED
    return fields, files
