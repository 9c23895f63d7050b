"""The links by which a mail program unsubscribes a reader without signing in: signed, for a kind of mail or digests."""

from django.core import signing

from notifications.messages.registry import KINDS
from people.models import User

SALT = "notifications.unsubscribe"
DIGEST = "digest"  # instead of a kind


def sign(user_id: int, kind: str) -> str:
    return signing.dumps([user_id, kind], salt=SALT)


def read(token: str) -> tuple[User, str] | None:
    """Whose mail of which kind; None when the link is not ours, or nothing is left to switch off."""
    try:
        user_id, kind = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=user_id).first()
    may_stop = kind == DIGEST or (kind in KINDS and not KINDS[kind].essential)
    return (user, kind) if user and may_stop else None
