# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the directory, and which pages, a page may name."""

from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from friedensplatz.assets.models import Asset
from friedensplatz.directory.models import Audience, District, Duty, Goal, Office, Organisation, Source, Topic
from friedensplatz.pages.models import Page
from friedensplatz.pages.plug import referable
from friedensplatz.pages.queries import live_pages

referable("page", Page, label=_("Page"), url_name="page", name="title", image="image_id", is_result=True)(live_pages)


@referable("office", Office, label=_("Office"), url_name="office_page", image="image_id")
def offices() -> QuerySet[Office]:
    return Office.objects.all()


@referable(
    "organisation",
    Organisation,
    label=_("Organisation"),
    url_name="organisation_page",
    image="image_id",
    is_result=True,
)
def organisations() -> QuerySet[Organisation]:
    return Organisation.objects.all()


@referable("duty", Duty, label=_("What an office does"), url_name="office_page", address="office__slug", name="title")
def duties() -> QuerySet[Duty]:
    """Those of offices, shown on the office's page."""
    return Duty.objects.exclude(office=None)


@referable("asset", Asset, label=_("Picture or file"), name="title", summary="")
def assets() -> QuerySet[Asset]:
    return Asset.objects.all()


@referable("topic", Topic, label=_("Topic"), url_name="topic_page")
def topics() -> QuerySet[Topic]:
    return Topic.objects.all()


@referable("audience", Audience, label=_("For whom"), url_name="audience_page")
def audiences() -> QuerySet[Audience]:
    return Audience.objects.all()


@referable("district", District, label=_("City district"), url_name="district_page")
def districts() -> QuerySet[District]:
    return District.objects.all()


@referable(
    "goal", Goal, label=_("Sustainable development goal"), url_name="goal_page", address="number", summary="text"
)
def goals() -> QuerySet[Goal]:
    return Goal.objects.all()


@referable("source", Source, label=_("Source"), name=JSONObject(de=F("title")), summary="")
def sources() -> QuerySet[Source]:
    return Source.objects.all()
