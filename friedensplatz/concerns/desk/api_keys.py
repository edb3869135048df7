# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import administrator_only, signed_in
from friedensplatz.concerns.forms.api_keys import ApiKeyForm
from friedensplatz.concerns.models import ApiKey
from friedensplatz.concerns.open311.keys import make_key, revoke_key
from friedensplatz.concerns.privacy import posted


@administrator_only
@never_cache
def api_keys(request: HttpRequest) -> HttpResponse:
    """Which programs may hand in over Open311; a new key is shown this once."""
    form = ApiKeyForm(posted(request))
    made = ""
    if form.is_valid():
        made = make_key(form.save(commit=False), by=signed_in(request))
        form = ApiKeyForm()
    keys = ApiKey.objects.select_related("made_by")
    return render(request, "concerns/api_keys.html", {"form": form, "made": made, "keys": keys})


@require_POST
@administrator_only
def api_key_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    revoke_key(get_object_or_404(ApiKey, pk=pk), by=signed_in(request))
    return redirect("api_keys")
