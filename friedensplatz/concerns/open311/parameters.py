# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What programs ask and send. An empty parameter is an absent one; what is wrong becomes errors of the standard."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from friedensplatz.concerns.codes import normal_reference
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.models import Kind, Reporter, Way
from friedensplatz.concerns.open311.documents import KIND, LONGEST
from friedensplatz.concerns.open311.publishing import SHOWN_KINDS

SPAN = dt.timedelta(days=90)
STATUSES = {"open": True, "closed": False}


class Moment(forms.Field):
    """A time as ISO 8601 gives it; without a zone it is the city's."""

    def to_python(self, value: Any) -> dt.datetime | None:
        if value in self.empty_values:
            return None
        try:
            # In an address a plus that nobody escaped has become a space.
            moment = parse_datetime(str(value).replace(" ", "+")) or dt.datetime.fromisoformat(str(value))
        except ValueError:
            raise forms.ValidationError("not a time as in ISO 8601") from None
        return moment if moment.tzinfo else timezone.make_aware(moment)


class CommaList(forms.Field):
    def to_python(self, value: Any) -> list[str]:
        return [part.strip() for part in str(value or "").split(",") if part.strip()]


class Question(forms.Form):
    """Which requests are wanted. Identifiers overrule the rest; a span is 90 days at most, and the last ones if none."""

    service_request_id = CommaList(required=False)
    service_code = CommaList(required=False)
    status = CommaList(required=False)
    start_date = Moment(required=False)
    end_date = Moment(required=False)
    extensions = forms.CharField(required=False)

    def clean_status(self) -> list[str]:
        wanted: list[str] = self.cleaned_data["status"]
        if set(wanted) - set(STATUSES):
            raise forms.ValidationError("neither open nor closed")
        return wanted

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        start, end = asked.get("start_date"), asked.get("end_date")
        end = end or (start + SPAN if start else timezone.now())
        start = start or end - SPAN
        if not asked.get("service_request_id") and not dt.timedelta(0) <= end - start <= SPAN:
            raise forms.ValidationError("start_date must lie before end_date, and at most 90 days")
        return {**asked, "start_date": start, "end_date": end}

    def wanted(self) -> Q:
        asked = self.cleaned_data
        if asked["service_request_id"]:
            return Q(reference__in=[normal_reference(one) for one in asked["service_request_id"]])
        wanted = Q(received_at__range=(asked["start_date"], asked["end_date"]))
        if codes := asked["service_code"]:
            wanted &= Q(duty__slug__in=codes) | Q(duty=None, kind__in=codes)
        if asked["status"]:
            wanted &= Q(is_open__in=[STATUSES[status] for status in asked["status"]])
        return wanted

    @property
    def extended(self) -> bool:
        return bool(self.cleaned_data["extensions"] == "true")


class Report(forms.Form):
    """A concern as a program sends it; somewhere it must be, and something it must say."""

    lat = forms.FloatField(required=False, min_value=-90, max_value=90)
    long = forms.FloatField(required=False, min_value=-180, max_value=180)
    address_string = LineField(required=False, max_length=300)
    address_id = LineField(required=False, max_length=100)
    description = WordsField(max_length=LONGEST)
    email = forms.EmailField(required=False)
    first_name = LineField(required=False, max_length=100)
    last_name = LineField(required=False, max_length=100)
    phone = LineField(required=False, max_length=40)
    device_id = LineField(required=False, max_length=200)
    account_id = LineField(required=False, max_length=200)
    media_url = forms.URLField(required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        point = given.get("lat") is not None and given.get("long") is not None
        if not (point or given.get("address_string") or given.get("address_id") or self.errors):
            raise forms.ValidationError("lat and long, address_string or address_id is missing")
        return given

    @property
    def words(self) -> str:
        given = self.cleaned_data
        return "\n\n".join(filter(None, (given["description"], given["media_url"])))

    @property
    def place(self) -> str:
        given = self.cleaned_data
        point = f"{given['lat']:.6f}, {given['long']:.6f}" if None not in (given["lat"], given["long"]) else ""
        return " · ".join(filter(None, (given["address_string"], given["address_id"], point)))[:300]

    @property
    def point(self) -> dict[str, float]:
        """Where it is (WGS 84), or nothing."""
        point = {name: self.cleaned_data[name] for name in ("lat", "long")}
        return point if None not in point.values() else {}

    @property
    def reporter(self) -> Reporter | None:
        """Who it is, if anything was told of them."""
        given = self.cleaned_data
        name = " ".join(filter(None, (given["first_name"], given["last_name"])))
        email, phone = given["email"], given["phone"]
        way = Way.MAIL if email else Way.PHONE if phone else Way.PORTAL
        told = name or email or phone
        return Reporter(told, email, phone, wants_mail=bool(email), way=way) if told else None


def kind_of(code: str, sent: QueryDict) -> str:
    """What a report is: the service's own kind, or what its attribute says; a defect where nothing is said."""
    given = code if code in SHOWN_KINDS else sent.get(f"attribute[{KIND}]") or Kind.DEFECT
    return given if given in SHOWN_KINDS else ""
