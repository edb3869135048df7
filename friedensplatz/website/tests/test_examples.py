# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the demo's public lists show."""

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns.models import Concern, Kind, Petition, Publication, Report, Rule
from friedensplatz.concerns.publishing import publications_of
from friedensplatz.directory.models import District, Office, Organisation
from friedensplatz.notices.models import Mail
from friedensplatz.website.examples import examples_are_there, load_examples


@pytest.fixture
def city(cast):
    """The offices and districts the examples name."""
    for kind in (Kind.PETITION, Kind.INITIATIVE):
        Rule.objects.create(kind=kind, office=cast.office, acknowledge_days=3, answer_days=20)
    for slug in ("gb-buergerinteressen", "amt-ob", "geschaeftsstelle-integrationsrat"):
        Office.objects.create(slug=slug, kind="office", name={"de": slug})
    for number, slug in enumerate(("innenstadt-nord", "hoerde", "eving", "brackel", "innenstadt-west", "scharnhorst")):
        District.objects.create(slug=slug, number=number, name={"de": slug})


def test_the_examples_are_loaded_once_and_show_in_public(city, client):
    for _start in range(2):
        load_examples()
    year = timezone.localdate().year - 1
    assert sorted(Petition.objects.values_list("stage", flat=True)) == ["committee", "decided"]
    assert publications_of(Kind.INITIATIVE).count() == Organisation.objects.filter(kind="initiative").count() == 3
    assert (Report.objects.get().year, Report.objects.get().figures["received"]) == (year, 38)
    assert Concern.objects.count() == 43
    for name, shown in {"petition_list": "Beispiel", "initiative_list": "Beispiel", "report_list": str(year)}.items():
        assert shown in client.get(reverse(name)).content.decode()
    durations = dict(Report.objects.get().figures["tables"]["duration"])
    assert durations == {"week": 14, "fortnight": 11, "month": 13}
    assert dict(Report.objects.get().figures["tables"]["outcome"]) == {"resolved": 21, "partly": 12, "advice": 5}


def test_what_people_have_published_is_left_alone(city, cast):
    Report.objects.create(year=2020, figures={})
    load_examples()
    assert (examples_are_there(), Publication.objects.count(), Mail.objects.count()) == (True, 0, 0)
