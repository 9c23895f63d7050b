"""What a process has loaded stays, and is not looked through again and again; rubbish is still found."""

import gc
import subprocess
import sys
import weakref

from celery.signals import worker_init

from cooperation_center import env, memory

DOOR = "import gc, cooperation_center.wsgi; print(gc.get_freeze_count(), gc.get_threshold()[0])"
LOADED = 100_000  # objects: the portal has more than twice as many


class Ring:
    """Something that holds itself, so that nobody but the collector lets go of it."""

    def __init__(self) -> None:
        self.ring = self


def test_the_web_server_settles_before_its_first_reader():
    said = subprocess.run([sys.executable, "-c", DOOR], cwd=env.BASE, capture_output=True, text=True, check=True)
    frozen, threshold = map(int, said.stdout.split())
    assert (frozen > LOADED, threshold) == (True, memory.THRESHOLDS[0])


def test_a_worker_settles_before_its_processes_are_made(monkeypatch):
    done = []
    monkeypatch.setattr(memory, "settle", lambda: done.append("settled"))
    worker_init.send(None)
    assert done == ["settled"]


def test_rubbish_is_found_without_being_asked_for():
    """The collector still looks at what is new, after so many objects as the threshold says."""
    seen = weakref.ref(Ring())
    new = [[] for _ in range(2 * gc.get_threshold()[0])]
    assert (seen(), len(new)) == (None, 2 * memory.THRESHOLDS[0])
