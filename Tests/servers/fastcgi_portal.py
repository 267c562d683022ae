"""A second nginx on the portal of the first, which brings requests to FastCGI processes instead of fcgiwrap."""

import contextlib
import pathlib
import re
import shutil
import tempfile

from direct import home_of
from fastcgi import PortalProcesses
from portal import Portal, free_port, is_listening
from running import running


class FastCGIPortal(Portal):
    """Looks like any portal; `processes` are those that answer its requests."""

    def __init__(self, config: pathlib.Path, count: int = 1, **variables: str) -> None:
        super().__init__(server="nginx", config=config)
        self._count, self._variables = count, variables

    def start(self) -> "FastCGIPortal":
        super().start()
        self._more = contextlib.ExitStack()
        try:
            self.processes = self._more.enter_context(PortalProcesses(home_of(self), self._count, **self._variables))
            self.cgi_address, self.address = self.address, self._more.enter_context(nginx_before(self, self.processes))
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self, *words) -> int:
        with self._more:
            pass
        return super().stop(*words)


@contextlib.contextmanager
def nginx_before(portal: Portal, processes: PortalProcesses, buffers_body: bool = True):
    """The address of an nginx with the sample configuration of this portal, whose requests go to these processes."""
    run, port = home_of(portal) / "run", free_port()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-nginx-"))
    folder.chmod(0o777)
    site = (run / "site.conf").read_text()
    for pattern, replacement in {
            r"(?m)^    listen 127\.0\.0\.1:\d+;": f"    listen 127.0.0.1:{port};",
            r'fastcgi_pass "[^"]*";': f'fastcgi_pass "unix:{processes.socket}";',
            r"fastcgi_request_buffering on;": f"fastcgi_request_buffering {'on' if buffers_body else 'off'};"}.items():
        site, count = re.subn(pattern, replacement, site)
        if count != 1:
            raise LookupError(f"{pattern!r} occurs {count} times in nginx.conf, not once")
    (folder / "site.conf").write_text(site)
    outer = (run / "nginx.conf").read_text()
    for name in ("body", "fastcgi", "proxy", "scgi", "uwsgi"):
        outer = outer.replace(f'"{run}/{name}"', f'"{folder}/{name}"')
    outer = outer.replace(f"{run}/nginx.pid", f"{folder}/pid").replace(f"{run}/site.conf", f"{folder}/site.conf")
    (folder / "nginx.conf").write_text(outer)
    try:
        with running(["nginx", "-e", folder / "error.log", "-c", folder / "nginx.conf"], lambda: is_listening(port),
                     "nginx before FastCGI listens"):
            yield f"http://127.0.0.1:{port}/"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
