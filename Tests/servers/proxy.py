"""A real nginx in front of a web server, at an address of its own."""

import contextlib
import pathlib
import shutil
import tempfile

from portal import free_port, is_listening
from running import running

# From here it asks the web server behind it, so that both know each other by an address that nobody else has.
PROXY_ADDRESS = "127.0.0.2"

_CONFIGURATION = """
daemon off;
worker_processes 1;
pid "{folder}/pid";
error_log "{folder}/error.log" warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path "{folder}/body";
    proxy_temp_path "{folder}/proxy";
    fastcgi_temp_path "{folder}/fastcgi";
    scgi_temp_path "{folder}/scgi";
    uwsgi_temp_path "{folder}/uwsgi";
    server {{
        listen 127.0.0.1:{port}{tls};
        client_max_body_size 200m;
        {certificate}
        location / {{
            proxy_pass {behind};
            proxy_bind {address};
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_request_buffering off;
        }}
    }}
}}
"""


@contextlib.contextmanager
def proxy_before(behind: str, certificate: pathlib.Path | None = None, port: int | None = None):
    """The address of a proxy before the web server `behind`; it ends TLS with the files in the folder `certificate`."""
    folder, port = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-proxy-")), port or free_port()
    folder.chmod(0o777)
    files = f'ssl_certificate "{certificate}/fullchain.pem"; ssl_certificate_key "{certificate}/privkey.pem";' if certificate else ""
    (folder / "nginx.conf").write_text(_CONFIGURATION.format(
        folder=folder, port=port, tls=" ssl http2" if certificate else "", certificate=files, behind=behind.rstrip("/"), address=PROXY_ADDRESS))
    try:
        with running(["nginx", "-e", folder / "error.log", "-c", folder / "nginx.conf"], lambda: is_listening(port), "the proxy listens"):
            yield f"http{'s' if certificate else ''}://127.0.0.1:{port}/"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
