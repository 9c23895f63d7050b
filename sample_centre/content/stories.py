"""The twelve requests of the sample centre, and one draft that waits for a newcomer to send it."""

from sample_centre.content.requests import (
    archive,
    auditors,
    control_centre,
    datacentres,
    licences,
    metering,
    mobile,
    open_data,
    passports,
    proactive,
    signatures,
    trade,
    villages,
)
from sample_centre.story import Request

REQUESTS: tuple[Request, ...] = (
    archive.REQUEST,
    trade.REQUEST,
    passports.REQUEST,
    metering.REQUEST,
    auditors.REQUEST,
    proactive.REQUEST,
    datacentres.REQUEST,
    mobile.REQUEST,
    villages.REQUEST,
    licences.REQUEST,
    control_centre.REQUEST,
    open_data.REQUEST,
)
DRAFT = signatures.REQUEST
