# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A program hands in for a person. Sent once more within two days, the same report is the same concern."""

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from friedensplatz.concerns.actions import AlreadyReceived, receive_concern
from friedensplatz.concerns.models import ApiKey, Channel, Concern, Protection
from friedensplatz.concerns.open311.documents import Node
from friedensplatz.concerns.open311.keys import PURPOSE, TooMany, count_use, key_of
from friedensplatz.concerns.open311.mistakes import Refused, valid
from friedensplatz.concerns.open311.parameters import Report, kind_of
from friedensplatz.concerns.open311.publishing import SHOWN_KINDS
from friedensplatz.concerns.queries import office_for
from friedensplatz.core import vault
from friedensplatz.core.addresses import absolute
from friedensplatz.directory.models import Duty
from friedensplatz.directory.queries import duties_named_for, duties_taking_concerns


def duty_of_service(code: str) -> Duty | None:
    """The duty of a service; None for those of a kind. Raises Refused."""
    if code in SHOWN_KINDS:
        return None
    duty = duties_taking_concerns().filter(slug=code).first()
    if duty is None:
        raise Refused(404, "service_code provided was not found.")
    return duty


def receive_report(sent: QueryDict) -> Node:
    """Take a report in; raises Refused."""
    key = key_of(sent.get("api_key", ""))
    if key is None:
        raise Refused(403, "Missing or invalid api_key.")
    service = sent.get("service_code", "")
    if not service:
        raise Refused(400, "service_code was not provided.")
    duty = duty_of_service(service)
    kind = kind_of(service, sent)
    if not kind:
        raise Refused(400, "attribute[kind] is none of its values.")
    report = valid(Report(sent))
    named = duty or next(iter(duties_named_for(report.words)), None)
    if named is None or named.office is None:
        raise Refused(400, "The description does not tell which office it is for: please choose another service_code.")
    _count(key)
    token = vault.digest(PURPOSE, f"{key.pk} {sent.urlencode()}")
    try:
        concern, code = receive_concern(
            report.words,
            office=office_for(kind, named.office),
            kind=kind,
            protection=Protection.OPEN,
            language=settings.LANGUAGE_CODE,
            reporter=report.reporter,
            duty=duty,
            place_note=report.place,
            particulars=report.point,
            channel=Channel.OPEN311,
            token=token,
        )
    except AlreadyReceived:
        return _receipt(Concern.objects.get(form_token=token), "")
    return _receipt(concern, code)


def _count(key: ApiKey) -> None:
    try:
        count_use(key)
    except TooMany:
        raise Refused(400, "This key was used too often in this hour.") from None


def _receipt(concern: Concern, code: str) -> Node:
    """With the receipt code, which nobody can give again; the program shows it to the person."""
    due = date_format(concern.answer_due, "DATE_FORMAT")
    if code:
        notice = _("The answer comes by %(due)s. Read it at %(url)s with %(reference)s and the code %(code)s.")
    else:
        notice = _("We have had this report before. The answer comes by %(due)s.")
    url = absolute(reverse("concern_status"))
    said = notice % {"due": due, "url": url, "reference": concern.reference, "code": code}
    return {"service_request_id": concern.reference, "service_notice": said, "account_id": None}
