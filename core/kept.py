"""What a process reads once, and again the moment it changes anywhere.

A stamp in the shared cache names the version that is in force. A process asks for the stamp, and reads the rows again
only when it has changed: a warm answer costs no query. Inside a transaction that has itself changed a row, the answer
is by its own rows and is shown to nobody else; if it is rolled back, nothing of it stays.

A page asks hundreds of times, for every day and every name of a country. So within a request, a letter or a piece of
work the stamp is asked for once (`steady`): each shows one version, and what has changed meanwhile stands in the next.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any, Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import connection, transaction
from redis.exceptions import RedisError

T = TypeVar("T")
SECONDS_WITHOUT_CACHE = 60  # for how long a reading stands in for the stamp while the shared cache is away

log = logging.getLogger(__name__)
_steady = local()  # the versions that this thread goes by, where it is steady


@contextmanager
def steady() -> Iterator[None]:
    """Let this thread go by one version of everything, until it changes something itself. Inside another: no change."""
    if hasattr(_steady, "versions"):
        yield
        return
    _steady.versions = {}
    try:
        yield
    finally:
        del _steady.versions


class Change:
    """A written row that waits for its commit, and then puts a new version in force."""

    def __init__(self, kept: "Kept[Any]") -> None:
        self.kept = kept

    def __call__(self) -> None:
        """It is committed."""
        self.kept.renew()


class Kept(Generic[T]):
    """What `read` gives, kept under the name `stamp` until somebody outdates it."""

    def __init__(self, stamp: str, read: Callable[[], T]) -> None:
        self.stamp = stamp
        self.read = read
        self.public: tuple[Any, T] | None = None  # one per process: its version, and what was read
        self._own = local()  # per thread, as its database connection is

    def get(self) -> T:
        """As it stands now; no query when nothing has changed since it was last asked for."""
        if waiting := self.waiting():
            if getattr(self._own, "kept", None) is None or self._own.kept[0] != waiting:
                self._own.kept = (waiting, self.read())
            found: T = self._own.kept[1]
            return found
        self._own.kept = None
        version, kept = self._version(), self.public
        if kept is None or kept[0] != version:
            self.public = kept = (version, self.read())
        return kept[1]

    def outdate(self, change: Change | None = None) -> None:
        """Let this transaction read its own rows from now on, everybody else after the commit."""
        transaction.on_commit(change or Change(self))

    def waiting(self) -> list[Any]:
        """The uncommitted changes of this connection; a rollback, even to a savepoint, removes its own."""
        changes = (entry[1] for entry in connection.run_on_commit)
        return [change for change in changes if isinstance(change, Change) and change.kept is self]

    def renew(self) -> None:
        """Put a new version in force, for every process."""
        getattr(_steady, "versions", {}).pop(self.stamp, None)
        try:
            cache.set(self.stamp, uuid4().hex, timeout=None)
        except RedisError:
            log.exception("The shared cache is away: other processes learn a little later of %s.", self.stamp)

    def _version(self) -> Any:
        """The version to go by: the one this thread keeps to, else the one in force."""
        versions: dict[str, Any] | None = getattr(_steady, "versions", None)
        if versions is None:
            return self._in_force()
        if self.stamp not in versions:
            versions[self.stamp] = self._in_force()
        return versions[self.stamp]

    def _in_force(self) -> Any:
        """The stamp, set anew where the cache has lost it. Without the cache, a reading serves a minute."""
        try:
            return cache.get_or_set(self.stamp, lambda: uuid4().hex, timeout=None)
        except RedisError:
            return int(time.monotonic()) // SECONDS_WITHOUT_CACHE
