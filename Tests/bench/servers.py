"""Private web servers for the programs to compare with, set up as cgi-bin/serve sets up the portal's."""

import os
import pathlib
import signal
import subprocess
import time
import urllib.error
import urllib.request

from baselines import Baselines
from portal import free_port

AS_USER = ["setpriv", "--reuid", "www-data", "--regid", "www-data", "--init-groups"] if os.geteuid() == 0 else []
MODULES = ("authz_core", "dir", "alias", "env", "cgid", "mime")


class BaselineServer:
    """`with BaselineServer("apache", folder, baselines) as server`: programs at server.address + /b/NAME."""

    def __init__(self, kind: str, folder: pathlib.Path, baselines: Baselines) -> None:
        self.kind, self.folder, self.cgi = kind, folder, baselines.cgi
        self.variables = {"STORE_FOLDER": baselines.kept, "CGIT_CONFIG": baselines.data / "cgitrc"}
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.processes: list[subprocess.Popen] = []

    def __enter__(self) -> "BaselineServer":
        subprocess.run([*AS_USER, "mkdir", "-p", str(self.folder)], check=True)
        (self._apache if self.kind == "apache" else self._nginx)()
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"{self.address}/b/empty-c"):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.__exit__()
        raise TimeoutError(f"the private {self.kind} does not answer; its logs are in {self.folder}")

    def __exit__(self, *_) -> None:
        for process in self.processes:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=20)

    def _launch(self, *command: str) -> None:
        with (self.folder / "output.log").open("ab") as log:
            self.processes.append(subprocess.Popen(
                [*AS_USER, *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True))

    def _apache(self) -> None:
        environment = "\n".join(f'SetEnv {name} "{value}"' for name, value in self.variables.items())
        loads = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
                          for name in ("mpm_event", *MODULES))
        self._write("apache.conf", f"""ServerName 127.0.0.1
ServerRoot "{self.folder}"
PidFile "{self.folder}/pid"
DefaultRuntimeDir "{self.folder}"
Mutex "file:{self.folder}" default
Listen 127.0.0.1:{self.port}
ErrorLog "{self.folder}/error.log"
{loads}
TypesConfig /dev/null
ScriptSock "{self.folder}/cgid.socket"
ScriptAlias /b/ "{self.cgi}/"
{environment}
LogFormat "%a %{{[%Y-%m-%dT%H:%M:%S%z]}}t \\"%<m %<U\\" %>s %B %D" pishkhan
CustomLog "{self.folder}/access.log" pishkhan
""")
        self._launch("apache2", "-f", f"{self.folder}/apache.conf", "-DFOREGROUND")

    def _nginx(self) -> None:
        environment = "\n".join(f'fastcgi_param {name} "{value}";' for name, value in self.variables.items())
        temporary = "\n".join(f'{kind}_temp_path "{self.folder}/{kind}";'
                              for kind in ("client_body", "fastcgi", "proxy", "scgi", "uwsgi"))
        self._write("nginx.conf", f"""daemon off; worker_processes 2; pid "{self.folder}/pid";
error_log "{self.folder}/error.log" warn;
events {{ worker_connections 512; }}
http {{
    {temporary}
    access_log "{self.folder}/access.log";
    server {{
        listen 127.0.0.1:{self.port};
        client_max_body_size 52m;
        location ~ ^/b/(?<program>[a-z-]+)(?<rest>/.*)?$ {{
            fastcgi_pass "unix:{self.folder}/fcgiwrap.socket";
            fastcgi_param SCRIPT_FILENAME "{self.cgi}/$program";
            fastcgi_param SCRIPT_NAME /b/$program;
            fastcgi_param PATH_INFO $rest;
            {environment}
            fastcgi_param GATEWAY_INTERFACE CGI/1.1;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param REQUEST_URI $request_uri;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_param REMOTE_ADDR $remote_addr;
            fastcgi_param SERVER_NAME $server_name;
            fastcgi_param SERVER_PORT $server_port;
            fastcgi_param SERVER_PROTOCOL $server_protocol;
        }}
    }}
}}
""")
        self._launch("fcgiwrap", "-c", "4", "-s", f"unix:{self.folder}/fcgiwrap.socket")
        self._launch("nginx", "-e", f"{self.folder}/error.log", "-c", f"{self.folder}/nginx.conf")

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
