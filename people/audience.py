"""Who is to be told or asked: people by the function they hold now. Each answer is a queryset of active users."""

from django.db.models import QuerySet

from people.enums import Function
from people.models import Centre, Country, Organisation, User


def holders(*functions: Function | str) -> QuerySet[User]:
    """Everybody who holds one of the functions, anywhere."""
    return User.objects.holding(*functions)


def holders_in_organisation(organisation: Organisation | int, *functions: Function | str) -> QuerySet[User]:
    """Those who hold it at this organisation; any function when none is named."""
    return User.objects.holding(*functions, organisation=organisation)


def holders_in_country(country: Country | str, *functions: Function | str) -> QuerySet[User]:
    """Those who hold it at any organisation of the country, such as its national contact point."""
    return User.objects.holding(*functions, organisation__country=country)


def holders_in_centre(centre: Centre | int, *functions: Function | str, side: str = "") -> QuerySet[User]:
    """Those who hold it for the centre; with a side, for that side only."""
    return User.objects.holding(*functions, centre=centre, **({"side": side} if side else {}))


def co_director(centre: Centre | int, side: str) -> User | None:
    """The one person whose key counts for a side, or None while the post is vacant."""
    return holders_in_centre(centre, Function.CO_DIRECTOR, side=side).first()


def administrators() -> QuerySet[User]:
    return holders(Function.ADMINISTRATOR)
