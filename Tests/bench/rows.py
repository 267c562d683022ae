"""What FastCGI is compared with: a C program that reads one SQLite row, and a page of PHP that opens SQLite and prints one."""

import contextlib
import os
import pathlib
import pwd
import sqlite3
import subprocess

from baselines import PROGRAMS
from fastcgi import FastCGIProcesses
from portal import free_port, is_listening
from running import running


@contextlib.contextmanager
def rows(folder: pathlib.Path, processes: int):
    """The addresses of both behind one nginx: `/row-c` and `/row-php`."""
    folder.mkdir()
    database = folder / "rows.sqlite"
    with contextlib.closing(sqlite3.connect(database)) as made, made:
        made.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        made.executemany("INSERT INTO line VALUES (?, ?)", [(number, f"line {number}") for number in range(1, 1_001)])
    subprocess.run(["gcc", "-O2", "-o", folder / "row", PROGRAMS / "row.c", "-lfcgi", "-lsqlite3"], check=True)
    (folder / "row.php").write_text((PROGRAMS / "row.php").read_text())
    if os.geteuid() == 0:
        user = pwd.getpwnam("www-data")
        for one in [folder, *folder.rglob("*")]:
            os.chown(one, user.pw_uid, user.pw_gid)
    variables = {"ROW_DATABASE": str(database)}
    with FastCGIProcesses([folder / "row"], variables, processes) as c, _php(folder, database, processes) as php, \
            _nginx(folder, c.socket, php) as address:
        yield {"C FastCGI, one row": f"{address}/row-c", "PHP, one row": f"{address}/row-php"}


@contextlib.contextmanager
def _php(folder: pathlib.Path, database: pathlib.Path, processes: int):
    program = max(pathlib.Path("/usr/sbin").glob("php-fpm*"))
    (folder / "php.conf").write_text(f"""[global]
error_log = {folder}/php.log
[row]
listen = {folder}/php.socket
pm = static
pm.max_children = {processes}
env[ROW_DATABASE] = {database}
""")
    with running([program, "--nodaemonize", "--fpm-config", folder / "php.conf"], lambda: (folder / "php.socket").exists(),
                 "php-fpm listens"):
        yield folder / "php.socket"


@contextlib.contextmanager
def _nginx(folder: pathlib.Path, c: pathlib.Path, php: pathlib.Path):
    port = free_port()
    temporary = "\n".join(f'{kind}_temp_path "{folder}/{kind}";' for kind in ("client_body", "fastcgi", "proxy", "scgi", "uwsgi"))
    (folder / "nginx.conf").write_text(f"""daemon off; worker_processes 2; pid "{folder}/pid";
error_log "{folder}/error.log" warn;
events {{ worker_connections 512; }}
http {{
    {temporary}
    access_log "{folder}/access.log";
    fastcgi_param REQUEST_METHOD $request_method;
    fastcgi_param SCRIPT_FILENAME "{folder}/row.php";
    server {{
        listen 127.0.0.1:{port};
        location = /row-c {{ fastcgi_pass "unix:{c}"; }}
        location = /row-php {{ fastcgi_pass "unix:{php}"; }}
    }}
}}
""")
    with running(["nginx", "-e", folder / "error.log", "-c", folder / "nginx.conf"], lambda: is_listening(port), "nginx listens"):
        yield f"http://127.0.0.1:{port}"
