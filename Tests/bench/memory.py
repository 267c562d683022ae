"""The CGI's peak resident memory, measured without a web server: environment and standard input by hand."""

import pathlib
import subprocess
import tempfile

PEAK = pathlib.Path(__file__).parent / "programs" / "peak.c"


def peak_kib(program: pathlib.Path, environment: dict[str, str], body: bytes, as_user: list[str]) -> tuple[int, str]:
    """Runs the program with this body; answers with its peak resident memory in KiB and its first header line."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder).chmod(0o755)
        peak, sent = f"{folder}/peak", pathlib.Path(f"{folder}/body")
        subprocess.run(["gcc", "-O2", "-static", "-o", peak, str(PEAK)], check=True)
        sent.write_bytes(body)
        with sent.open("rb") as standard_input:
            ended = subprocess.run([*as_user, "env", "-i", *[f"{name}={value}" for name, value in environment.items()],
                                    "/bin/bash", "-c", 'exec 3>&2 2>/dev/null; exec "$@"', "peak", peak, str(program)],
                                   stdin=standard_input, capture_output=True)
    first = ended.stdout.split(b"\r\n")[0].decode("latin-1")
    if ended.returncode != 0:
        raise RuntimeError(f"{program} ended with {ended.returncode}: {first}")
    return int(ended.stderr), first


def letter_environment(home: pathlib.Path, cookie: str, kind: str, length: int, address: str) -> dict[str, str]:
    """The variables (RFC 3875) of `POST /letters`."""
    host = address.split("//")[1].strip("/")
    return {
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "SCRIPT_NAME": "/cgi-bin/pishkhan",
        "PATH_INFO": "/letters", "QUERY_STRING": "", "REQUEST_URI": "/cgi-bin/pishkhan/letters",
        "SERVER_PROTOCOL": "HTTP/1.1", "SERVER_NAME": host.split(":")[0], "SERVER_PORT": host.split(":")[1],
        "SERVER_SOFTWARE": "bench", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": host, "HTTP_COOKIE": cookie,
        "CONTENT_TYPE": kind, "CONTENT_LENGTH": str(length), "PISHKHAN_HOME": str(home),
    }
