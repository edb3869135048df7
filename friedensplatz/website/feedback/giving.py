# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person sees of it: the answer to "was this page helpful?" is taken without cookie, account or JavaScript.

The question stands on kept pages, so its form can carry no token. Browsers say themselves when another website sends a
form (Sec-Fetch-Site); what slips through is one vote, and a network has only so many an hour.
"""

from typing import Any

from django import forms
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from friedensplatz.core import vault
from friedensplatz.core.networks import network_of
from friedensplatz.core.text import cleaned
from friedensplatz.website.feedback.actions import give_feedback
from friedensplatz.website.feedback.owners import owner_of
from friedensplatz.website.models import Feedback
from friedensplatz.website.places import place_of, things_at

MOST_AN_HOUR = 30  # from one network


class RemarkField(forms.CharField):
    """Whatever arrives is made plain text before it is measured."""

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "")


class FeedbackForm(forms.Form):
    """`website` is a trap: people do not see it."""

    helpful = forms.TypedChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda said: said == "yes")
    text = RemarkField(
        label=_("What is missing, or wrong?"),
        required=False,
        max_length=Feedback.LONGEST,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    website = forms.CharField(required=False)


@csrf_exempt
@require_POST
def feedback_give(request: HttpRequest) -> HttpResponse:
    """Take the answer and go back to the page, which says thanks."""
    path = request.POST.get("page", "")[:300]
    place = place_of(path)
    if place is None or not place.is_public:
        raise Http404
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise PermissionDenied
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return render(request, "website/feedback_again.html", {"form": form, "about": path})
    said = form.cleaned_data
    if _too_many(request):
        return render(request, "429.html", status=429)
    if not said.pop("website"):
        thing = things_at([place]).get((place.page, place.part), "")
        office = owner_of(thing)
        network = network_of(request)
        give_feedback(
            page=place.page, thing=thing, path=path, office=office, network=network, language=place.language, **said
        )
    return HttpResponseRedirect(f"{path}#thanks")


def _too_many(request: HttpRequest) -> bool:
    """Whether a network has answered too often within the hour. Its name is kept as a keyed digest for that long."""
    key = f"feedback:{vault.digest('feedback', network_of(request))}"
    cache.add(key, 0, 3600)
    return int(cache.incr(key)) > MOST_AN_HOUR
