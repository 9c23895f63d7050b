"""Handing over a leaver's work while an officer names people: both are done, in whatever order, and neither waits for ever."""

import threading
import time

import pytest
from django.db import connections, transaction

from consultations.actions import closing, deciding
from consultations.workflow import lifecycle
from tests.consultations import builders as build
from tests.factories import make_user

pytestmark = pytest.mark.usefixtures("real_commits")


def test_no_ring_of_locks(cast, officer, advisor_kr, advisor2_kr):
    row, successor = build.in_progress(cast), make_user(email="successor@kr.example")
    held, failed = threading.Event(), []

    def guarded(act):
        try:
            act()
        except Exception as error:  # noqa: BLE001  a deadlock must reach the assertion
            failed.append(error)
        finally:
            connections.close_all()

    def name_people():
        with transaction.atomic():
            lifecycle.lock(row)
            held.set()
            time.sleep(0.5)  # the other one is to come as far as it can
            deciding.change_people(row, by=officer, lead=advisor2_kr)

    def hand_over():
        held.wait(10)
        closing.hand_over(advisor_kr, successor, by=officer, functions=["advisor"])

    threads = [threading.Thread(target=guarded, args=[act]) for act in (name_people, hand_over)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    now = row.participants.now().values_list("user__email", "role")
    assert list(now) == [("advisor2@kr.example", "lead")]
