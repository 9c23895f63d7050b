"""Sealed facts open with our keys, in their own place, and nowhere else."""

import pytest
from cryptography.fernet import Fernet
from django.test import override_settings

from core.sealing import UnreadableError, reseal, seal, unseal

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_what_is_sealed_opens_again_and_shows_nothing():
    sealed = seal({"number": "M70689098", "name": "Ніна 니나"}, place="travel:1")
    assert unseal(sealed, place="travel:1") == {"number": "M70689098", "name": "Ніна 니나"}
    assert b"M70689098" not in sealed


def test_it_opens_in_its_own_place_only():
    sealed = seal({"number": "M70689098"}, place="travel:1")
    with pytest.raises(UnreadableError, match="travel:2") as refusal:
        unseal(sealed, place="travel:2")
    assert "M70689098" not in str(refusal.value)


def test_a_new_key_opens_what_the_old_one_sealed_and_seals_it_anew():
    with override_settings(FIELD_KEYS=[OLD]):
        sealed = seal({"number": "M70689098"}, place="travel:1")
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        assert unseal(sealed, place="travel:1") == {"number": "M70689098"}
        anew = reseal(sealed, place="travel:1")
    with override_settings(FIELD_KEYS=[NEW]):
        assert unseal(anew, place="travel:1") == {"number": "M70689098"}
        with pytest.raises(UnreadableError):
            unseal(sealed, place="travel:1")


def test_what_was_changed_on_the_way_does_not_open():
    sealed = bytearray(seal({"number": "M70689098"}, place="travel:1"))
    sealed[-1] ^= 1
    with pytest.raises(UnreadableError):
        unseal(bytes(sealed), place="travel:1")
